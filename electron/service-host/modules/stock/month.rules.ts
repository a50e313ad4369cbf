import type { Fen } from '#shared/domain/money.ts';
import type { Quantity } from '#shared/domain/quantities.ts';

/** A quantity and what it is worth. */
export interface Held {
  readonly quantity: Quantity;
  readonly valueFen: Fen;
}

/** What crossed the border of a statement's scope during its month. */
export interface Flows {
  readonly inQuantity: Quantity;
  readonly inFen: Fen;
  readonly outQuantity: Quantity;
  readonly outFen: Fen;
}

/** The money of a whole statement. */
export interface MonthTotals {
  readonly openingFen: Fen;
  readonly inFen: Fen;
  readonly outFen: Fen;
  readonly closingFen: Fen;
}

/** Where a page of the statement ended, with the totals and the length of the ledger they were counted on. */
export interface MonthCursor {
  readonly number: string;
  readonly sequence: number;
  readonly totals: MonthTotals;
}

const nothing: Held = { quantity: 0, valueFen: 0 };
const noFlows: Flows = { inQuantity: 0, inFen: 0, outQuantity: 0, outFen: 0 };

/**
 * A line of the statement, counted back from what is held now: closing = now − what came in on balance since the month
 * ended; opening = closing − in + out.
 */
export function statementRow(held: Held = nothing, during: Flows = noFlows, later: Held = nothing) {
  const { inQuantity, inFen, outQuantity, outFen } = during;
  const closingQuantity = held.quantity - later.quantity;
  const closingFen = held.valueFen - later.valueFen;
  return {
    openingQuantity: closingQuantity - inQuantity + outQuantity,
    openingFen: closingFen - inFen + outFen,
    inQuantity,
    inFen,
    outQuantity,
    outFen,
    closingQuantity,
    closingFen,
  };
}

/** A cursor as the text a page hands out. */
export function writeCursor({ number, sequence, totals }: MonthCursor): string {
  return JSON.stringify([
    number,
    sequence,
    totals.openingFen,
    totals.inFen,
    totals.outFen,
    totals.closingFen,
  ]);
}

/** The cursor in a text that came back; undefined when it is none of ours. */
export function readCursor(text: string): MonthCursor | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return undefined;
  }
  const [number, ...rest]: unknown[] = Array.isArray(parsed) ? parsed : [];
  const figures = rest.filter((figure): figure is number => Number.isSafeInteger(figure));
  const [sequence, openingFen, inFen, outFen, closingFen] = figures;
  if (typeof number !== 'string' || figures.length !== 5 || rest.length !== 5) return undefined;
  if (sequence === undefined || openingFen === undefined || inFen === undefined) return undefined;
  if (outFen === undefined || closingFen === undefined) return undefined;
  return { number, sequence, totals: { openingFen, inFen, outFen, closingFen } };
}

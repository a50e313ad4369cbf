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

/** A place of the house: a warehouse, the holders together, or what moved between the places. */
export interface PlaceLine extends MonthTotals {
  readonly kind: 'warehouse' | 'holders' | 'between';
  readonly warehouseId: string | null;
  readonly name: string;
}

/** What moved from one place to another; the outside is the empty place. */
export interface Crossing {
  readonly from: string;
  readonly to: string;
  readonly isReversal: number;
  readonly valueFen: Fen;
}

/** The place of everything inside that lies in no warehouse. */
export const holders = 'holders';

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

/**
 * The lines of the places, counted back as the lines of the parts are. The line `between` is taken off in and out: so the
 * lines add up to the house.
 */
export function placeLines(
  warehouses: readonly { readonly id: string; readonly name: string }[],
  held: readonly { readonly place: string; readonly valueFen: Fen }[],
  during: readonly Crossing[],
  later: readonly Crossing[],
): PlaceLine[] {
  const line = (place: string) => {
    const valueFen = held.reduce((sum, one) => sum + (one.place === place ? one.valueFen : 0), 0);
    const since = flowsOf(place, later);
    const { openingFen, inFen, outFen, closingFen } = statementRow(
      { quantity: 0, valueFen },
      { ...noFlows, ...flowsOf(place, during) },
      { quantity: 0, valueFen: since.inFen - since.outFen },
    );
    return { openingFen, inFen, outFen, closingFen };
  };
  const movedFen = during
    .filter(({ from, to }) => from !== '' && to !== '' && from !== to)
    .reduce((sum, { isReversal, valueFen }) => sum + (isReversal ? -valueFen : valueFen), 0);
  const lines: PlaceLine[] = [
    ...warehouses.map(({ id, name }) => ({ kind: 'warehouse' as const, warehouseId: id, name, ...line(id) })),
    { kind: 'holders', warehouseId: null, name: '', ...line(holders) },
    {
      kind: 'between',
      warehouseId: null,
      name: '',
      openingFen: 0,
      inFen: -movedFen,
      outFen: -movedFen,
      closingFen: 0,
    },
  ];
  return lines.filter(({ openingFen, inFen, outFen }) => openingFen !== 0 || inFen !== 0 || outFen !== 0);
}

/** A reversal takes back: what it brings lessens what went out, what it takes lessens what came in. */
function flowsOf(place: string, crossings: readonly Crossing[]): { inFen: Fen; outFen: Fen } {
  const flows = { inFen: 0, outFen: 0 };
  for (const { from, to, isReversal, valueFen } of crossings) {
    if (from === to) continue;
    if (to === place) flows[isReversal ? 'outFen' : 'inFen'] += isReversal ? -valueFen : valueFen;
    if (from === place) flows[isReversal ? 'inFen' : 'outFen'] += isReversal ? -valueFen : valueFen;
  }
  return flows;
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

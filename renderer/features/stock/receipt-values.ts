import type { Day } from '#shared/domain/days.ts';
import { amountOf, formatMoney, type Fen } from '#shared/domain/money.ts';
import { formatQuantity, type Quantity } from '#shared/domain/quantities.ts';
import { pick, receiptFields } from '#shared/domain/record-fields.ts';
import type { ReceiptPurpose } from '#shared/domain/states.ts';
import type { ComparedRows } from '../../components/form/differing.ts';
import type { Service } from '../../service/service-context.tsx';

/** A receipt as the host tells it. */
export type Receipt = Awaited<ReturnType<Service['stock']['receipt']['call']>>;

/** A part as a line shows it. */
export interface LinePart {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly unitOfMeasure: string;
}

/** A line as it is typed. What was pasted and not found stays as text until somebody mends it. */
export interface LineValues {
  /** Tells the lines of one form apart. */
  readonly key: string;
  readonly part: LinePart | null;
  readonly unknownNumber: string;
  readonly quantity: Quantity | null;
  readonly unitPriceFen: Fen | null;
  readonly accountId: string | null;
  readonly unknownBin: string;
}

/** A receipt as a form holds it. */
export interface ReceiptValues {
  readonly purpose: ReceiptPurpose;
  readonly supplier: string;
  readonly deliveryNote: string;
  readonly day: Day | null;
  readonly specificationChecked: boolean;
  readonly quantityChecked: boolean;
  readonly qualityChecked: boolean;
  readonly notes: string;
  readonly lines: readonly LineValues[];
}

/** The contract takes so many lines. */
export const mostLines = 500;

/** The cells of a line that something can be wrong with. */
export type LineCell = 'partId' | 'quantity' | 'unitPriceFen' | 'accountId';

/** What is looked at before a receipt is posted. */
export const receiptChecks = ['specificationChecked', 'quantityChecked', 'qualityChecked'] as const;

/** The checks that are still to be ticked, in the order in which they stand. */
export function uncheckedIn(values: ReceiptValues): readonly (typeof receiptChecks)[number][] {
  return receiptChecks.filter((check) => !values[check]);
}

/** An empty receipt of today. */
export function newReceiptValues(today: Day): ReceiptValues {
  return {
    purpose: 'purchase',
    supplier: '',
    deliveryNote: '',
    day: today,
    specificationChecked: false,
    quantityChecked: false,
    qualityChecked: false,
    notes: '',
    lines: [],
  };
}

/** An empty line. */
export function emptyLine(key: string): LineValues {
  return {
    key,
    part: null,
    unknownNumber: '',
    quantity: null,
    unitPriceFen: null,
    accountId: null,
    unknownBin: '',
  };
}

/** Of a draft, what its form edits. */
export function receiptValuesOf(receipt: Receipt): ReceiptValues {
  return {
    ...pick(receipt, receiptFields),
    lines: receipt.lines.map((line) => ({
      key: line.id,
      part: {
        id: line.partId,
        number: line.partNumber,
        name: line.partName,
        unitOfMeasure: line.unitOfMeasure,
      },
      unknownNumber: '',
      quantity: line.quantity,
      unitPriceFen: line.unitPriceFen,
      accountId: line.accountId,
      unknownBin: '',
    })),
  };
}

/** The fields as the contract takes them; lines without a word are left out. Lines must be whole. */
export function receiptInputOf(values: ReceiptValues, today: Day) {
  return {
    ...values,
    day: values.day ?? today,
    lines: filledLines(values.lines).map(({ part, quantity, unitPriceFen, accountId }) => ({
      partId: part?.id ?? '',
      accountId: accountId ?? '',
      quantity: quantity ?? 0,
      unitPriceFen: unitPriceFen ?? 0,
    })),
  };
}

/** The lines that say something, in the order in which they are sent. */
export function filledLines(lines: readonly LineValues[]): readonly LineValues[] {
  return lines.filter((line) => !isEmptyLine(line));
}

/** Whether nothing stands in a line. */
export function isEmptyLine(line: LineValues): boolean {
  const { part, unknownNumber, quantity, unitPriceFen } = line;
  return part === null && unknownNumber === '' && quantity === null && unitPriceFen === null;
}

/** What is missing in a line. */
export function missingIn(line: LineValues): readonly LineCell[] {
  if (isEmptyLine(line)) return [];
  return [
    ...(line.part === null ? (['partId'] as const) : []),
    ...(line.quantity === null || line.quantity === 0 ? (['quantity'] as const) : []),
    ...(line.unitPriceFen === null ? (['unitPriceFen'] as const) : []),
    ...(line.accountId === null ? (['accountId'] as const) : []),
  ];
}

/** What a line is worth; null while quantity or price are missing. */
export function lineAmount({ quantity, unitPriceFen }: LineValues): Fen | null {
  return quantity === null || unitPriceFen === null ? null : amountOf(unitPriceFen, quantity);
}

/** What all lines are worth. */
export function totalAmount(lines: readonly LineValues[]): Fen {
  return lines.reduce((sum, line) => sum + (lineAmount(line) ?? 0), 0);
}

/** How the lines of two versions are compared; `bins` name the places. */
export function receiptRows(
  bins: readonly { readonly id: string; readonly text: string }[],
): ComparedRows<LineValues> {
  return {
    label: 'stock.lines',
    about: ({ part, unknownNumber }) => part?.id ?? unknownNumber,
    show: ({ part, unknownNumber, quantity, unitPriceFen, accountId, unknownBin }) =>
      [
        part ? `${part.number} ${part.name}` : unknownNumber,
        quantity === null ? '' : `${formatQuantity(quantity)} ${part?.unitOfMeasure ?? ''}`,
        unitPriceFen === null ? '' : formatMoney(unitPriceFen),
        bins.find(({ id }) => id === accountId)?.text ?? unknownBin,
      ]
        .filter((text) => text !== '')
        .join(' · '),
  };
}

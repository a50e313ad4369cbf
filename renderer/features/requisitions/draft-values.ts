import { newId } from '#shared/domain/ids.ts';
import { amountOf } from '#shared/domain/money.ts';
import { formatQuantity, oneUnit } from '#shared/domain/quantities.ts';
import type { RequisitionPurpose, Verdict } from '#shared/domain/states.ts';
import type { ComparedRows } from '../../components/form/differing.ts';
import type { FoundPart } from '../../components/parts/find-part.ts';
import type { Requisition } from './requisition-types.ts';

/** One line as it is typed; `quantity` null while nothing is there. */
export interface LineValues {
  /** Tells the lines apart while they are typed. */
  readonly key: string;
  readonly partId: string;
  readonly partNumber: string;
  readonly partName: string;
  readonly unitOfMeasure: string;
  readonly unitPriceFen: number;
  readonly availableQuantity: number;
  readonly componentGroupCode: string;
  readonly quantity: number | null;
  readonly fault: string;
  readonly judgementId: string | null;
  readonly oldPartRequired: boolean;
}

/** The fields of a line, empty. */
export const blankLine: LineValues = {
  key: '',
  partId: '',
  partNumber: '',
  partName: '',
  unitOfMeasure: '',
  unitPriceFen: 0,
  availableQuantity: 0,
  componentGroupCode: '',
  quantity: null,
  fault: '',
  judgementId: null,
  oldPartRequired: false,
};

/** A draft as it is typed. */
export interface DraftValues {
  readonly purpose: RequisitionPurpose;
  readonly caseId: string | null;
  readonly caseName: string;
  readonly unitId: string | null;
  readonly holderAccountId: string;
  readonly notes: string;
  readonly lines: readonly LineValues[];
}

/** A judgement as far as choosing one for a line needs it. */
export interface JudgementChoice {
  readonly id: string;
  readonly componentGroupCode: string;
  readonly holdingVerdict: Verdict;
}

/** How the lines of two versions are compared; `nameOf` writes a judgement. */
export function draftRows(nameOf: (judgementId: string) => string): ComparedRows<LineValues> {
  return {
    label: 'requisitions.part',
    about: ({ partId }) => partId,
    show: ({ partNumber, partName, quantity, unitOfMeasure, fault, judgementId, oldPartRequired }, t) =>
      [
        `${partNumber} ${partName}`,
        quantity === null ? '' : `${formatQuantity(quantity)} ${unitOfMeasure}`,
        fault,
        judgementId === null ? '' : nameOf(judgementId),
        oldPartRequired ? t('requisitions.oldPartNeeded') : '',
      ]
        .filter((text) => text !== '')
        .join(' · '),
  };
}

/** The contract takes so many lines. */
export const mostLines = 200;
const longestFault = 200;

/** The values of a draft that is kept already. */
export function valuesOf(requisition: Requisition): DraftValues {
  const { purpose, caseId, caseNumber, unitId, holder, notes, lines } = requisition;
  return {
    purpose,
    caseId,
    caseName: caseNumber,
    unitId,
    holderAccountId: holder.accountId,
    notes,
    lines: lines.map((line) => ({
      key: line.id,
      partId: line.partId,
      partNumber: line.partNumber,
      partName: line.partName,
      unitOfMeasure: line.unitOfMeasure,
      unitPriceFen: line.unitPriceFen,
      availableQuantity: line.availableQuantity,
      componentGroupCode: '',
      quantity: line.quantity,
      fault: line.fault,
      judgementId: line.judgementId,
      oldPartRequired: line.oldPartRequired,
    })),
  };
}

/** What is sent of them. */
export function inputOf({ caseName: _, lines, ...values }: DraftValues) {
  return {
    ...values,
    lines: lines.map(({ partId, quantity, fault, judgementId, oldPartRequired }) => ({
      partId,
      // Nothing typed is no quantity, which the host refuses at the field.
      quantity: quantity ?? 0,
      fault,
      judgementId,
      oldPartRequired,
    })),
  };
}

/** A new line for a part: one of it, the fault of the line before, the judgement of its component group, the old part by its rule. */
export function lineFor(
  part: FoundPart,
  { lines, purpose }: Pick<DraftValues, 'lines' | 'purpose'>,
  judgements: readonly JudgementChoice[],
  given: { readonly quantity?: number | null; readonly fault?: string; readonly symptom: string },
): LineValues {
  const { id, number, name, unitOfMeasure, priceFen, availableQuantity, componentGroupCode, oldPartRule } =
    part;
  const usualFault = lines.at(-1)?.fault ?? given.symptom;
  return {
    key: newId<'line'>(),
    partId: id,
    partNumber: number,
    partName: name,
    unitOfMeasure,
    unitPriceFen: priceFen,
    availableQuantity,
    componentGroupCode,
    quantity: given.quantity === undefined ? oneUnit : given.quantity,
    fault: oneLine(given.fault || usualFault),
    judgementId: judgementFor(componentGroupCode, judgements),
    oldPartRequired: oldPartRule === 'required' && purpose !== 'stock',
  };
}

/** One more of a part that is on the list already; undefined when it is not. */
export function oneMoreOf(lines: readonly LineValues[], partId: string): readonly LineValues[] | undefined {
  if (!lines.some((line) => line.partId === partId)) return undefined;
  const first = lines.findIndex((line) => line.partId === partId);
  return lines.map((line, index) =>
    index === first ? { ...line, quantity: (line.quantity ?? 0) + oneUnit } : line,
  );
}

/** The judgement that a line takes by itself: the newest of its component group. */
function judgementFor(groupCode: string, judgements: readonly JudgementChoice[]): string | null {
  return judgements.find((one) => one.componentGroupCode === groupCode && groupCode !== '')?.id ?? null;
}

/** What all lines come to at the prices of today, in fen. */
export function amountOfLines(lines: readonly LineValues[]): number {
  return lines.reduce((sum, line) => sum + amountOf(line.unitPriceFen, line.quantity ?? 0), 0);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, longestFault);
}

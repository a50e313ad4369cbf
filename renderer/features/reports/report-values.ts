import { codeKey } from '#shared/domain/code-key.ts';
import { newId } from '#shared/domain/ids.ts';
import { formatQuantity, oneUnit } from '#shared/domain/quantities.ts';
import { pick, reportFields } from '#shared/domain/record-fields.ts';
import type { ComparedRows } from '../../components/form/differing.ts';
import type { FoundPart } from '../../components/parts/find-part.ts';
import type { Replaceable, Report } from './report-types.ts';

/** One replaced part as it is typed; `quantity` null while nothing is there. */
export interface LineValues {
  /** Tells the lines apart while they are typed. */
  readonly key: string;
  readonly partId: string;
  /** Null for what was not issued: the customer's own part. */
  readonly issueLineId: string | null;
  readonly partNumber: string;
  readonly partName: string;
  readonly unitOfMeasure: string;
  readonly quantity: number | null;
  readonly reason: string;
  readonly oldPartNumber: string;
}

/** The fields of a line, empty. */
export const blankLine: LineValues = {
  key: '',
  partId: '',
  issueLineId: null,
  partNumber: '',
  partName: '',
  unitOfMeasure: '',
  quantity: null,
  reason: '',
  oldPartNumber: '',
};

/** A report as it is typed. */
export interface ReportValues {
  readonly technicianIds: readonly string[];
  readonly mileageKm: number | null;
  readonly operatingHours: number | null;
  readonly arrivedAt: number | null;
  readonly finishedAt: number | null;
  readonly symptom: string;
  readonly cause: string;
  readonly work: string;
  readonly faultPlaceOpenedBefore: boolean;
  readonly noPartsReplaced: boolean;
  readonly feeFen: number | null;
  readonly partsFeeFen: number | null;
  readonly labourFeeFen: number | null;
  readonly travelFeeFen: number | null;
  readonly compensation: string;
  readonly lines: readonly LineValues[];
}

/** What can still be listed of something that was issued, with the part of it that is not typed yet. */
export interface OfferedLine extends Replaceable {
  readonly offeredQuantity: number;
}

/** The contract takes so many lines. */
export const mostLines = 200;
const longestReason = 200;

/** How the replaced parts of two versions are compared. */
export const reportRows: ComparedRows<LineValues> = {
  label: 'reports.part',
  about: ({ issueLineId, partId }) => issueLineId ?? partId,
  show: ({ partNumber, partName, quantity, unitOfMeasure, reason, issueLineId }, t) =>
    [
      `${partNumber} ${partName}`,
      quantity === null ? '' : `${formatQuantity(quantity)} ${unitOfMeasure}`,
      reason,
      issueLineId === null ? t('reports.ownPart') : '',
    ]
      .filter((text) => text !== '')
      .join(' · '),
};

/** The values of a report as it was saved. */
export function valuesOf(report: Report): ReportValues {
  return {
    technicianIds: report.technicianIds,
    ...pick(report, reportFields),
    // An empty field says more than a zero that nobody typed.
    feeFen: unlessZero(report.feeFen),
    partsFeeFen: unlessZero(report.partsFeeFen),
    labourFeeFen: unlessZero(report.labourFeeFen),
    travelFeeFen: unlessZero(report.travelFeeFen),
    lines: report.lines.map(({ id, ...line }) => ({ key: id, ...line })),
  };
}

function unlessZero(fen: number): number | null {
  return fen === 0 ? null : fen;
}

/** What is sent of them; what the customer thinks is not written here, and stays. */
export function inputOf(
  { lines, feeFen, partsFeeFen, labourFeeFen, travelFeeFen, ...values }: ReportValues,
  { satisfaction, customerRemarks }: Pick<Report, 'satisfaction' | 'customerRemarks'>,
) {
  return {
    ...values,
    feeFen: feeFen ?? 0,
    partsFeeFen: partsFeeFen ?? 0,
    labourFeeFen: labourFeeFen ?? 0,
    travelFeeFen: travelFeeFen ?? 0,
    satisfaction,
    customerRemarks,
    lines: lines.map(({ partId, issueLineId, quantity, reason }) => ({
      partId,
      issueLineId,
      // Nothing typed is no quantity, which the host refuses at the field.
      quantity: quantity ?? 0,
      reason,
    })),
  };
}

/**
 * What was issued on the case and is neither in another report nor typed here. `saved` are the lines of this report as
 * the host holds them: it has taken those off already.
 */
export function offeredLines(
  replaceable: readonly Replaceable[],
  saved: Report['lines'],
  typed: readonly LineValues[],
): readonly OfferedLine[] {
  return withSaved(replaceable, saved)
    .map((line) => ({
      ...line,
      offeredQuantity: line.openQuantity + listedOf(saved, line) - listedOf(typed, line),
    }))
    .filter((line) => line.offeredQuantity > 0);
}

/** What this report has taken whole stands in no offer of the host, and is offered again once it is taken out here. */
function withSaved(replaceable: readonly Replaceable[], saved: Report['lines']): readonly Replaceable[] {
  const known = new Set(replaceable.map((line) => line.issueLineId));
  const taken = saved.flatMap(({ issueLineId, reason, ...line }) =>
    issueLineId === null || known.has(issueLineId)
      ? []
      : [{ ...line, issueLineId, fault: reason, openQuantity: 0, holderName: '', issuedAt: 0 }],
  );
  return [...replaceable, ...new Map(taken.map((line) => [line.issueLineId, line])).values()];
}

function listedOf(
  lines: readonly { readonly issueLineId: string | null; readonly quantity: number | null }[],
  { issueLineId }: Replaceable,
): number {
  return lines
    .filter((line) => line.issueLineId === issueLineId)
    .reduce((sum, line) => sum + (line.quantity ?? 0), 0);
}

/** The lines with this offer taken, all of it or `quantity`; into the line that is there already. */
export function withOffered(
  lines: readonly LineValues[],
  offered: OfferedLine,
  quantity: number = offered.offeredQuantity,
): readonly LineValues[] {
  const { issueLineId, partId, partNumber, partName, unitOfMeasure, fault, oldPartNumber } = offered;
  if (lines.some((line) => line.issueLineId === issueLineId)) {
    return lines.map((line) =>
      line.issueLineId === issueLineId ? { ...line, quantity: (line.quantity ?? 0) + quantity } : line,
    );
  }
  const part = { partId, partNumber, partName, unitOfMeasure, oldPartNumber };
  return [
    ...lines,
    { key: newId<'line'>(), ...part, issueLineId, quantity, reason: fault.slice(0, longestReason) },
  ].slice(0, mostLines);
}

/** The lines with one more part that was not issued: the customer's own. */
export function withOwnPart(lines: readonly LineValues[], part: FoundPart): readonly LineValues[] {
  const line: LineValues = {
    key: newId<'line'>(),
    partId: part.id,
    issueLineId: null,
    partNumber: part.number,
    partName: part.name,
    unitOfMeasure: part.unitOfMeasure,
    quantity: oneUnit,
    reason: '',
    oldPartNumber: '',
  };
  return [...lines, line].slice(0, mostLines);
}

/** The offer that a scanned code means: the tag of its old part, or the number of the part. */
export function offerOfScan(offered: readonly OfferedLine[], code: string): OfferedLine | undefined {
  const plain = codeKey(code);
  const tag = /JJ\d{6}-\d{4,}/.exec(plain)?.[0];
  return tag === undefined
    ? offered.find((line) => codeKey(line.partNumber) === plain)
    : offered.find((line) => line.oldPartNumber.split(' ').includes(tag));
}

/** The beginning of the minute of a moment: times on paper have no seconds. */
export function thisMinute(at: number): number {
  return Math.floor(at / minuteMs) * minuteMs;
}

const minuteMs = 60_000;

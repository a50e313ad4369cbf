import type { Moment } from './days.ts';

/** What decides whether a service report may be finished and printed. */
export interface ReportFacts {
  readonly technicianIds: readonly string[];
  readonly arrivedAt: Moment | null;
  readonly finishedAt: Moment | null;
  readonly symptom: string;
  readonly cause: string;
  readonly work: string;
  readonly noPartsReplaced: boolean;
  readonly lines: readonly { readonly reason: string }[];
}

/** What a service report can lack; each has a sentence `reports.missing_<name>`. */
export const missingParts = [
  'technicians',
  'finishTime',
  'finishTimeAhead',
  'timesInOrder',
  'symptom',
  'cause',
  'work',
  'parts',
  'partsUnclear',
  'partReasons',
] as const;
export type MissingPart = (typeof missingParts)[number];

/** How far ahead of the host's clock a time may be, in milliseconds: the clocks of two PCs differ. */
export const clockToleranceMs = 10 * 60_000;

/** What a report still lacks at `now`, in the order of the form; empty when it may be finished. */
export function missingOf(report: ReportFacts, now: Moment): MissingPart[] {
  const { arrivedAt, finishedAt, lines } = report;
  const lacks: Record<MissingPart, boolean> = {
    technicians: report.technicianIds.length === 0,
    finishTime: finishedAt === null,
    // Nobody shall be able to print today what is signed before the work is done.
    finishTimeAhead: finishedAt !== null && finishedAt > now + clockToleranceMs,
    timesInOrder: finishedAt !== null && arrivedAt !== null && arrivedAt > finishedAt,
    symptom: report.symptom.trim() === '',
    cause: report.cause.trim() === '',
    work: report.work.trim() === '',
    parts: lines.length === 0 && !report.noPartsReplaced,
    partsUnclear: lines.length > 0 && report.noPartsReplaced,
    partReasons: lines.some((line) => line.reason.trim() === ''),
  };
  return missingParts.filter((part) => lacks[part]);
}

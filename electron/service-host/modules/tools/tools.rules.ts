import { addDays, type Day } from '#shared/domain/days.ts';

/** The day by which a tool is to be checked, an interval after the last check or after it was registered; null without an interval. */
export function nextCheckDay(
  tool: { readonly checkIntervalDays: number; readonly lastCheckDay: Day | null },
  registeredDay: Day,
): Day | null {
  if (tool.checkIntervalDays === 0) return null;
  return addDays(tool.lastCheckDay ?? registeredDay, tool.checkIntervalDays);
}

/** The number on a loan slip: that of the tool, and which loan of it. */
export const loanNumber = (number: string, ordinal: number): string => `${number}/${ordinal}`;

/** The text of the QR code on a label. */
export const labelQrText = (tool: { readonly number: string; readonly name: string }): string =>
  ['SHD', tool.number, tool.name].join('|');

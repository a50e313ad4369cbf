import { prefixOf } from '#shared/nouns/index.ts';
import { cases } from '#host/schema/cases.tables.ts';
import { contacts } from '#host/schema/contacts.tables.ts';
import { oldParts } from '#host/schema/old-parts.tables.ts';
import { clearings, issues, requisitions } from '#host/schema/requisitions.tables.ts';
import { serviceReports } from '#host/schema/reports.tables.ts';
import { receipts, reversals } from '#host/schema/stock.tables.ts';
import { warrantyJudgements } from '#host/schema/warranty.tables.ts';

/** Where the final numbers of each kind of document stand. */
export const numberedDocuments = [
  {
    kind: 'requisition',
    prefix: prefixOf('requisition'),
    table: requisitions,
    number: requisitions.number,
  },
  { kind: 'issue', prefix: prefixOf('issue'), table: issues, number: issues.number },
  { kind: 'clearing', prefix: prefixOf('clearing'), table: clearings, number: clearings.number },
  { kind: 'receipt', prefix: prefixOf('receipt'), table: receipts, number: receipts.number },
  { kind: 'reversal', prefix: prefixOf('reversal'), table: reversals, number: reversals.number },
  { kind: 'oldPart', prefix: prefixOf('oldPart'), table: oldParts, number: oldParts.number },
  { kind: 'case', prefix: prefixOf('case'), table: cases, number: cases.number },
  { kind: 'contact', prefix: prefixOf('contact'), table: contacts, number: contacts.number },
  {
    kind: 'judgement',
    prefix: prefixOf('judgement'),
    table: warrantyJudgements,
    number: warrantyJudgements.number,
  },
  { kind: 'report', prefix: prefixOf('report'), table: serviceReports, number: serviceReports.number },
] as const;

/** The running numbers among these, by period: `LL202611-0042` is 42 of 202611. Provisional ones are none. */
export function numbersGiven(prefix: string, numbers: readonly string[]): Map<string, Set<number>> {
  const pattern = new RegExp(`^${prefix}(\\d{6})-(\\d{4,})$`);
  const given = new Map<string, Set<number>>();
  for (const number of numbers) {
    const [, period, running] = pattern.exec(number) ?? [];
    if (period === undefined) continue;
    const held = given.get(period) ?? new Set<number>();
    held.add(Number(running));
    given.set(period, held);
  }
  return given;
}

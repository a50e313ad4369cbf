import { refuse } from '#shared/contract/refusals.ts';
import type { ReportState } from '#shared/nouns/report.card.ts';
import { actOf, type ActOf } from '#shared/nouns/index.ts';
import type { ReadTx, WriteTx } from '../../database/database.ts';
import { documentOf, type Edited } from '../../desks/documents.ts';
import { addCaseEvent } from '../cases/cases.service.ts';
import { serviceReports } from '../../schema/reports.tables.ts';

export type { Edited } from '../../desks/documents.ts';
export type Report = typeof serviceReports.$inferSelect;

/** A report as a document. A draft follows its case to another unit. */
export const reportDocument = documentOf('report', serviceReports, {
  // The trail holds the hash of what was sealed, every field of it, and who wrote, already.
  secret: ['sealedContent', 'editorIds'],
  told: ['followCase'],
});

const unsignedStates: readonly ReportState[] = ['draft', 'finished'];

/** The report, where the act may begin. Refuses NOT_FOUND, REPORT_FROZEN for a signed one, WRONG_STATE. */
export async function reportFor(tx: ReadTx, act: ActOf<'report'>, id: string): Promise<Report> {
  const found = await reportDocument.find(tx, id);
  refuseFrozen(found, act);
  reportDocument.refuseWrongState(found, act);
  return found;
}

/** The report as its editor saw it, where the act may begin. Refuses CHANGED_MEANWHILE as well. */
export async function reportToChange(
  tx: WriteTx,
  act: ActOf<'report'>,
  { id, version }: Edited,
): Promise<Report> {
  const found = await reportDocument.find(tx, id);
  refuseFrozen(found, act);
  await reportDocument.refuseUnlessToAct(tx, found, act, version);
  return found;
}

/** Says of an act that begins before the signature why a signed report takes it no more. */
function refuseFrozen(found: Report, act: ActOf<'report'>): void {
  const unsigned: readonly string[] = unsignedStates;
  if (found.signedAt === null || unsigned.includes(found.state)) return;
  if (actOf('report', act).from.every((state) => unsigned.includes(state)))
    refuse('REPORT_FROZEN', { number: found.number });
}

/** Writes into the story of the case what happened to the report: a state it came to, or the words of a person. */
export async function tellCase(
  tx: WriteTx,
  report: { readonly id: string; readonly number: string; readonly caseId: string },
  text: string,
): Promise<void> {
  await addCaseEvent(tx, {
    caseId: report.caseId,
    kind: 'report',
    text,
    documentKind: 'report',
    documentId: report.id,
    documentNumber: report.number,
  });
}

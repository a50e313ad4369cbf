import { eq } from 'drizzle-orm';
import { refuse } from '#shared/contract/refusals.ts';
import type { ReportState } from '#shared/domain/states.ts';
import type { WriteTx } from '../../database/database.ts';
import { addCaseEvent } from '../cases/cases.service.ts';
import { editRecord, refuseIfStale } from '../../desks/edit-record.ts';
import { serviceReports } from '../../schema/reports.tables.ts';

export type Report = typeof serviceReports.$inferSelect;

/** What every act upon a report names. */
export interface Edited {
  readonly id: string;
  readonly version: number;
}

const unsignedStates: readonly ReportState[] = ['draft', 'finished'];

/** The report, when it is in one of these states. Refuses NOT_FOUND, REPORT_FROZEN for a signed one, WRONG_STATE. */
export async function reportIn(tx: WriteTx, id: string, states: readonly ReportState[]): Promise<Report> {
  const [found] = await tx.db.select().from(serviceReports).where(eq(serviceReports.id, id));
  if (!found) return refuse('NOT_FOUND', { kind: 'report' });
  if (states.includes(found.state)) return found;
  if (found.signedAt !== null && states.every((state) => unsignedStates.includes(state)))
    refuse('REPORT_FROZEN', { number: found.number });
  return refuse('WRONG_STATE', { number: found.number, state: found.state });
}

/** The report as its editor saw it, in one of these states. Refuses CHANGED_MEANWHILE as well. */
export async function reportToChange(
  tx: WriteTx,
  { id, version }: Edited,
  states: readonly ReportState[],
): Promise<Report> {
  const found = await reportIn(tx, id, states);
  await refuseIfStale(tx, serviceReports, 'report', id, version);
  return found;
}

/** Changes fields of a report, with its one audit row; `also` is what the act changes beside the row. */
export async function change(
  tx: WriteTx,
  found: Report,
  act: string,
  fields: Partial<Report>,
  also?: { readonly before: Record<string, unknown>; readonly after: Record<string, unknown> },
) {
  const saved = await editRecord(tx, serviceReports, {
    kind: 'report',
    act: `reports.${act}`,
    id: found.id,
    version: found.version,
    fields,
    // The trail holds the hash of what was sealed, and every field of it already.
    secret: ['sealedContent'],
    ...(also ? { also } : {}),
  });
  return { ...saved, number: fields.number ?? found.number };
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

import { and, asc, eq } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { z } from 'zod';
import type { attachmentRow } from '#shared/contract/attachments.contract.ts';
import { attachableKinds, type AttachableKind } from '#shared/nouns/index.ts';
import { refuse } from '#shared/contract/refusals.ts';
import type { ReadTx } from '../../database/database.ts';
import { cases } from '../cases/cases.tables.ts';
import { contacts } from '../contacts/contacts.tables.ts';
import { customers } from '../customers/customers.tables.ts';
import { oldParts } from '../old-parts/old-parts.tables.ts';
import { parts } from '../parts/parts.tables.ts';
import { personNames } from '../people/people.queries.ts';
import { requisitions } from '../requisitions/requisitions.tables.ts';
import { serviceReports } from '../service-reports/service-reports.tables.ts';
import { settingDefaults } from '../settings/settings.rules.ts';
import { receipts } from '../stock/stock.tables.ts';
import { units } from '../units/units.tables.ts';
import { attachments } from './attachments.tables.ts';

export type AttachmentRow = z.infer<typeof attachmentRow>;

/** What attachments hang on. */
export interface AttachmentSubject {
  readonly subjectKind: AttachableKind;
  readonly subjectId: string;
}

/** Everything attached to a record, voided ones too, in the order in which it was added. */
export async function listAttachments(tx: ReadTx, subject: AttachmentSubject): Promise<AttachmentRow[]> {
  const rows = await tx.db
    .select()
    .from(attachments)
    .where(
      and(eq(attachments.subjectKind, subject.subjectKind), eq(attachments.subjectId, subject.subjectId)),
    )
    .orderBy(asc(attachments.id));
  const names = await personNames(tx);
  return rows.map(({ subjectKind: _, subjectId: __, sha256: ___, addedBy, ...row }) => ({
    ...row,
    addedByName: names.get(addedBy ?? '') ?? '',
  }));
}

/** One attachment as it stands in the books. Refuses NOT_FOUND. */
export async function getAttachment(tx: ReadTx, { id }: { readonly id: string }) {
  const [row] = await tx.db.select().from(attachments).where(eq(attachments.id, id));
  // Kept PDFs of prints lie here too; they are had by the print alone.
  if (!row || !isAttachable(row.subjectKind)) return refuse('NOT_FOUND', { kind: 'attachment' });
  return row;
}

/** Whether anything in the books, voided or not, has this content. */
export async function isAttached(tx: ReadTx, sha256: string): Promise<boolean> {
  return (await tx.db.$count(attachments, eq(attachments.sha256, sha256))) > 0;
}

/** The number of the report whose signed paper this attachment is; undefined for every other attachment. */
export async function reportSignedWith(tx: ReadTx, id: string): Promise<string | undefined> {
  const [report] = await tx.db
    .select({ number: serviceReports.number })
    .from(serviceReports)
    .where(eq(serviceReports.scanId, id));
  return report?.number;
}

/** Whether the record that something is to be attached to exists. */
export async function subjectExists(
  tx: ReadTx,
  { subjectKind, subjectId }: AttachmentSubject,
): Promise<boolean> {
  if (subjectKind === 'setting') return Object.hasOwn(settingDefaults, subjectId);
  const table = subjectTables[subjectKind];
  const [found] = await tx.db.select({ id: table.id }).from(table).where(eq(table.id, subjectId));
  return found !== undefined;
}

function isAttachable(subjectKind: string): boolean {
  return attachableKinds.some((kind) => kind === subjectKind);
}

const subjectTables: Readonly<
  Record<Exclude<AttachableKind, 'setting'>, SQLiteTable & { readonly id: SQLiteColumn }>
> = {
  contact: contacts,
  case: cases,
  customer: customers,
  unit: units,
  part: parts,
  receipt: receipts,
  requisition: requisitions,
  oldPart: oldParts,
  report: serviceReports,
};

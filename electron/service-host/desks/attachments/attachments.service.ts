import { and, eq, isNull } from 'drizzle-orm';
import { refuse } from '#shared/contract/refusals.ts';
import { newId, type Id } from '#shared/domain/ids.ts';
import type { WriteTx } from '../../database/database.ts';
import { recordAudit } from '../audit/audit.service.ts';
import { refuseUnlessMaySee } from '../may-see.ts';
import type { KeptFile } from './attachment-store.ts';
import {
  type AttachmentSubject,
  getAttachment,
  reportSignedWith,
  subjectExists,
} from './attachments.queries.ts';
import { attachments, type attachmentPurposes } from '../../schema/attachments.tables.ts';

/**
 * Attaches a file that lies in the store to a record. Refuses NOT_FOUND when there is no such record, and NOT_PERMITTED to
 * who may not see it.
 */
export async function addAttachment(
  tx: WriteTx,
  kept: KeptFile,
  input: AttachmentSubject & { readonly purpose: (typeof attachmentPurposes)[number] },
) {
  const { subjectKind, subjectId, purpose } = input;
  refuseUnlessMaySee(tx.actor, subjectKind);
  if (!(await subjectExists(tx, input))) refuse('NOT_FOUND', { kind: subjectKind });
  const id = newId<'attachment'>(tx.now);
  const fields = { subjectKind, subjectId, purpose, ...kept, addedBy: tx.actor.personId, addedAt: tx.now };
  await tx.db.insert(attachments).values({ id, ...fields, voidReason: '' });
  await recordAudit(tx, { act: 'attachments.add', subjectKind: 'attachment', subjectId: id, after: fields });
  return { id };
}

/** Keeps a file for something that no caller can attach files to, such as a print; its owner writes the audit row. */
export async function keepBesideRecords(
  tx: WriteTx,
  kept: KeptFile,
  subject: { readonly subjectKind: string; readonly subjectId: string },
): Promise<Id<'attachment'>> {
  const id = newId<'attachment'>(tx.now);
  const added = { addedBy: tx.actor.personId, addedAt: tx.now, voidReason: '' };
  await tx.db.insert(attachments).values({ id, ...subject, purpose: 'other', ...kept, ...added });
  return id;
}

/**
 * Voids an attachment with a reason; it stays visible as such. Refuses WRONG_STATE when it is void already, and
 * REPORT_FROZEN for the scan that a report was signed with.
 */
export async function voidAttachment(
  tx: WriteTx,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<Record<never, never>> {
  const { fileName } = await getAttachment(tx, { id });
  const number = await reportSignedWith(tx, id);
  if (number !== undefined) refuse('REPORT_FROZEN', { number });
  const fields = { voidedAt: tx.now, voidReason: reason };
  const voided = await tx.db
    .update(attachments)
    .set(fields)
    .where(and(eq(attachments.id, id), isNull(attachments.voidedAt)))
    .returning({ id: attachments.id });
  if (voided.length === 0) refuse('WRONG_STATE', { number: fileName, state: 'void' });
  const before = { voidedAt: null, voidReason: '' };
  await recordAudit(tx, {
    act: 'attachments.void',
    subjectKind: 'attachment',
    subjectId: id,
    before,
    after: fields,
  });
  return {};
}

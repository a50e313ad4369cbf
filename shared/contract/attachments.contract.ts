import { z } from 'zod';
import { attachableKinds } from '../nouns/index.ts';
import * as field from './fields.ts';
import { act, actInput, question } from './procedures.ts';

export const attachmentRow = z.object({
  id: field.id('attachment'),
  purpose: z.enum(['scan', 'photo', 'recording', 'logo', 'other']),
  fileName: z.string(),
  mediaType: z.string(),
  sizeBytes: z.number(),
  addedAt: z.number(),
  addedByName: z.string(),
  voidedAt: z.number().nullable(),
  voidReason: z.string(),
});

const subject = { subjectKind: z.enum(attachableKinds), subjectId: z.string().min(1).max(26) };

/**
 * Pictures, scans and recordings, attached to anything, for those who may see the record. The type of a file is told by its
 * content, never by its name.
 */
export const attachmentsContract = {
  list: question('attachments.view').input(z.strictObject(subject)).output(z.array(attachmentRow)),
  add: act('attachments.add')
    .input(
      actInput({
        ...subject,
        purpose: z.enum(['scan', 'photo', 'recording', 'logo', 'other']),
        file: field.file(),
      }),
    )
    .output(z.object({ id: field.id('attachment') })),
  content: question('attachments.view')
    .input(z.strictObject({ id: field.id('attachment') }))
    .output(field.keptFile()),
  void: act('attachments.void')
    .input(actInput({ id: field.id('attachment'), reason: field.requiredProse(400) }))
    .output(z.object({})),
};

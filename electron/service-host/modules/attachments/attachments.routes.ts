import { attachmentsContract } from '#shared/contract/attachments.contract.ts';
import { acting, actingAfter, reading, routesOf } from '../../api/routes.ts';
import { getAttachment, listAttachments } from './attachments.queries.ts';
import { addAttachment, voidAttachment } from './attachments.service.ts';

const at = routesOf(attachmentsContract);

/** Pictures, scans and recordings, attached to anything. */
export const attachmentsRoutes = {
  list: at.list.handler(reading(listAttachments)),
  add: at.add.handler(
    actingAfter((call, { file }) => call.parts.attachmentStore.keep(file, file.name), addAttachment),
  ),
  content: at.content.handler(async ({ context, input }) => {
    const { sha256, fileName, mediaType } = await context.read((tx) => getAttachment(tx, input));
    return new File([await context.parts.attachmentStore.read(sha256)], fileName, { type: mediaType });
  }),
  void: at.void.handler(acting(voidAttachment)),
};

import { attachmentsContract } from '#shared/contract/attachments.contract.ts';
import { lookAt } from '#shared/domain/looks.ts';
import { acting, actingAfter, reading, routesOf } from '../../api/routes.ts';
import { getAttachment, isAttached, listAttachments } from './attachments.queries.ts';
import { addAttachment, voidAttachment } from './attachments.service.ts';

const at = routesOf(attachmentsContract);

/** Pictures, scans and recordings, attached to anything. */
export const attachmentsRoutes = {
  list: at.list.handler(reading(listAttachments)),
  add: at.add.handler(
    actingAfter(
      (call, { file }) => call.parts.attachmentStore.keep(file, file.name),
      addAttachment,
      (call, { sha256 }, isRefused) =>
        call.parts.attachmentStore.settle(sha256, async () =>
          isRefused ? call.read((tx) => isAttached(tx, sha256)) : true,
        ),
    ),
  ),
  content: at.content.handler(async ({ context, input }) => {
    const { sha256, fileName, mediaType } = await context.look(
      (tx) => getAttachment(tx, input),
      // A scan, a picture or a recording tells of the customer what the record does on which it hangs.
      ({ subjectKind, subjectId }) => lookAt(subjectKind, subjectId),
    );
    return new File([await context.parts.attachmentStore.read(sha256)], fileName, { type: mediaType });
  }),
  void: at.void.handler(acting(voidAttachment)),
};

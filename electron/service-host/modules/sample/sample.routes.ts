import { sampleContract } from '#shared/contract/audit.contract.ts';
import { refuse } from '#shared/contract/refusals.ts';
import type { Call } from '../../api/call.ts';
import { routesOf } from '../../api/routes.ts';
import { booksAreEmpty, holdMixedInSample } from './sample.service.ts';

const at = routesOf(sampleContract);

/**
 * The sample office, as seen from the real one and from inside it. No act of these writes into the real books: the folder
 * of the sample is all they make and delete.
 */
export const sampleRoutes = {
  status: at.status.handler(async ({ context }) => {
    const { exists, isLoading } = context.parts.sampleOffice;
    return {
      isHere: context.isInSample,
      exists,
      mayLoad: !exists && !isLoading && (await mayManage(context)),
      isMixedIn: !context.isInSample && (await context.read(holdMixedInSample)),
    };
  }),
  load: at.load.handler(async ({ context, input }) => {
    const { sampleOffice, longWork } = context.parts;
    if (!(await mayManage(context))) refuse('NOT_PERMITTED', { permission: 'sample.manage' });
    const { personId } = context.actor;
    return {
      workId: longWork.beginOnce(input.operationId, () =>
        longWork.beginBeside({
          kind: 'sample.load',
          personId,
          work: sampleOffice.loading({ size: input.size }),
        }),
      ),
    };
  }),
  remove: at.remove.handler(async ({ context }) => {
    const { sampleOffice } = context.parts;
    // Nothing tells an older version's sample from the work among it.
    if (!sampleOffice.exists && (await context.read(holdMixedInSample))) refuse('SAMPLE_MIXED_IN', {});
    await sampleOffice.remove();
    return {};
  }),
};

/** Whoever manages the sample; anybody while there is no firm whose people could. */
async function mayManage(call: Call): Promise<boolean> {
  if (call.actor.permissions.has('sample.manage')) return true;
  return !call.isInSample && (await call.read(booksAreEmpty));
}

import { changesContract, workContract } from '#shared/contract/changes.contract.ts';
import { routesOf } from './routes.ts';
import { whileSignedIn } from './while-signed-in.ts';

const changes = routesOf(changesContract);
const work = routesOf(workContract);

/** What changed, as it happens. */
export const changesRoutes = {
  watch: changes.watch.handler(async function* ({ context, signal }) {
    const batches = whileSignedIn(context, context.parts.changeFeed.watch(signal));
    for await (const batch of batches) yield { changes: [...batch] };
  }),
};

/** Long work: how far it is, and the way to stop it. */
export const workRoutes = {
  get: work.get.handler(async ({ context, input }) =>
    context.parts.longWork.stateOf(input.id, context.actor.personId),
  ),
  watch: work.watch.handler(({ context, input, signal }) =>
    whileSignedIn(context, context.parts.longWork.watch(input.id, context.actor.personId, signal)),
  ),
  cancel: work.cancel.handler(async ({ context, input }) => {
    context.parts.longWork.cancel(input.id, context.actor.personId);
    return {};
  }),
};

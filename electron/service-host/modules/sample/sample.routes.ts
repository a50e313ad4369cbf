import { sampleContract } from '#shared/contract/audit.contract.ts';
import { refuse } from '#shared/contract/refusals.ts';
import { acting, reading, routesOf } from '../../api/routes.ts';
import type { HostParts } from '../../api/host-parts.ts';
import type { Progress } from '#shared/domain/progress.ts';
import { hashPassword } from '../people/passwords.ts';
import { sampleScan } from './sample-scan.ts';
import { samplePassword } from './sample.presets.ts';
import { loadSample, removeSample, sampleStatus } from './sample.service.ts';

const at = routesOf(sampleContract);

/** Sample data to try with. */
export const sampleRoutes = {
  status: at.status.handler(reading(sampleStatus)),
  load: at.load.handler(({ context, input, path }) =>
    context.actAndWork(path.join('.'), input, async (tx) => {
      if (!(await sampleStatus(tx)).mayLoad) refuse('ALREADY_SET_UP', {});
      return (progress) => loadSampleInto(context.parts, input.size, progress);
    }),
  ),
  remove: at.remove.handler(acting(removeSample)),
};

/** Loads the sample into the books of a host; as long work, or by the office server before it serves. */
export async function loadSampleInto(
  parts: HostParts,
  size: 'small' | 'full',
  progress: Progress,
): Promise<{ password: string }> {
  const passwordHash = await hashPassword(samplePassword);
  return loadSample(
    parts.database,
    { size, now: parts.database.clock.now(), passwordHash, addScan: await sampleScan(parts.attachmentStore) },
    progress,
  );
}

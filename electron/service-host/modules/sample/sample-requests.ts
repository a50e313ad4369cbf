import { and, asc, eq, inArray, isNull, lt } from 'drizzle-orm';
import { dayOf } from '#shared/domain/days.ts';
import { oldParts } from '../../schema/old-parts.tables.ts';
import { requisitions } from '../../schema/requisitions.tables.ts';
import { askWaive } from '../old-parts/old-parts.service.ts';
import { listHolders } from '../requisitions/holders.queries.ts';
import { askOverLimit } from '../requisitions/deciding.service.ts';
import { personOf, type SampleBooks } from './sample-books.ts';

/** So many old parts are asked to be let stay away. */
const waivesAsked = 2;

/** On the last day the front desk asks for what a leader allows: an old part that is lost, and a holder who is stopped. */
export async function askForAllowances(books: SampleBooks, at: number): Promise<void> {
  const clerk = personOf(books, 'wangxm');
  await books.at(at, clerk, async (tx) => {
    const late = await tx.db
      .select({ id: oldParts.id, version: oldParts.version })
      .from(oldParts)
      .where(and(eq(oldParts.state, 'due'), lt(oldParts.dueDay, dayOf(tx.now))))
      .orderBy(asc(oldParts.dueDay), asc(oldParts.id))
      .limit(waivesAsked);
    for (const tag of late) await askWaive(tx, { ...tag, reason: '旧件在事故中烧毁，有现场照片' });
    const stopped = (await listHolders(tx)).filter(({ overLimit }) => overLimit);
    if (stopped.length === 0) return;
    const [waiting] = await tx.db
      .select({ id: requisitions.id, version: requisitions.version })
      .from(requisitions)
      .where(
        and(
          inArray(requisitions.state, ['submitted', 'approved', 'partlyIssued']),
          isNull(requisitions.allowedBy),
          inArray(
            requisitions.holderAccountId,
            stopped.map(({ accountId }) => accountId),
          ),
        ),
      )
      .orderBy(asc(requisitions.createdAt), asc(requisitions.id))
      .limit(1);
    if (waiting) await askOverLimit(tx, { ...waiting, reason: '车辆在高速上待救援，旧件随车带回' });
  });
}

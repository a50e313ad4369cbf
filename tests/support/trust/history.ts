import { asc, eq } from 'drizzle-orm';
import { present } from '#shared/domain/assert.ts';
import type { Database } from '#host/database/database.ts';
import { clearLines } from '#host/modules/requisitions/clearing.service.ts';
import { issueParts } from '#host/modules/requisitions/issuing.service.ts';
import { voidRequisition } from '#host/modules/requisitions/requisitions.service.ts';
import { issueLines } from '#host/schema/requisitions.tables.ts';
import { reverseReceipt } from '#host/modules/stock/reversals.service.ts';
import { openDesk, receive, type Shop } from './shop.ts';

/** A little of everything that moves stock or gives numbers: received, issued, returned, lost, reversed, voided. */
export async function writeHistory(database: Database, shop: Shop): Promise<void> {
  const { actors, partId, binId, otherBinId } = shop;
  await receive(database, actors.warehouse, { partId, accountId: binId, quantity: 20_000 });
  const mistaken = await receive(database, actors.warehouse, {
    partId,
    accountId: otherBinId,
    quantity: 5000,
  });
  await database.write(actors.warehouse, (tx) =>
    reverseReceipt(tx, { ...mistaken, reason: '录错', writeAnew: false }),
  );
  const desk = await openDesk(database, shop, 10_000, true);
  const issued = await database.write(actors.warehouse, (tx) =>
    issueParts(tx, {
      ...desk,
      lines: [{ requisitionLineId: desk.lineId, partId, accountId: binId, quantity: 6000 }],
    }),
  );
  const [drawn] = await database.read(actors.warehouse, (tx) =>
    tx.db.select().from(issueLines).where(eq(issueLines.issueId, issued.issueId)).orderBy(asc(issueLines.id)),
  );
  const issueLineId = present(drawn, 'the issued line').id;
  const cleared = await database.write(actors.warehouse, (tx) =>
    clearLines(tx, {
      ...issued,
      lines: [{ kind: 'returned', issueLineId, quantity: 2000, accountId: otherBinId }],
    }),
  );
  await database.write(actors.leader, (tx) =>
    clearLines(tx, {
      ...cleared,
      lines: [{ kind: 'lost', issueLineId, quantity: 1000, reason: '路上丢失', chargeFen: 0 }],
    }),
  );
  const needless = await openDesk(database, shop, 1000);
  await database.write(actors.leader, (tx) => voidRequisition(tx, { ...needless, reason: '不用了' }));
}

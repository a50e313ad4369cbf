import type { WriteTx } from '../../database/database.ts';
import { recordAudit } from '../../desks/audit/audit.service.ts';

/** Notes who asked for a check of the ledger. */
export async function recordCheck(tx: WriteTx, workId: string): Promise<void> {
  await recordAudit(tx, { act: 'stock.check', subjectKind: 'stock', subjectId: workId });
}

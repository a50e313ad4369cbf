import type { WriteTx } from '../../database/database.ts';
import { recordAudit } from '../audit/audit.service.ts';

/** Begins a check of the ledger and notes who asked for it. */
export async function recordCheck(tx: WriteTx, begin: () => string): Promise<{ workId: string }> {
  const workId = begin();
  await recordAudit(tx, { act: 'stock.check', subjectKind: 'stock', subjectId: workId });
  return { workId };
}

import type { ReadTx } from '../../database/database.ts';
import { among } from '../../database/read-page.ts';
import { parts } from '../../schema/parts.tables.ts';

/** Specifications by part, for papers whose query does not bring them. */
export async function specificationsOf(
  tx: ReadTx,
  partIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.db
    .select({ id: parts.id, specification: parts.specification })
    .from(parts)
    .where(among(parts.id, partIds));
  return new Map(rows.map((row) => [row.id, row.specification]));
}

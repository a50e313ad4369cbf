import { eq } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { ReadTx } from '../../database/database.ts';
import { parts } from '../../schema/parts.tables.ts';
import { components } from '../../schema/units.tables.ts';
import { warrantyJudgements, warrantyTerms } from '../../schema/warranty.tables.ts';

const users: readonly (SQLiteTable & { readonly componentGroupCode: SQLiteColumn })[] = [
  warrantyTerms,
  warrantyJudgements,
  components,
  parts,
];

/** Whether a policy, a judgement, a part or an assembly names the component group. */
export async function groupInUse(tx: ReadTx, code: string): Promise<boolean> {
  for (const table of users) {
    const [found] = await tx.db
      .select({ code: table.componentGroupCode })
      .from(table)
      .where(eq(table.componentGroupCode, code))
      .limit(1);
    if (found) return true;
  }
  return false;
}

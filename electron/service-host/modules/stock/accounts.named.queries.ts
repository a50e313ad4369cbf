import { inArray } from 'drizzle-orm';
import { calling } from '../../database/named.ts';
import { stockAccounts } from '../../schema/stock.tables.ts';

/** A stock account as other records name it, and the person whose account it is. */
export interface AccountName {
  readonly code: string;
  readonly name: string;
  readonly personId: string | null;
}

/** The stock accounts with these ids. */
export const accountsNamed = calling<AccountName>(
  'accounts.named',
  { code: '', name: '', personId: null },
  (db, ids) =>
    db
      .select({
        id: stockAccounts.id,
        code: stockAccounts.code,
        name: stockAccounts.name,
        personId: stockAccounts.personId,
      })
      .from(stockAccounts)
      .where(inArray(stockAccounts.id, ids)),
);

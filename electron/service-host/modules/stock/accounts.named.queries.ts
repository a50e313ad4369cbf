import type { ReadTx } from '../../database/database.ts';
import { namesOf, type Names } from '../../database/named.ts';
import { among } from '../../database/read-page.ts';
import { stockAccounts } from '../../schema/stock.tables.ts';

/** A stock account as other records name it, and the person whose account it is. */
export interface AccountName {
  readonly code: string;
  readonly name: string;
  readonly personId: string | null;
}

/** The stock accounts with these ids. */
export function accountsNamed(
  tx: ReadTx,
  ids: readonly (string | null | undefined)[],
): Promise<Names<AccountName>> {
  return namesOf<AccountName>(
    ids,
    (some) =>
      tx.db
        .select({
          id: stockAccounts.id,
          code: stockAccounts.code,
          name: stockAccounts.name,
          personId: stockAccounts.personId,
        })
        .from(stockAccounts)
        .where(among(stockAccounts.id, some)),
    { code: '', name: '', personId: null },
  );
}

import type { ReadTx } from '../../database/database.ts';
import { namesOf, type Names } from '../../database/named.ts';
import { among } from '../../database/read-page.ts';
import { people } from '../../schema/people.tables.ts';

/** A person as other records name them, and whether they work here. */
export interface PersonName {
  readonly name: string;
  readonly active: boolean;
}

/** The people with these ids. */
export function peopleNamed(
  tx: ReadTx,
  ids: readonly (string | null | undefined)[],
): Promise<Names<PersonName>> {
  return namesOf<PersonName>(
    ids,
    (some) =>
      tx.db
        .select({ id: people.id, name: people.name, active: people.active })
        .from(people)
        .where(among(people.id, some)),
    { name: '', active: false },
  );
}

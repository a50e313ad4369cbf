import { inArray } from 'drizzle-orm';
import { calling } from '../../database/named.ts';
import { people } from '../../schema/people.tables.ts';

/** A person as other records name them, and whether they work here. */
export interface PersonName {
  readonly name: string;
  readonly active: boolean;
}

/** The people with these ids. */
export const peopleNamed = calling<PersonName>('people.named', { name: '', active: false }, (db, ids) =>
  db
    .select({ id: people.id, name: people.name, active: people.active })
    .from(people)
    .where(inArray(people.id, ids)),
);

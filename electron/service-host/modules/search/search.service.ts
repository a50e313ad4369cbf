import { desc, eq, sql } from 'drizzle-orm';
import type { SearchKind } from '#shared/nouns/index.ts';
import type { WriteTx } from '../../database/database.ts';
import { given, statement } from '../../database/statement.ts';
import { searchText } from '../search-text.ts';
import { gramsOfText } from './search.rules.ts';
import { searchEntries } from './search.tables.ts';

/** What a record shows in the search field, and the texts it is found by. */
export interface Searchable {
  readonly kind: SearchKind;
  readonly subjectId: string;
  readonly title: string;
  readonly subtitle: string;
  readonly texts: readonly string[];
}

/** Makes a record findable, or brings its entry up to date; called by every service that writes the record. */
export async function indexForSearch(tx: WriteTx, record: Searchable): Promise<void> {
  const { kind, subjectId, title, subtitle } = record;
  const text = searchText(record.texts);
  const [known] = await tx.run(findEntry, { subjectId });
  if (known) {
    await tx.run(updateEntry, { key: known.key, title, subtitle, text });
    if (known.text !== text) await tx.grams.put(known.key, gramsOfText(kind, text));
    return;
  }
  const [last] = await tx.run(lastKey);
  const key = (last?.key ?? 0) + 1;
  await tx.run(insertEntry, { key, kind, subjectId, title, subtitle, text });
  await tx.grams.put(key, gramsOfText(kind, text));
}

const findEntry = statement('search.find', (db) =>
  db
    .select({ key: searchEntries.key, text: searchEntries.text })
    .from(searchEntries)
    .where(eq(searchEntries.subjectId, given('subjectId'))),
);

const updateEntry = statement('search.update', (db) =>
  db
    .update(searchEntries)
    .set({ title: sql`${given('title')}`, subtitle: sql`${given('subtitle')}`, text: sql`${given('text')}` })
    .where(eq(searchEntries.key, given('key'))),
);

const lastKey = statement('search.lastKey', (db) =>
  db.select({ key: searchEntries.key }).from(searchEntries).orderBy(desc(searchEntries.key)).limit(1),
);

const insertEntry = statement('search.insert', (db) =>
  db.insert(searchEntries).values({
    key: given('key'),
    kind: given('kind'),
    subjectId: given('subjectId'),
    title: given('title'),
    subtitle: given('subtitle'),
    text: given('text'),
  }),
);

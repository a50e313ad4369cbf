import { desc, eq, sql, lt } from 'drizzle-orm';
import { namedKinds, type NamedKind } from '#shared/nouns/named-kinds.ts';
import type { SearchKind } from '#shared/nouns/index.ts';
import type { WriteTx } from '../../database/database.ts';
import { given, statement } from '../../database/statement.ts';
import { searchText } from './search-text.ts';
import { gramsOfText } from './search.rules.ts';
import { searchEntries, searchRenames } from '../../schema/search.tables.ts';

/** What a record shows in the search field, and the texts it is found by. */
export interface Searchable {
  readonly kind: SearchKind;
  readonly subjectId: string;
  readonly title: string;
  readonly subtitle: string;
  readonly texts: readonly string[];
}

/** The change that tells of a new name: entries of other records have to follow. */
export const renamedChange = 'searchRename';

/**
 * Makes a record findable, or brings its entry up to date; called by every service that writes the record. The entries of
 * records that name it follow after the commit.
 */
export async function indexForSearch(tx: WriteTx, record: Searchable): Promise<void> {
  const { kind, subjectId, title, subtitle } = record;
  const text = searchText(record.texts);
  const [known] = await tx.run(findEntry, { subjectId });
  const form = newestForm;
  if (known) {
    const isSame = known.title === title && known.subtitle === subtitle && known.text === text;
    if (isSame && known.form === form) return;
    await tx.run(updateEntry, { key: known.key, title, subtitle, text, form });
    if (known.text !== text) await tx.grams.put(known.key, gramsOfText(kind, text));
    // Of a customer others show the name alone, which is the title; a new telephone number concerns nobody else.
    const isRenamed = known.title !== title || (kind !== 'customer' && known.text !== text);
    const named = namedKinds.find((one) => one === kind);
    if (isRenamed && named) await noteRenamed(tx, named, subjectId);
    return;
  }
  const [last] = await tx.run(lastKey);
  const key = (last?.key ?? 0) + 1;
  await tx.run(insertEntry, { key, kind, subjectId, title, subtitle, text, form });
  await tx.grams.put(key, gramsOfText(kind, text));
}

/** Brings at most `limit` entries of an older program to today's form; says how many. Their text holds all they are found by. */
export async function refreshSearchTexts(tx: WriteTx, limit: number): Promise<number> {
  const { key, kind, text, form } = searchEntries;
  const rows = await tx.db
    .select({ key, kind, text })
    .from(searchEntries)
    .where(lt(form, newestForm))
    .limit(limit);
  for (const row of rows) {
    const renewed = searchText(row.text.split('\n'));
    await tx.db.update(searchEntries).set({ text: renewed, form: newestForm }).where(eq(key, row.key));
    if (renewed !== row.text) await tx.grams.put(row.key, gramsOfText(row.kind, renewed));
  }
  return rows.length;
}

/** Raised whenever `searchText` makes another text out of the same words. In form 2, ü is found as u and as v. */
const newestForm = 2;

/** Notes that a record has a new name, so that those that name it are found by it. Called for what has no entry itself. */
export async function noteRenamed(tx: WriteTx, kind: NamedKind, subjectId: string): Promise<void> {
  await tx.db.insert(searchRenames).values({ subjectId, kind }).onConflictDoNothing();
  tx.changes.push({ kind: renamedChange, id: subjectId });
}

const findEntry = statement('search.find', (db) =>
  db
    .select({
      key: searchEntries.key,
      title: searchEntries.title,
      subtitle: searchEntries.subtitle,
      text: searchEntries.text,
      form: searchEntries.form,
    })
    .from(searchEntries)
    .where(eq(searchEntries.subjectId, given('subjectId'))),
);

const updateEntry = statement('search.update', (db) =>
  db
    .update(searchEntries)
    .set({
      title: sql`${given('title')}`,
      subtitle: sql`${given('subtitle')}`,
      text: sql`${given('text')}`,
      form: sql`${given('form')}`,
    })
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
    form: given('form'),
  }),
);

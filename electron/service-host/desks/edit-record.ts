import { and, desc, eq, getTableName } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable, SQLiteUpdateSetSource } from 'drizzle-orm/sqlite-core';
import { refuse } from '#shared/contract/refusals.ts';
import type { ReadTx, WriteTx } from '../database/database.ts';
import { given, statement, type Statement } from '../database/statement.ts';
import { auditEntries } from '../schema/audit.tables.ts';
import { recordAudit } from './audit/audit.service.ts';

type EditableTable = SQLiteTable & { readonly id: SQLiteColumn; readonly version: SQLiteColumn };

interface Subject {
  readonly kind: string;
  readonly id: string;
}

interface Edit<Table extends EditableTable> {
  /** The subject kind of the audit trail and the change feed. */
  readonly kind: string;
  readonly act: string;
  readonly id: string;
  /** The version its editor saw. */
  readonly version: number;
  readonly fields: SQLiteUpdateSetSource<Table>;
  /** Names of fields whose values the audit trail must not hold. */
  readonly secret?: readonly string[];
  /** The record in whose story it is told, when the row is a part of another record: a person of a customer. */
  readonly partOf?: Subject;
  /** What the act changes beside the row and belongs to the record, as the audit trail tells it. */
  readonly also?: { readonly before: Record<string, unknown>; readonly after: Record<string, unknown> };
}

/**
 * Changes fields of a record that others edit too, and writes the audit row with what they were before.
 * Refuses CHANGED_MEANWHILE, with who, when and the record as it is now, when somebody saved since `version`.
 */
export async function editRecord<Table extends EditableTable>(
  tx: WriteTx,
  table: Table,
  edit: Edit<Table>,
): Promise<{ id: string; version: number }> {
  const before = await findRecord(tx, table, edit.id);
  if (!before) refuse('NOT_FOUND', { kind: edit.kind });
  const version = edit.version + 1;
  const changed = await tx.run(updating(table, edit.fields), {
    ...edit.fields,
    version,
    editedId: edit.id,
    seenVersion: edit.version,
  });
  const subject = edit.partOf ?? edit;
  if (changed.length === 0)
    await refuseStale(tx, subject, { ...before, ...edit.also?.before }, edit.partOf && edit.id);
  const names = Object.keys(edit.fields).filter((name) => !edit.secret?.includes(name));
  await recordAudit(tx, {
    act: edit.act,
    subjectKind: subject.kind,
    subjectId: subject.id,
    before: { ...pick(before, names), ...edit.also?.before },
    after: { ...pick(edit.fields, names), ...edit.also?.after },
  });
  return { id: edit.id, version };
}

/** Refuses CHANGED_MEANWHILE when somebody saved the record since `version`; for acts that write something else first. */
export async function refuseIfStale<Table extends EditableTable>(
  tx: WriteTx,
  table: Table,
  kind: string,
  id: string,
  version: number,
): Promise<void> {
  const current = await findRecord(tx, table, id);
  if (!current) refuse('NOT_FOUND', { kind });
  if (current['version'] !== version) await refuseStale(tx, { kind, id }, current);
}

/** The row of a record; undefined where there is none. */
export async function findRecord(
  tx: ReadTx,
  table: EditableTable,
  id: string,
): Promise<Record<string, unknown> | undefined> {
  const name = `record.${getTableName(table)}`;
  let find = finders.get(name);
  if (!find) {
    find = statement(name, (db) =>
      db
        .select()
        .from(table)
        .where(eq(table.id, given('id'))),
    );
    finders.set(name, find);
  }
  const [row] = await tx.run(find, { id });
  return row;
}

const finders = new Map<string, Statement<Record<string, unknown>[]>>();

/** Built once for the same fields of the same table: building it anew took longer than running it. */
function updating(table: EditableTable, fields: object): Statement<{ id: unknown }[]> {
  const names = Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  const key = [getTableName(table), ...names.toSorted()].join();
  let update = updates.get(key);
  if (!update) {
    const values = Object.fromEntries([...names, 'version'].map((column) => [column, given(column)]));
    // PostgreSQL takes 63 characters of a statement's name; those of all fields would be more.
    update = statement(`edit.${getTableName(table)}.${updates.size}`, (db) =>
      db
        .update(table)
        // The names are those of columns; drizzle cannot know that every editable table has a version.
        .set(values as SQLiteUpdateSetSource<EditableTable>)
        .where(and(eq(table.id, given('editedId')), eq(table.version, given('seenVersion'))))
        .returning({ id: table.id }),
    );
    updates.set(key, update);
  }
  return update;
}

const updates = new Map<string, Statement<{ id: unknown }[]>>();

/** How far back in the story of a record the last change of a part of it is looked for. */
const toldAtMost = 200;

/** Says who was faster: the last audit row of the record, or the last in the story of another that names it as its part. */
async function refuseStale(
  tx: WriteTx,
  { kind, id }: Subject,
  current: Record<string, unknown>,
  partId?: string,
): Promise<never> {
  const told = await tx.db
    .select({ by: auditEntries.personName, at: auditEntries.at, after: auditEntries.after })
    .from(auditEntries)
    .where(and(eq(auditEntries.subjectKind, kind), eq(auditEntries.subjectId, id)))
    .orderBy(desc(auditEntries.sequence))
    .limit(partId === undefined ? 1 : toldAtMost);
  const last = told.find(
    ({ after }) => partId === undefined || JSON.stringify(after ?? null).includes(partId),
  );
  const { passwordHash: _, pinHash: __, ...shown } = current;
  return refuse('CHANGED_MEANWHILE', {
    kind,
    id,
    by: last?.by ?? '',
    at: last?.at ?? tx.now,
    current: shown,
  });
}

function pick(from: object, names: readonly string[]): Record<string, unknown> {
  const all = new Map(Object.entries(from));
  return Object.fromEntries(names.map((name) => [name, all.get(name)]));
}

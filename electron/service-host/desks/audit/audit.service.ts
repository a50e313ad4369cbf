import { desc } from 'drizzle-orm';
import { canonicalJson } from '#shared/domain/canonical-json.ts';
import { dayOf } from '#shared/domain/days.ts';
import type { WriteTx } from '../../database/database.ts';
import { given, statement } from '../../database/statement.ts';
import { auditHash, chainStart } from './audit.rules.ts';
import { auditDays, auditEntries } from '../../schema/audit.tables.ts';

/** What a service tells the audit trail of an act. `before` and `after` hold the fields that matter, or null. */
export interface AuditRecord {
  /** `<module>.<act>`, as in `requisitions.approve`. */
  readonly act: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** Adds a row to the audit trail in the transaction of the act, and tells the change feed of its subject. */
export async function recordAudit(tx: WriteTx, record: AuditRecord): Promise<void> {
  await addEntry(tx, record);
  tx.changes.push({ kind: record.subjectKind, id: record.subjectId });
}

/** Adds a row to the audit trail and tells nobody; for what is to be kept on record and changes nothing. */
export async function addEntry(tx: WriteTx, record: AuditRecord): Promise<void> {
  const [last] = await tx.run(lastEntry);
  const previousHash = last?.hash ?? chainStart;
  const content = {
    sequence: (last?.sequence ?? 0) + 1,
    at: tx.now,
    personId: tx.actor.personId,
    personName: tx.actor.name,
    act: record.act,
    subjectKind: record.subjectKind,
    subjectId: record.subjectId,
    before: canonicalJson(record.before ?? null),
    after: canonicalJson(record.after ?? null),
  };
  // The column writes the text anew, in the order of keys that the canonical text has.
  const values = { before: JSON.parse(content.before), after: JSON.parse(content.after) };
  const hash = auditHash(previousHash, content);
  await tx.run(insertEntry, { ...content, ...values, previousHash, hash });
  const day = dayOf(tx.now);
  const dayBefore = last === undefined ? '' : dayOf(last.at);
  if (day !== dayBefore) await tx.run(insertDay, { sequence: content.sequence, day, dayBefore });
}

const lastEntry = statement('audit.last', (db) =>
  db
    .select({ sequence: auditEntries.sequence, at: auditEntries.at, hash: auditEntries.hash })
    .from(auditEntries)
    .orderBy(desc(auditEntries.sequence))
    .limit(1),
);

const insertEntry = statement('audit.insert', (db) =>
  db.insert(auditEntries).values({
    sequence: given('sequence'),
    at: given('at'),
    personId: given('personId'),
    personName: given('personName'),
    act: given('act'),
    subjectKind: given('subjectKind'),
    subjectId: given('subjectId'),
    before: given('before'),
    after: given('after'),
    previousHash: given('previousHash'),
    hash: given('hash'),
  }),
);

const insertDay = statement('audit.insertDay', (db) =>
  db.insert(auditDays).values({
    sequence: given('sequence'),
    day: given('day'),
    dayBefore: given('dayBefore'),
  }),
);

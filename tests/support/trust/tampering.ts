import type BetterSqlite3 from 'better-sqlite3';
import { auditHash } from '#host/desks/audit/audit.rules.ts';

/** A row of the trail as it lies in the file. */
interface Row {
  sequence: number;
  at: number;
  person_id: string | null;
  person_name: string;
  act: string;
  subject_kind: string;
  subject_id: string;
  before: string;
  after: string;
  previous_hash: string;
  hash: string;
}

/** A way to alter the trail behind the program's back. `number(below)` draws; never touches the last row. */
export type Tampering = (
  file: BetterSqlite3.Database,
  rowCount: number,
  number: (below: number) => number,
) => void;

const columns = [
  'at',
  'person_id',
  'person_name',
  'act',
  'subject_kind',
  'subject_id',
  'before',
  'after',
  'previous_hash',
  'hash',
] as const;

/** Every way that the check must find without knowing anything but the books. */
export const tamperings: Readonly<Record<string, Tampering>> = {
  'another value in one field': (file, rowCount, number) => {
    const row = rowAt(file, 1 + number(rowCount));
    const column = columns[number(columns.length)]!;
    const other =
      { at: row.at + 1 + number(1000), before: '{"a":1}', after: '"x"', person_id: 'somebody' }[
        column as string
      ] ?? flipped(String(row[column]), number);
    file.prepare(`UPDATE audit_entries SET ${column} = ? WHERE sequence = ?`).run(other, row.sequence);
  },
  'one digit inside a value': (file, rowCount, number) => {
    const row = rowAt(file, 1 + number(rowCount));
    const digits = [...row.after.matchAll(/\d/g)];
    const { index, 0: digit } = digits[number(digits.length)]!;
    const after = row.after.slice(0, index) + ((Number(digit) + 1) % 10 || 1) + row.after.slice(index + 1);
    file
      .prepare('UPDATE audit_entries SET after = ? WHERE sequence = ?')
      .run(after === row.after ? row.after.replace(/\d/, '7777') : after, row.sequence);
  },
  'another text of the same value': (file, rowCount, number) => {
    const row = rowAt(file, 1 + number(rowCount));
    const texts = [
      row.after.replace(',', ', '),
      row.after.replace('{', '{"number":0,'),
      JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(row.after)).toReversed())),
    ].filter((text) => text !== row.after);
    const after = texts[number(texts.length)]!;
    file.prepare('UPDATE audit_entries SET after = ? WHERE sequence = ?').run(after, row.sequence);
  },
  'another day in the index of days': (file) => {
    file.exec("UPDATE audit_days SET day = '2026-01-01'");
  },
  'a day put into the index of days': (file, rowCount, number) => {
    file
      .prepare('INSERT OR REPLACE INTO audit_days VALUES (?, ?, ?)')
      .run(2 + number(rowCount), '2026-01-02', '2026-01-01');
  },
  'the index of days emptied': (file) => {
    file.exec('DELETE FROM audit_days');
  },
  'text that is no JSON': (file, rowCount, number) => {
    file.prepare('UPDATE audit_entries SET after = ? WHERE sequence = ?').run('{', 1 + number(rowCount));
  },
  'a field with the hash of the row made anew': (file, rowCount, number) => {
    const row = { ...rowAt(file, 1 + number(rowCount - 1)), person_name: 'nobody' };
    put(file, { ...row, hash: hashOf(row) });
  },
  'one row removed': (file, rowCount, number) => {
    file.prepare('DELETE FROM audit_entries WHERE sequence = ?').run(1 + number(rowCount - 1));
  },
  'several rows removed and the rest closed up': (file, rowCount, number) => {
    const first = 1 + number(rowCount - 20);
    const many = 1 + number(10);
    file.prepare('DELETE FROM audit_entries WHERE sequence >= ? AND sequence < ?').run(first, first + many);
    shift(file, first + many, -many);
  },
  'two rows exchanged': (file, rowCount, number) => {
    const one = rowAt(file, 1 + number(rowCount - 1));
    const other = rowAt(file, one.sequence + 1 + number(rowCount - one.sequence));
    file.prepare('DELETE FROM audit_entries WHERE sequence IN (?, ?)').run(one.sequence, other.sequence);
    insert(file, { ...one, sequence: other.sequence });
    insert(file, { ...other, sequence: one.sequence });
  },
  'the contents of two rows exchanged, hashes left': (file, rowCount, number) => {
    const one = rowAt(file, 1 + number(rowCount - 1));
    const other = rowAt(file, one.sequence + 1 + number(rowCount - one.sequence));
    const content = ({ at, act, subject_id, after }: Row) => ({ at, act, subject_id, after });
    put(file, { ...one, ...content(other) });
    put(file, { ...other, ...content(one) });
  },
  'a row put in with a fitting hash of its own': (file, rowCount, number) => {
    const before = rowAt(file, 1 + number(rowCount - 1));
    shift(file, before.sequence + 1, 1);
    const forged = {
      ...before,
      sequence: before.sequence + 1,
      act: 'requisitions.approve',
      previous_hash: before.hash,
    };
    insert(file, { ...forged, hash: hashOf(forged) });
  },
  'a row put in before the first': (file, _, number) => {
    const first = rowAt(file, 1);
    insert(file, { ...first, sequence: -number(5) });
  },
  'a row put in far before the first': (file, _, number) => {
    const below = BigInt(-1 - number(1000)) - 2n ** 53n;
    file
      .prepare(
        `INSERT INTO audit_entries SELECT ?, ${columns.join(', ')} FROM audit_entries WHERE sequence = 1`,
      )
      .run(below);
  },
};

/** Takes rows off the end: invisible to whoever knows the books alone. */
export function cutTail(file: BetterSqlite3.Database, rowCount: number, many: number): void {
  file.prepare('DELETE FROM audit_entries WHERE sequence > ?').run(rowCount - many);
}

/** Writes the whole chain anew from a changed row on: what an administrator of the file can do. */
export function rewrite(file: BetterSqlite3.Database, rowCount: number, from: number): void {
  let previous = from === 1 ? '0'.repeat(64) : rowAt(file, from - 1).hash;
  for (let sequence = from; sequence <= rowCount; sequence += 1) {
    const row = {
      ...rowAt(file, sequence),
      previous_hash: previous,
      ...(sequence === from ? { person_name: 'nobody' } : {}),
    };
    previous = hashOf(row);
    put(file, { ...row, hash: previous });
  }
}

function hashOf(row: Row): string {
  const {
    sequence,
    at,
    act,
    person_id,
    person_name,
    subject_kind,
    subject_id,
    before,
    after,
    previous_hash,
  } = row;
  return auditHash(previous_hash, {
    sequence,
    at,
    act,
    personId: person_id,
    personName: person_name,
    subjectKind: subject_kind,
    subjectId: subject_id,
    before,
    after,
  });
}

function rowAt(file: BetterSqlite3.Database, sequence: number): Row {
  return file.prepare('SELECT * FROM audit_entries WHERE sequence = ?').get(sequence) as Row;
}

function put(file: BetterSqlite3.Database, row: Row): void {
  file.prepare('DELETE FROM audit_entries WHERE sequence = ?').run(row.sequence);
  insert(file, row);
}

function insert(file: BetterSqlite3.Database, row: Row): void {
  const names = ['sequence', ...columns];
  file
    .prepare(
      `INSERT INTO audit_entries (${names.join(', ')}) VALUES (${names.map((name) => `@${name}`).join(', ')})`,
    )
    .run(row);
}

/** Moves rows along, by way of numbers nobody has. */
function shift(file: BetterSqlite3.Database, from: number, by: number): void {
  file.prepare('UPDATE audit_entries SET sequence = sequence + 1000000 WHERE sequence >= ?').run(from);
  file
    .prepare('UPDATE audit_entries SET sequence = sequence - 1000000 + ? WHERE sequence >= 1000000')
    .run(by);
}

function flipped(text: string, number: (below: number) => number): string {
  const at = number(Math.max(1, text.length));
  const other = text[at] === 'x' ? 'y' : 'x';
  return text.slice(0, at) + other + text.slice(at + 1);
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openWriter } from '#host/database/sqlite/open-connection.ts';

const folder = mkdtempSync(join(tmpdir(), 'connection-'));
const connection = openWriter(join(folder, 'books.db'));
connection.exec("CREATE TABLE words (word TEXT) STRICT; INSERT INTO words VALUES ('售后')");
const text = 'SELECT word FROM words';

afterAll(() => {
  connection.close();
  rmSync(folder, { recursive: true, force: true });
});

test('every commit is on the disk before it is acknowledged', () => {
  expect(connection.pragma('synchronous', { simple: true })).toBe(2);
  expect(connection.pragma('journal_mode', { simple: true })).toBe('wal');
  expect(connection.pragma('foreign_keys', { simple: true })).toBe(1);
});

test('the same text is prepared once, and answers with rows again after somebody had it answer with arrays', () => {
  const first = connection.prepare(text);
  expect(first.raw().all()).toEqual([['售后']]);
  const second = connection.prepare(text);
  expect(second).toBe(first);
  expect(second.all()).toEqual([{ word: '售后' }]);
});

test('a remembered statement sees a table that was changed since', () => {
  expect(connection.prepare('SELECT * FROM words').all()).toEqual([{ word: '售后' }]);
  connection.exec(
    "ALTER TABLE words ADD COLUMN count INTEGER NOT NULL DEFAULT 3; INSERT INTO words VALUES ('𠮷', 1)",
  );
  expect(connection.prepare('SELECT * FROM words').all()).toEqual([
    { word: '售后', count: 3 },
    { word: '𠮷', count: 1 },
  ]);
});

test('more texts than are remembered all work', () => {
  for (let number = 0; number < 1200; number += 1) {
    expect(connection.prepare(`SELECT ${number} AS number`).get()).toEqual({ number });
  }
});

import { describe, expect, test, vi } from 'vitest';
import { BooksClock } from '#host/database/clock.ts';
import { openDatabase } from '#host/database/open-database.ts';
import { recordAudit } from '#host/desks/audit/audit.service.ts';
import { clockFault, isWholeCheckDue } from '#host/desks/audit/audit.watch.rules.ts';
import { openBooks, testStart } from '#tests/support/books.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

test('the time of the books follows the clock, and does not go back with it', () => {
  let told = testStart;
  const clock = new BooksClock(() => told);
  expect(clock.now()).toBe(testStart);
  told += 5000;
  expect(clock.now()).toBe(testStart + 5000);
  told -= 40 * dayMs;
  expect(clock.now()).toBeGreaterThanOrEqual(testStart + 5000);
  expect(clock.look().behindMs).toBeGreaterThanOrEqual(40 * dayMs);
});

test('while the clock is behind, time goes on at half its pace, so that waiting ends and the clock catches up', () => {
  const ticks = vi.spyOn(performance, 'now').mockReturnValue(1000);
  let told = testStart;
  const clock = new BooksClock(() => told, testStart + hourMs);
  const after = (minutes: number) => {
    told = testStart + minutes * minuteMs;
    ticks.mockReturnValue(1000 + minutes * minuteMs);
    return clock.now() - testStart;
  };
  expect(after(0)).toBe(hourMs);
  expect(after(10)).toBe(hourMs + 5 * minuteMs);
  expect(after(30)).toBe(hourMs + 15 * minuteMs);
  expect(after(121)).toBe(121 * minuteMs);
  expect(clock.look().behindMs).toBe(0);
});

describe.each(['sqlite', 'postgres'] as const)('books on %s', (engine) => {
  test('date nothing before their last entry, also when they are opened anew by a clock put back 40 days', async () => {
    const books = await openBooks(engine);
    const entry = { act: 'test.edit', subjectKind: 'test', subjectId: 'x' };
    await books.write((tx) => recordAudit(tx, entry));
    const clock = () => testStart - 40 * dayMs;
    const other = await openDatabase(books.location, { clock });
    expect(await other.read(books.actors.clerk, async (tx) => tx.now)).toBeGreaterThanOrEqual(testStart);
    expect(await other.write(books.actors.clerk, async (tx) => tx.now)).toBeGreaterThanOrEqual(testStart);
    await other.close();
    await books.close();
  });
});

test('another host of the same PostgreSQL database, whose clock is ahead, is not dated before', async () => {
  const books = await openBooks('postgres');
  const ahead = await openDatabase(books.location, { clock: () => testStart + hourMs });
  const entry = { act: 'test.edit', subjectKind: 'test', subjectId: 'x' };
  await ahead.write(books.actors.clerk, (tx) => recordAudit(tx, entry));
  expect(await books.write(async (tx) => tx.now)).toBeGreaterThanOrEqual(testStart + hourMs);
  await ahead.close();
  await books.close();
});

test('a clock is found wrong when it is behind the books, or jumps far ahead', () => {
  const right = { toldAt: testStart, behindMs: 0, lastAt: testStart - hourMs, known: null };
  expect(clockFault(right)).toBeNull();
  expect(clockFault({ ...right, behindMs: 20_000 })).toBeNull();
  const behind = clockFault({ ...right, behindMs: 40 * dayMs });
  expect(behind).toEqual({ kind: 'behind', toldAt: testStart, minutes: 40 * 24 * 60 });
  expect(clockFault({ ...right, known: behind })).toBeNull();
  const ahead = clockFault({ ...right, lastAt: testStart - 3650 * dayMs });
  expect(ahead).toEqual({ kind: 'ahead', toldAt: testStart, minutes: 3650 * 24 * 60 });
  expect(clockFault({ ...right, known: ahead })).toBe(ahead);
  expect(clockFault({ ...right, lastAt: undefined })).toBeNull();
});

test('the whole trail is checked once a night, and by day where nights are missed', () => {
  const at = (day: number, hour: number) => Date.UTC(2026, 10, day, hour - 8);
  expect(isWholeCheckDue(at(2, 2), at(1, 2))).toBe(true);
  expect(isWholeCheckDue(at(2, 3), at(2, 2))).toBe(false);
  expect(isWholeCheckDue(at(2, 10), at(1, 2))).toBe(false);
  expect(isWholeCheckDue(at(5, 10), at(2, 2))).toBe(true);
});

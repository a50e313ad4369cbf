import { describe, expect, test } from 'vitest';
import { KeysetSource } from '../../../renderer/grid/keyset-source.ts';

/** A list of numbers, paged by key as the host does it: the key of a page's last row. Notes what was asked. */
function listOf(numbers: readonly number[]) {
  const rows = [...numbers];
  const asked: (string | undefined)[] = [];
  const ask = async (after: string | undefined, limit: number) => {
    asked.push(after);
    const rest = rows.filter((row) => after === undefined || row > Number(after));
    const page = rest.slice(0, limit);
    return { rows: page, next: rest.length > limit ? String(page.at(-1)) : null };
  };
  return { ask, asked, rows };
}

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

describe('a list paged by key, read in blocks', () => {
  test('each block begins after the last row of the one before', async () => {
    const { ask, asked } = listOf(upTo(25));
    const source = new KeysetSource(ask, 10);
    expect(await source.block(0)).toEqual({ rows: upTo(10), length: undefined });
    expect((await source.block(10)).rows[0]).toBe(11);
    expect(await source.block(20)).toEqual({ rows: [21, 22, 23, 24, 25], length: 25 });
    expect(asked).toEqual([undefined, '10', '20']);
  });

  test('a list that ends with a block is as long as its rows', async () => {
    const source = new KeysetSource(listOf(upTo(10)).ask, 10);
    expect(await source.block(0)).toEqual({ rows: upTo(10), length: 10 });
  });

  test('says what the list says of a text found too often, in its middle and at its end', async () => {
    const { ask } = listOf(upTo(15));
    const cut = async (after: string | undefined, limit: number) => ({
      ...(await ask(after, limit)),
      onlyNewest: 500,
      isUnfinished: true,
    });
    const source = new KeysetSource(cut, 10);
    expect([await source.block(0), await source.block(10)]).toMatchObject([
      { length: undefined, onlyNewest: 500, isUnfinished: true },
      { length: 15, onlyNewest: 500, isUnfinished: true },
    ]);
    expect((await new KeysetSource(ask, 10).block(0)).onlyNewest).toBeUndefined();
  });

  test('an empty list has length 0', async () => {
    const source = new KeysetSource(listOf([]).ask, 10);
    expect(await source.block(0)).toEqual({ rows: [], length: 0 });
  });

  test('a block whose beginning is not known is reached from the nearest one that is', async () => {
    const { ask, asked } = listOf(upTo(100));
    const source = new KeysetSource(ask, 10);
    await source.block(0);
    expect((await source.block(40)).rows[0]).toBe(41);
    expect(asked).toEqual([undefined, '10', '20', '30', '40']);
    await source.block(30);
    expect(asked.at(-1)).toBe('30');
  });

  test('a block beyond the end says where the end is', async () => {
    const source = new KeysetSource(listOf(upTo(15)).ask, 10);
    expect(await source.block(50)).toEqual({ rows: [], length: 15 });
  });

  test('read again after rows came in, the blocks follow one another without a gap', async () => {
    const { ask, rows } = listOf(upTo(30));
    const source = new KeysetSource(ask, 10);
    for (const first of [0, 10, 20]) await source.block(first);
    rows.unshift(0.5, 0.75);
    const read = [];
    for (const first of [0, 10, 20]) read.push(...(await source.block(first)).rows);
    expect(read).toEqual([0.5, 0.75, ...upTo(28)]);
  });

  test('a list that has become shorter forgets where its later blocks began', async () => {
    const { ask, rows } = listOf(upTo(30));
    const source = new KeysetSource(ask, 10);
    for (const first of [0, 10, 20]) await source.block(first);
    rows.length = 5;
    expect((await source.block(0)).length).toBe(5);
    expect(await source.block(20)).toEqual({ rows: [], length: 5 });
  });

  test('a page that the host has filtered short is filled up', async () => {
    const pages = [
      { rows: [1, 2], next: 'a' },
      { rows: [3], next: 'b' },
      { rows: [4, 5], next: null },
    ];
    const limits: number[] = [];
    const source = new KeysetSource(async (_after, limit) => {
      limits.push(limit);
      return pages[limits.length - 1]!;
    }, 10);
    expect(await source.block(0)).toEqual({ rows: [1, 2, 3, 4, 5], length: 5 });
    expect(limits).toEqual([10, 8, 7]);
  });
});

import { expect, test } from 'vitest';
import { everyPage } from '#host/database/whole-list.ts';

/** A list of so many rows that hands out pages of 500, and counts them. */
function listOfRows(count: number) {
  const asked: (string | undefined)[] = [];
  const read = (after: string | undefined, limit: number) => {
    asked.push(after);
    const first = Number(after ?? 0);
    const last = Math.min(first + limit, count);
    const rows = Array.from({ length: last - first }, (_, index) => first + index);
    return Promise.resolve({ rows, next: last < count ? String(last) : null });
  };
  return { asked, read };
}

test('a list is read page by page to its end, and as many rows as allowed are not too many', async () => {
  const { read, asked } = listOfRows(1200);
  expect(await everyPage(read, 1200)).toHaveLength(1200);
  expect(asked).toEqual([undefined, '500', '1000']);
});

test('a list with more rows than a file may hold is refused, and not read to its end', async () => {
  const { read, asked } = listOfRows(1_000_000);
  await expect(everyPage(read, 1200)).rejects.toMatchObject({ code: 'LIST_TOO_LONG' });
  expect(asked).toHaveLength(3);
});

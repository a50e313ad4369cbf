import { expect, test } from 'vitest';
import { addDays, dayOf } from '#shared/domain/days.ts';
import { excelFile } from '#host/desks/lists/excel.ts';
import { exportMovements } from '#host/modules/stock/movements.export.queries.ts';
import { listMovements } from '#host/modules/stock/movements.queries.ts';
import { onBothEngines } from '#tests/support/books.ts';
import { readExcel } from '#tests/support/read-excel.ts';
import { addAccount, addPart, addWarehouse, move, receive } from './storeroom.ts';

type Filter = Parameters<typeof listMovements>[1]['filter'];
const day = 24 * 60 * 60_000;

onBothEngines('the list of movements', (books) => {
  const pages = async (filter: Filter, descending: boolean, limit: number) => {
    const sequences: number[] = [];
    let after: string | undefined;
    do {
      const page = await books().read((tx) =>
        listMovements(tx, { filter, sort: { by: 'sequence', descending }, limit, after }),
      );
      sequences.push(...page.rows.map((row) => row.sequence));
      after = page.next ?? undefined;
    } while (after !== undefined);
    return sequences;
  };

  test('pages by part, account, days and document, in either order, each row once', async () => {
    const warehouseId = await addWarehouse(books());
    const [one, other] = [await addAccount(books(), warehouseId), await addAccount(books(), warehouseId)];
    const [partId, another] = [await addPart(books()), await addPart(books())];
    const first = dayOf(books().now());
    await receive(books(), one, partId, 10_000, 100);
    await receive(books(), other, another, 10_000, 100);
    let documentId = '';
    for (let count = 0; count < 5; count += 1) {
      books().pass(day);
      documentId = await move(books(), partId, one, other, 1000);
      await move(books(), another, other, one, 500);
    }
    const until = dayOf(books().now());
    const counts: readonly [Filter, number][] = [
      [{ partId }, 6],
      [{ accountId: one }, 11],
      [{ accountId: one, partId }, 6],
      [{ accountId: other, fromDay: addDays(first, 2) }, 8],
      [{ fromDay: addDays(first, 1), untilDay: until }, 10],
      [{ fromDay: first, untilDay: first }, 2],
      [{ fromDay: '1990-01-01', untilDay: until }, 12],
      [{ documentId }, 1],
      [{ partId, fromDay: until, untilDay: until }, 1],
      [{}, 12],
    ];
    for (const [filter, count] of counts) {
      const down = await pages(filter, true, 3);
      expect(down, JSON.stringify(filter)).toHaveLength(count);
      expect(down).toEqual(down.toSorted((left, right) => right - left));
      expect(await pages(filter, false, 4)).toEqual(down.toReversed());
    }
  });

  test('refuses a cursor that is none', async () => {
    const read = books().read((tx) =>
      listMovements(tx, {
        filter: {},
        sort: { by: 'sequence', descending: true },
        limit: 1,
        after: '1 or 1=1',
      }),
    );
    await expect(read).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });

  test('exports a part or a month', async () => {
    const bin = await addAccount(books(), await addWarehouse(books()));
    const partId = await addPart(books(), { name: '=1+1' });
    await receive(books(), bin, partId, 12_500, 1860);
    const sheet = await books().read((tx) => exportMovements(tx, { partId }, 'en'));
    const [head, row] = await readExcel(await excelFile(sheet.name, sheet.columns, sheet.rows));
    expect(head?.map((cell) => cell?.value)).toContain('Part number');
    expect(row?.[6]).toEqual({ value: '=1+1', kind: 'text' });
    expect(row?.slice(9, 11)).toEqual([
      { value: '12.5', kind: 'number' },
      { value: '232.5', kind: 'number' },
    ]);
    const month = dayOf(books().now()).slice(0, 7);
    const whole = await books().read((tx) => exportMovements(tx, { month }, 'zh-CN'));
    expect(whole.rows.length).toBeGreaterThan(1);
    expect((await books().read((tx) => exportMovements(tx, {}, 'zh-CN'))).rows).toEqual(whole.rows);
    expect((await books().read((tx) => exportMovements(tx, { month: '2001-02' }, 'zh-CN'))).rows).toEqual([]);
  });
});

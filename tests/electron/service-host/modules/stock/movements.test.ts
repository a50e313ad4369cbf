import { expect, test } from 'vitest';
import type { Language } from '#shared/domain/actor.ts';
import { addDays, dayOf } from '#shared/domain/days.ts';
import { excelFile } from '#host/desks/lists/excel.ts';
import { sheets } from '#host/roll/sheets.ts';
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

  test('leaves as a file as it is filtered, ordered and shown', async () => {
    const bin = await addAccount(books(), await addWarehouse(books()));
    const partId = await addPart(books(), { name: '=1+1', unitOfMeasure: '升' });
    await receive(books(), bin, partId, 12_500, 1860);
    await receive(books(), bin, partId, 1000, 1860);
    const columns = ['sequence', 'partName', 'quantity', 'valueFen', 'toName', 'documentKind'];
    const sheetOf = (filter: Filter, language: Language) =>
      books().read((tx) =>
        sheets['stock.exportMovements'](
          tx,
          { filter, sort: { by: 'sequence', descending: true }, columns },
          language,
        ),
      );
    const sheet = await sheetOf({ partId }, 'en');
    const [head, later, row] = await readExcel(await excelFile(sheet.name, sheet.columns, sheet.rows));
    expect(head?.map((cell) => cell?.value)).toEqual([
      'No.',
      'Name',
      'Quantity',
      'Value',
      'To',
      'Kind of document',
    ]);
    expect(Number(later?.[0]?.value)).toBeGreaterThan(Number(row?.[0]?.value));
    expect(row?.[1]).toEqual({ value: '=1+1', kind: 'text' });
    expect(row?.slice(2, 4)).toEqual([
      { value: '12.5', kind: 'number' },
      { value: '232.5', kind: 'number' },
    ]);
    expect(row?.at(-1)?.value).toBe('Receipt');
    expect((await sheetOf({ accountId: bin }, 'zh-CN')).rows).toHaveLength(2);
    expect((await sheetOf({ fromDay: '2001-02-01', untilDay: '2001-02-28' }, 'zh-CN')).rows).toEqual([]);
    expect((await sheetOf({ partId }, 'zh-CN')).name).toMatch(/^备件台账分录 \d{4}-\d{2}-\d{2}$/);
  });
});

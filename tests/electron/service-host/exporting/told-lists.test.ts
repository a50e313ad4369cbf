import { beforeEach, expect, test } from 'vitest';
import type { ExcelSheet } from '#host/desks/lists/excel.ts';
import { sheets } from '#host/exporting/sheets.ts';
import { onBothEngines } from '#tests/support/books.ts';
import { drafted, finished, listed } from '../modules/reports/workshop.ts';
import { openShop, type Shop } from '../modules/requisitions/parts-shop.ts';

/** A sheet as it reads: its head, and its rows below. */
function written<Row>({ columns, rows }: ExcelSheet<Row>) {
  return [
    columns.map(({ title }) => title),
    ...rows.map((row) => columns.map((column) => column.value(row))),
  ];
}

onBothEngines('a list that leaves as a file', (books) => {
  let shop: Shop;
  beforeEach(async () => {
    shop = await openShop(books());
  });

  test('of service reports: its filter, its order, the columns shown, and what their cells hold', async () => {
    const first = await finished(books(), shop);
    books().pass(1000);
    const second = await finished(books(), shop);
    await drafted(books(), shop);
    const filter = { states: ['finished' as const], caseId: shop.caseId };
    const sheet = await books().read((tx) =>
      sheets['reports.exportList'](
        tx,
        { filter, sort: { by: 'createdAt', descending: false }, columns: ['technicians', 'number'] },
        'zh-CN',
      ),
    );
    const [row] = await listed(books(), filter);
    const about = [row?.caseNumber, row?.unitPlate, row?.customerName];
    expect(written(sheet)).toEqual([
      ['服务员', '编号', '服务单', '车牌', '用户'],
      [row?.technicians, first.number, ...about],
      [row?.technicians, second.number, ...about],
    ]);
    expect(sheet.name).toBe('服务报告');
  });
});

import { expect, test } from 'vitest';
import { dayOf, monthOf } from '#shared/domain/days.ts';
import { setMonthPaper } from '#host/modules/stock/month-paper.queries.ts';
import { wholeMonth } from '#host/modules/stock/month.export.queries.ts';
import { openPaperWriter } from '#host/printing/paper-writer.ts';
import { onBothEngines } from '#tests/support/books.ts';
import { seePdf } from '../../printing/pdf-tools.ts';
import { addAccount, addPart, addWarehouse, receive } from '../stock/storeroom.ts';

const day = 24 * 60 * 60_000;
const columns = ['partNumber', 'partName', 'inQuantity', 'inFen', 'closingFen'];

onBothEngines('the statement of a month on paper', (books) => {
  const paperOf = (scope: object = {}) =>
    books().read((tx) =>
      setMonthPaper(tx, { month: monthOf(dayOf(tx.now)), columns, language: 'zh-CN', ...scope }),
    );

  test('stands whole, with the sums of its categories, its totals and its places', async () => {
    const warehouseId = await addWarehouse(books());
    const bin = await addAccount(books(), warehouseId);
    const pump = await addPart(books(), { number: 'A-1', name: '水泵', category: '发动机' });
    const lamp = await addPart(books(), { number: 'B-1', name: '大灯', category: '电器' });
    await receive(books(), bin, pump, 2000, 1000);
    await receive(books(), bin, lamp, 1000, 500);
    const { list, paper } = await paperOf();
    expect(list.columns.map(({ label, align }) => `${label} ${align}`)).toEqual([
      '件号 left',
      '名称 left',
      '收入数量 right',
      '收入金额 right',
      '期末金额 right',
    ]);
    expect(list.rows).toEqual([
      ['A-1', '水泵', '2', '20.00', '20.00'],
      ['B-1', '大灯', '1', '5.00', '5.00'],
    ]);
    expect(list.end.slice(0, 3)).toEqual([
      ['', '小计：电器', '', '5.00', '5.00'],
      ['', '小计：发动机', '', '20.00', '20.00'],
      ['', '合计', '', '25.00', '25.00'],
    ]);
    expect(list.end[3]?.[1]).toMatch(/^其中：/);
    expect(paper.fileName).toBe('进销存月报.pdf');
    const { pdf } = await openPaperWriter().write(paper.definition);
    const text = seePdf(pdf).texts.join('').replace(/\s/g, '');
    for (const words of ['2B-1大灯15.005.00', '合计25.0025.00', '行数2']) expect(text).toContain(words);
  });

  test('says what it is about, and sums what it lists', async () => {
    books().pass(31 * day);
    const bin = await addAccount(books(), await addWarehouse(books()));
    const partId = await addPart(books(), { number: 'C-1', name: '皮带', category: '' });
    await receive(books(), bin, partId, 1000, 300);
    const { list } = await paperOf({ onlyMoved: true });
    expect(list.filter).toContain('只看有变动的');
    expect(list.rows).toEqual([['C-1', '皮带', '1', '3.00', '3.00']]);
    expect(list.end.slice(0, 2)).toEqual([
      ['', '所列合计', '', '3.00', '3.00'],
      ['', '合计（含没有变动的）', '', '3.00', '28.00'],
    ]);
  });

  test('is refused with more rows than one paper holds, and to those who may not see the ledger', async () => {
    const month = monthOf(dayOf(books().now()));
    const long = books().read((tx) => wholeMonth(tx, { month }, 2));
    await expect(long).rejects.toMatchObject({ code: 'PAPER_TOO_LONG', facts: { rows: 2 } });
    const blind = books().read((tx) =>
      setMonthPaper(
        { ...tx, actor: { ...tx.actor, permissions: new Set() } },
        { month, columns, language: 'en' },
      ),
    );
    await expect(blind).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    await expect(paperOf({ columns: ['nothing'] })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });
});

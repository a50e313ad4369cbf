import { expect, test } from 'vitest';
import { newId } from '#shared/domain/ids.ts';
import { excelFile } from '#host/desks/lists/excel.ts';
import { sheets } from '#host/roll/sheets.ts';
import {
  findParts,
  listParts,
  partCategories,
  partDetail,
  partsOverview,
} from '#host/modules/parts/parts.queries.ts';
import { accountOfPerson } from '#host/modules/stock/accounts.service.ts';
import { wellKnownAccount } from '#host/modules/stock/stock.ledger.service.ts';
import { requisitionLines, requisitions } from '#host/schema/requisitions.tables.ts';
import { onBothEngines, type Books } from '#tests/support/books.ts';
import { readExcel, textsOf } from '#tests/support/read-excel.ts';
import { addAccount, addPart, addWarehouse, move, receive, unique } from '../stock/storeroom.ts';

const byNumber = { sort: { by: 'number', descending: false }, limit: 100 } as const;

onBothEngines('the catalogue in lists', (books) => {
  const list = (filter: Parameters<typeof listParts>[1]['filter']) =>
    books().read((tx) => listParts(tx, { ...byNumber, filter }));
  const detail = (id: string) => books().read((tx) => partDetail(tx, { id }));

  test('is found by number, name, pinyin, specification, maker’s number, barcode and model', async () => {
    const mark = unique('Q').replace('-', '');
    const id = await addPart(books(), {
      number: `${mark}-77`,
      name: `${mark}节温器`,
      specification: `${mark}规格`,
      makerNumber: `${mark}MK`,
      barcode: `69${mark}`,
      modelFit: `${mark}YC6J`,
    });
    for (const text of [
      `${mark}-77`,
      `${mark}77`,
      `${mark}节温`,
      `${mark}jwq`,
      `${mark}规`,
      `${mark}mk`,
      `69${mark}`,
      `${mark}yc6`,
    ]) {
      expect(
        (await list({ text })).rows.map((row) => row.id),
        text,
      ).toEqual([id]);
    }
    expect((await list({ text: `${mark}不存在` })).rows).toEqual([]);
  });

  test('for a line, an exact number comes first, then an exact barcode; parts out of use are not offered', async () => {
    const mark = unique('F');
    const longer = await addPart(books(), { number: `${mark}-1` });
    const coded = await addPart(books(), { number: unique('Z'), barcode: `${mark}X` });
    const exact = await addPart(books(), { number: mark });
    const gone = await addPart(books(), { number: `${mark}-2`, active: false });
    const found = (await books().read((tx) => findParts(tx, { text: mark.toLowerCase() }))).rows.map(
      (part) => part.id,
    );
    expect(found[0]).toBe(exact);
    expect(found.toSorted()).toEqual([exact, coded, longer].toSorted());
    expect(found).not.toContain(gone);
    const scanned = await books().read((tx) => findParts(tx, { text: ` ${mark.replace('-', '－')} x` }));
    expect(scanned.rows[0]?.id).toBe(coded);
    expect(await books().read((tx) => findParts(tx, { text: '' }))).toEqual({
      rows: [],
      isUnfinished: false,
    });
  });

  test('tells what is on hand, available, outside, and the average cost; old parts are worth nothing', async () => {
    const { clerk, technician } = books().actors;
    const warehouseId = await addWarehouse(books());
    const other = await addWarehouse(books());
    const [bin, far] = [await addAccount(books(), warehouseId), await addAccount(books(), other)];
    const holder = await books().write((tx) => accountOfPerson(tx, technician.personId ?? ''));
    const partId = await addPart(books(), { minimumQuantity: 8000 });
    await receive(books(), bin, partId, 4000, 80_000);
    await receive(books(), far, partId, 2000, 95_000);
    await move(books(), partId, bin, holder, 1000);
    const oldParts = await books().write((tx) => wellKnownAccount(tx, 'oldParts'));
    const customer = await books().write((tx) => wellKnownAccount(tx, 'customer'));
    await move(books(), partId, customer, oldParts, 3000);
    await promise(books(), partId, holder, clerk.personId, 2000, 500);
    const [row] = (await list({ warehouseId })).rows.filter((one) => one.id === partId);
    expect(await detail(partId)).toMatchObject({
      onHandQuantity: 5000,
      availableQuantity: 3500,
      averageCostFen: 85_000,
    });
    expect(row).toMatchObject({
      onHandQuantity: 3000,
      availableQuantity: 3000,
      outsideQuantity: 1000,
      averageCostFen: 85_000,
    });
    expect((await detail(partId)).accounts.find((account) => account.kind === 'oldParts')).toMatchObject({
      quantity: 3000,
      valueFen: 0,
    });
    expect((await list({ belowMinimum: true })).rows.map((one) => one.id)).toContain(partId);
    const { partCount, valueFen } = await books().read(partsOverview);
    expect(partCount).toBeGreaterThan(1);
    expect(valueFen).toBeGreaterThanOrEqual(510_000);
  });

  test('what is short, of all bins or of a warehouse, is what its own row says', async () => {
    const [here, there] = [await addWarehouse(books()), await addWarehouse(books())];
    const bins = [
      await addAccount(books(), here),
      await addAccount(books(), here),
      await addAccount(books(), there),
    ];
    const holder = await books().write((tx) => accountOfPerson(tx, books().actors.technician.personId ?? ''));
    const minimums = [0, 1000, 2000, 2001, 3000];
    for (const minimumQuantity of minimums) {
      for (let filled = 0; filled <= bins.length; filled += 1) {
        const partId = await addPart(books(), { minimumQuantity });
        for (const bin of bins.slice(0, filled)) await receive(books(), bin, partId, 1000, 100);
        if (filled === 3) await move(books(), partId, bins[0] ?? '', holder, 500);
      }
    }
    for (const warehouseId of [undefined, here, there]) {
      const every = (await list({ warehouseId })).rows;
      const short = (await list({ warehouseId, belowMinimum: true })).rows;
      expect(every.length).toBeGreaterThan(0);
      expect(short.length).toBeGreaterThan(0);
      expect(short).toEqual(
        every.filter((row) => row.minimumQuantity > 0 && row.onHandQuantity < row.minimumQuantity),
      );
      if (warehouseId !== undefined) expect(every.every((row) => row.onHandQuantity > 0)).toBe(true);
    }
    expect((await list({ belowMinimum: true })).rows.some((row) => row.onHandQuantity === 0)).toBe(true);
  });

  test('what customers were given in the last six months makes the monthly use', async () => {
    const bin = await addAccount(books(), await addWarehouse(books()));
    const partId = await addPart(books());
    await receive(books(), bin, partId, 40_000, 100);
    const customer = await books().write((tx) => wellKnownAccount(tx, 'customer'));
    await move(books(), partId, bin, customer, 20_000);
    await move(books(), partId, customer, bin, 800);
    expect(await detail(partId)).toMatchObject({ monthlyConsumptionQuantity: 3200 });
  });

  test('pages through by every order, each row once', async () => {
    const category = unique('类');
    const made: string[] = [];
    for (let count = 0; count < 5; count += 1)
      made.push(await addPart(books(), { category, name: `名${count % 2}` }));
    for (const by of ['number', 'name', 'category', 'createdAt'] as const) {
      for (const descending of [true, false])
        expect((await allPages(books(), category, by, descending)).toSorted()).toEqual(made.toSorted());
    }
    expect(await books().read(partCategories)).toContain(category);
  });

  test('the file follows the list: its filter, its order and the columns shown, with codes as text and words for lists of words', async () => {
    const category = unique('类');
    const number = unique('=0012');
    await addPart(books(), {
      number,
      name: '+cmd',
      category,
      qualityState: 'blocked',
      active: false,
      priceFen: 0,
    });
    const bin = await addAccount(books(), await addWarehouse(books()));
    const other = await addPart(books(), { category, name: '名', priceFen: 1250 });
    await receive(books(), bin, other, 1000, 100);
    const made = await detail(other);
    const sheet = await books().read((tx) =>
      sheets['parts.exportList'](
        tx,
        {
          filter: { category },
          sort: { by: 'createdAt', descending: true },
          columns: ['name', 'number', 'priceFen', 'bins', 'qualityState', 'oldPartRule', 'active'],
        },
        'zh-CN',
      ),
    );
    expect(await textsOf(sheet)).toEqual([
      ['名称', '件号', '价格', '库位', '质量状态', '旧件规定', '在用'],
      ['名', made.number, '12.5', made.accounts[0]?.code, '可用', '必须交回', '是'],
      ['+cmd', number, '0', '', '冻结', '必须交回', '否'],
    ]);
    const cells = await readExcel(await excelFile(sheet.name, sheet.columns, sheet.rows));
    expect(cells[2]?.slice(0, 2).map((cell) => cell?.kind)).toEqual(['text', 'text']);
  });
});

async function promise(
  books: Books,
  partId: string,
  holderAccountId: string,
  createdBy: string | null,
  quantity: number,
  issuedQuantity: number,
) {
  await books.write(async (tx) => {
    const requisitionId = newId<'requisition'>();
    await tx.db.insert(requisitions).values({
      id: requisitionId,
      number: unique('LL'),
      state: 'partlyIssued',
      purpose: 'stock',
      holderAccountId,
      notes: '',
      amountFen: 0,
      createdBy,
      createdAt: tx.now,
      decisionReason: '',
      allowReason: '',
      restClosed: false,
      version: 1,
    });
    await tx.db.insert(requisitionLines).values({
      id: newId(),
      requisitionId,
      position: 0,
      partId,
      quantity,
      issuedQuantity,
      clearedQuantity: 0,
      unitPriceFen: 0,
      fault: '',
      oldPartRequired: false,
    });
  });
}

async function allPages(
  books: Books,
  category: string,
  by: 'number' | 'name' | 'category' | 'createdAt',
  descending: boolean,
): Promise<string[]> {
  const ids: string[] = [];
  let after: string | undefined;
  do {
    const page = await books.read((tx) =>
      listParts(tx, { filter: { category }, sort: { by, descending }, limit: 2, after }),
    );
    ids.push(...page.rows.map((row) => row.id));
    after = page.next ?? undefined;
  } while (after !== undefined);
  return ids;
}

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stockContract } from '#shared/contract/stock.contract.ts';
import { addMonths, dayOf, monthOf } from '#shared/domain/days.ts';
import { newId } from '#shared/domain/ids.ts';
import { excelFile } from '#host/desks/lists/excel.ts';
import { exportMonth } from '#host/modules/stock/month.export.queries.ts';
import { monthStatement } from '#host/modules/stock/month.queries.ts';
import {
  postMovements,
  reverseMovements,
  wellKnownAccount,
} from '#host/modules/stock/stock.ledger.service.ts';
import { listWarehouses } from '#host/modules/stock/stock.queries.ts';
import { Refusal } from '#shared/contract/refusals.ts';
import { onBothEngines, openBooks, type Books } from '#tests/support/books.ts';
import { readExcel } from '#tests/support/read-excel.ts';
import { addAccount, addPart, addWarehouse, move, receive } from './storeroom.ts';

const day = 24 * 60 * 60_000;

/** One act: what, of which part, between which places, how much, and how many days later. */
const act = fc.record({
  kind: fc.constantFrom('receive', 'move', 'move', 'install', 'reverse'),
  part: fc.nat(2),
  from: fc.nat(3),
  to: fc.nat(3),
  quantity: fc.integer({ min: 1, max: 9000 }),
  valueFen: fc.integer({ min: 0, max: 99_999 }),
  days: fc.constantFrom(0, 0, 1, 5, 12),
});

test.each(['sqlite', 'postgres'] as const)(
  'on %s, whatever was posted, a closing is the next opening, and lines add up to the totals',
  async (engine) => {
    const books = await openBooks(engine);
    try {
      const storeroom = await aStoreroom(books);
      await fc.assert(
        fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 25 }), async (acts) => {
          const from = monthOf(dayOf(books.now()));
          for (const one of acts) await perform(books, storeroom, one);
          await expectUnbroken(books, from, {});
          await expectUnbroken(books, from, { onlyHolders: true });
          for (const warehouseId of storeroom.warehouses) await expectUnbroken(books, from, { warehouseId });
        }),
        { numRuns: engine === 'sqlite' ? 20 : 5, seed: 20261102 },
      );
    } finally {
      await books.close();
    }
  },
);

onBothEngines('the monthly statement', (books) => {
  const read = (month: string, rest: object = {}) =>
    books().read((tx) => monthStatement(tx, { month, limit: 100, ...rest }));

  test('shows opening, in, out and closing of the house and of a warehouse; a transfer inside is neither in nor out', async () => {
    const [warehouseId, other] = [await addWarehouse(books()), await addWarehouse(books())];
    const [bin, far, station] = [
      await addAccount(books(), warehouseId),
      await addAccount(books(), other),
      await addAccount(books(), null, 'station'),
    ];
    const partId = await addPart(books(), { number: 'M-1', name: '𠮷' });
    const customer = await books().write((tx) => wellKnownAccount(tx, 'customer'));
    await receive(books(), bin, partId, 10_000, 1000);
    books().pass(31 * day);
    await receive(books(), bin, partId, 10_000, 2000);
    await move(books(), partId, bin, far, 4000);
    await move(books(), partId, far, station, 1000);
    await move(books(), partId, station, customer, 1000);
    books().pass(31 * day);
    const row = { partId, partNumber: 'M-1', partName: '𠮷', category: '', unitOfMeasure: '件' };
    const house = await read('2026-12');
    expect(stockContract.month['~orpc'].outputSchema?.['~standard'].validate(house)).not.toHaveProperty(
      'issues',
    );
    expect(house.rows).toEqual([
      {
        ...row,
        openingQuantity: 10_000,
        openingFen: 10_000,
        inQuantity: 10_000,
        inFen: 20_000,
        outQuantity: 1000,
        outFen: 1500,
        closingQuantity: 19_000,
        closingFen: 28_500,
      },
    ]);
    expect(house.totals).toEqual({ openingFen: 10_000, inFen: 20_000, outFen: 1500, closingFen: 28_500 });
    expect((await read('2026-12', { warehouseId })).rows).toMatchObject([
      { openingFen: 10_000, inFen: 20_000, outQuantity: 4000, outFen: 6000, closingQuantity: 16_000 },
    ]);
    expect((await read('2026-12', { warehouseId: other })).rows).toMatchObject([
      { openingFen: 0, inQuantity: 4000, outQuantity: 1000, closingQuantity: 3000, closingFen: 4500 },
    ]);
    expect((await read('2026-11')).rows).toMatchObject([
      { openingQuantity: 0, inFen: 10_000, outFen: 0, closingFen: 10_000 },
    ]);
    expect((await read('2027-01')).rows).toMatchObject([
      { openingFen: 28_500, inFen: 0, outFen: 0, closingFen: 28_500 },
    ]);
    expect(await read('2026-10')).toEqual({
      rows: [],
      next: null,
      totals: { openingFen: 0, inFen: 0, outFen: 0, closingFen: 0 },
      places: [],
    });
    expect((await read('2026-12', { onlyHolders: true })).totals).toEqual({
      openingFen: 0,
      inFen: 1500,
      outFen: 1500,
      closingFen: 0,
    });
    const nameOf = async (id: string) =>
      (await books().read(listWarehouses)).find((warehouse) => warehouse.id === id)?.name;
    const [main, second] = [await nameOf(warehouseId), await nameOf(other)];
    expect(house.places).toEqual([
      ...[
        {
          kind: 'warehouse',
          warehouseId,
          name: main,
          openingFen: 10_000,
          inFen: 20_000,
          outFen: 6000,
          closingFen: 24_000,
        },
        {
          kind: 'warehouse',
          warehouseId: other,
          name: second,
          openingFen: 0,
          inFen: 6000,
          outFen: 1500,
          closingFen: 4500,
        },
      ].toSorted((one, another) => ((one.name ?? '') < (another.name ?? '') ? -1 : 1)),
      {
        kind: 'holders',
        warehouseId: null,
        name: '',
        openingFen: 0,
        inFen: 1500,
        outFen: 1500,
        closingFen: 0,
      },
      {
        kind: 'between',
        warehouseId: null,
        name: '',
        openingFen: 0,
        inFen: -7500,
        outFen: -7500,
        closingFen: 0,
      },
    ]);
    await expect(read('2026-12', { warehouseId, onlyHolders: true })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
  });

  test('is exported whole, by part number', async () => {
    const sheet = await books().read((tx) => exportMonth(tx, { month: '2026-12' }, 'zh-CN'));
    const [head, row] = await readExcel(await excelFile(sheet.name, sheet.columns, sheet.rows));
    expect(head?.map((cell) => cell?.value).slice(3, 5)).toEqual(['期初数量', '期初金额']);
    expect(row?.map((cell) => cell?.value)).toEqual([
      'M-1',
      '𠮷',
      '件',
      '10',
      '100',
      '10',
      '200',
      '1',
      '15',
      '19',
      '285',
    ]);
  });

  test('pages by part number, and counts its totals again when the ledger has grown meanwhile', async () => {
    const bin = await addAccount(books(), await addWarehouse(books()));
    const month = monthOf(dayOf(books().now()));
    const partIds: string[] = [];
    for (let count = 0; count < 5; count += 1) partIds.push(await addPart(books(), { number: `N-${count}` }));
    for (const partId of partIds) await receive(books(), bin, partId, 1000, 100);
    const first = await read(month, { limit: 3 });
    const second = await read(month, { limit: 3, after: first.next ?? '' });
    expect([...first.rows, ...second.rows].map((one) => one.partNumber)).toEqual([
      'M-1',
      'N-0',
      'N-1',
      'N-2',
      'N-3',
      'N-4',
    ]);
    expect(second).toMatchObject({ next: null, totals: first.totals });
    await receive(books(), bin, partIds[0] ?? '', 1000, 100);
    const later = await read(month, { limit: 3, after: first.next ?? '' });
    expect(later.totals.inFen).toBe(first.totals.inFen + 100);
    await expect(read(month, { after: 'x' })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });

  test('a reversal takes its original back in the same column, in the month of the original and in a later one', async () => {
    const [bin, station] = [
      await addAccount(books(), await addWarehouse(books())),
      await addAccount(books(), null, 'station'),
    ];
    const partId = await addPart(books(), { number: 'A-RED' });
    const customer = await books().write((tx) => wellKnownAccount(tx, 'customer'));
    const row = async (scope: object = {}) =>
      (await read(monthOf(dayOf(books().now())), scope)).rows.find((one) => one.partId === partId);
    await receive(books(), bin, partId, 10_000, 100);
    const mistaken = await receive(books(), bin, partId, 1_000_000, 100);
    await reverse(books(), mistaken.id);
    expect(await row()).toMatchObject({ inQuantity: 10_000, inFen: 1000, outQuantity: 0, outFen: 0 });
    await move(books(), partId, bin, station, 4000);
    const used = await move(books(), partId, station, customer, 3000);
    const last = await receive(books(), bin, partId, 2000, 100);
    books().pass(31 * day);
    await reverse(books(), used);
    await reverse(books(), last.id);
    expect(await row()).toMatchObject({
      openingQuantity: 9000,
      inQuantity: -2000,
      inFen: -200,
      outQuantity: -3000,
      outFen: -300,
      closingQuantity: 10_000,
      closingFen: 1000,
    });
    expect(await row({ onlyHolders: true })).toMatchObject({ inQuantity: 0, outQuantity: -3000 });
    const month = monthOf(dayOf(books().now()));
    const sheet = await books().read((tx) => exportMonth(tx, { month }, 'zh-CN'));
    const rows = await readExcel(await excelFile(sheet.name, sheet.columns, sheet.rows));
    expect(
      rows
        .find(([first]) => first?.value === 'A-RED')
        ?.map((cell) => cell?.value)
        .slice(5, 9),
    ).toEqual(['-2', '-2', '-3', '-3']);
    expect(rows.map(([, second]) => second?.value)).toContain('合计');
  });

  test('shows only what moved, page by page, with the totals of all', async () => {
    const bin = await addAccount(books(), await addWarehouse(books()));
    const partIds: string[] = [];
    for (let count = 0; count < 6; count += 1) partIds.push(await addPart(books(), { number: `V-${count}` }));
    for (const partId of partIds) await receive(books(), bin, partId, 1000, 100);
    books().pass(31 * day);
    const month = monthOf(dayOf(books().now()));
    const moved = partIds.filter((_, index) => index % 2 === 1);
    for (const partId of moved) await receive(books(), bin, partId, 1000, 100);
    const all = await read(month);
    const first = await read(month, { onlyMoved: true, limit: 2 });
    const second = await read(month, { onlyMoved: true, limit: 2, after: first.next ?? '' });
    expect([...first.rows, ...second.rows].map(({ partId }) => partId)).toEqual(moved);
    expect(second).toMatchObject({ next: null, totals: all.totals, places: all.places });
    const sheet = await books().read((tx) =>
      exportMonth(tx, { month, onlyMoved: true, columns: ['partName', 'closingFen'] }, 'zh-CN'),
    );
    const ends = sheet.rows.slice(moved.length).map(({ partName, closingFen }) => [partName, closingFen]);
    expect(ends.slice(0, 2)).toEqual([
      ['所列合计', 600],
      ['合计（含没有变动的）', all.totals.closingFen],
    ]);
    expect(sheet.columns.map(({ title }) => title)).toEqual(['名称', '期末金额']);
  });

  test('leaves old parts out, whose quantity has no value: the quantity is that of the stock', async () => {
    const warehouseId = await addWarehouse(books());
    const bin = await addAccount(books(), warehouseId);
    const oldPlace = await addAccount(books(), null, 'oldParts');
    const partId = await addPart(books(), { number: 'OLD-1', name: '旧泵' });
    const customer = await books().write((tx) => wellKnownAccount(tx, 'customer'));
    await receive(books(), bin, partId, 3000, 1000);
    await books().write((tx) =>
      postMovements(tx, { kind: 'oldPart', id: newId(), number: 'JJ-1', day: dayOf(tx.now) }, [
        { partId, fromAccountId: customer, toAccountId: oldPlace, quantity: 2000, valueFen: 0 },
      ]),
    );
    const month = monthOf(dayOf(books().now()));
    const { rows } = await read(month);
    expect(rows.find((row) => row.partId === partId)).toMatchObject({
      inQuantity: 3000,
      closingQuantity: 3000,
      closingFen: 3000,
    });
    expect((await read(month, { onlyHolders: true })).rows.filter((row) => row.partId === partId)).toEqual(
      [],
    );
    await move(books(), partId, bin, customer, 3000);
  });
});

async function reverse(books: Books, documentId: string): Promise<void> {
  const id = newId();
  await books.write((tx) =>
    reverseMovements(tx, { kind: 'reversal', id, number: id, day: dayOf(tx.now) }, documentId),
  );
}

async function aStoreroom(books: Books) {
  const warehouses = [await addWarehouse(books), await addWarehouse(books)];
  const places = [
    await addAccount(books, warehouses[0] ?? ''),
    await addAccount(books, warehouses[0] ?? ''),
    await addAccount(books, warehouses[1] ?? ''),
    await addAccount(books, null, 'station'),
  ];
  const parts = [await addPart(books), await addPart(books), await addPart(books)];
  const [supplier, customer] = await books.write(
    async (tx) => [await wellKnownAccount(tx, 'supplier'), await wellKnownAccount(tx, 'customer')] as const,
  );
  return { warehouses, places, parts, supplier, customer, documents: [] as string[] };
}

type Storeroom = Awaited<ReturnType<typeof aStoreroom>>;
type Act = typeof act extends fc.Arbitrary<infer Value> ? Value : never;

/** Does one act; what the ledger refuses does not happen. */
async function perform(books: Books, storeroom: Storeroom, one: Act): Promise<void> {
  books.pass(one.days * day);
  const [from = '', to = ''] = [storeroom.places[one.from], storeroom.places[one.to]];
  const partId = storeroom.parts[one.part] ?? '';
  const id = newId();
  const posting = {
    receive: { fromAccountId: storeroom.supplier, toAccountId: to, valueFen: one.valueFen },
    move: { fromAccountId: from, toAccountId: to },
    install: { fromAccountId: from, toAccountId: storeroom.customer },
  };
  if (one.kind === 'move' && from === to) return;
  try {
    await books.write(async (tx) => {
      const document = { kind: 'test', id, number: id, day: dayOf(tx.now) };
      const reversed = storeroom.documents.at(-1 - one.part);
      if (one.kind !== 'reverse')
        await postMovements(tx, document, [{ partId, quantity: one.quantity, ...posting[one.kind] }]);
      else if (reversed !== undefined) await reverseMovements(tx, document, reversed);
    });
    storeroom.documents.push(id);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

/** Every month from the one given: its opening is the closing before, line by line, and its lines add up to its totals. */
async function expectUnbroken(books: Books, from: string, scope: object): Promise<void> {
  const last = monthOf(dayOf(books.now()));
  const read = (month: string) => books.read((tx) => monthStatement(tx, { month, limit: 100, ...scope }));
  let before = await read(monthOf(addMonths(`${from}-01`, -1)));
  for (let month = from; month <= last; month = monthOf(addMonths(`${month}-01`, 1))) {
    const statement = await read(month);
    const closings = before.rows.filter((row) => row.closingQuantity !== 0 || row.closingFen !== 0);
    const openings = statement.rows.filter((row) => row.openingQuantity !== 0 || row.openingFen !== 0);
    expect(openings.map((row) => [row.partId, row.openingQuantity, row.openingFen])).toEqual(
      closings.map((row) => [row.partId, row.closingQuantity, row.closingFen]),
    );
    for (const row of statement.rows) {
      expect(row.openingQuantity + row.inQuantity - row.outQuantity).toBe(row.closingQuantity);
      expect(row.openingFen + row.inFen - row.outFen).toBe(row.closingFen);
      expect(
        Math.min(row.openingQuantity, row.openingFen, row.closingQuantity, row.closingFen),
      ).toBeGreaterThanOrEqual(0);
    }
    for (const figure of ['openingFen', 'inFen', 'outFen', 'closingFen'] as const) {
      expect(statement.rows.reduce((sum, row) => sum + row[figure], 0)).toBe(statement.totals[figure]);
      if (Object.keys(scope).length === 0)
        expect(statement.places.reduce((sum, place) => sum + place[figure], 0)).toBe(
          statement.totals[figure],
        );
    }
    for (const place of statement.places) {
      expect(place.openingFen + place.inFen - place.outFen).toBe(place.closingFen);
      // Each scope is looked at month by month anyway; here it is that a place says the same as it does alone.
      if (place.kind === 'between' || month !== last) continue;
      const alone = place.warehouseId === null ? { onlyHolders: true } : { warehouseId: place.warehouseId };
      const { totals } = await books.read((tx) => monthStatement(tx, { month, limit: 100, ...alone }));
      expect(place).toMatchObject(totals);
    }
    before = statement;
  }
}

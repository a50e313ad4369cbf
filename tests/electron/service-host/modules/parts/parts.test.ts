import { and, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { partsContract } from '#shared/contract/parts.contract.ts';
import { newId } from '#shared/domain/ids.ts';
import { auditEntries } from '#host/modules/audit/audit.tables.ts';
import { excelFile } from '#host/modules/excel.ts';
import { onceOnly } from '#host/modules/operations/operations.service.ts';
import { exportParts } from '#host/modules/parts/parts.export.queries.ts';
import {
  findParts,
  listParts,
  partCategories,
  partDetail,
  partsOverview,
} from '#host/modules/parts/parts.queries.ts';
import { createPart, editPart, setSubstitutes } from '#host/modules/parts/parts.service.ts';
import { accountOfPerson } from '#host/modules/stock/accounts.service.ts';
import { wellKnownAccount } from '#host/modules/stock/stock.ledger.service.ts';
import { requisitionLines, requisitions } from '#host/modules/requisitions/requisitions.tables.ts';
import { onBothEngines, type Books } from '#tests/support/books.ts';
import { readExcel } from '#tests/support/read-excel.ts';
import { plainPart } from '#tests/support/plain-records.ts';
import { addAccount, addPart, addWarehouse, move, receive, unique } from '../stock/storeroom.ts';

const byNumber = { sort: { by: 'number', descending: false }, limit: 100 } as const;

onBothEngines('the catalogue', (books) => {
  const list = (filter: Parameters<typeof listParts>[1]['filter']) =>
    books().read((tx) => listParts(tx, { ...byNumber, filter }));
  const detail = (id: string) => books().read((tx) => partDetail(tx, { id }));

  test('what was written comes back as it is, in rare characters, quotes and markup, with its audit row', async () => {
    const fields = {
      ...plainPart,
      number: unique('1307010'),
      name: '𠮷䶮㛃 “水泵” <script>alert(1)</script>',
      specification: `O'Brien "½" 😀`,
      barcode: unique('69'),
      minimumQuantity: 3000,
      maximumQuantity: 12_500,
    };
    const { id } = await books().write((tx) => createPart(tx, fields), books().actors.warehouse);
    expect(await detail(id)).toMatchObject({
      ...fields,
      id,
      version: 1,
      onHandQuantity: 0,
      accounts: [],
      substitutes: [],
    });
    expect(await auditRows(books(), id)).toMatchObject([
      { act: 'parts.create', before: null, after: { name: fields.name } },
    ]);
    expect(
      partsContract.get['~orpc'].outputSchema?.['~standard'].validate(await detail(id)),
    ).not.toHaveProperty('issues');
  });

  test('a number is used once', async () => {
    const number = unique('P');
    await addPart(books(), { number });
    const other = await addPart(books());
    const taken = { code: 'ALREADY_EXISTS', facts: { field: 'number', value: number } };
    await expect(addPart(books(), { number })).rejects.toMatchObject(taken);
    await expect(
      books().write((tx) => editPart(tx, { ...plainPart, number, id: other, version: 1 })),
    ).rejects.toMatchObject(taken);
    await expect(addPart(books(), { minimumQuantity: 2000, maximumQuantity: 1000 })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
  });

  test('an edit names the version it saw, keeps what was before, and is found by its new words alone', async () => {
    const number = unique('E');
    const word = unique('老泵');
    const id = await addPart(books(), { number, name: word });
    const edit = { ...plainPart, number, name: unique('新泵'), id, version: 1 };
    expect(await books().write((tx) => editPart(tx, edit))).toEqual({ id, version: 2 });
    await expect(books().write((tx) => editPart(tx, edit))).rejects.toMatchObject({
      code: 'CHANGED_MEANWHILE',
      facts: { by: 'clerk' },
    });
    await expect(
      books().write((tx) => editPart(tx, { ...edit, id: newId(), number: unique('X') })),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await auditRows(books(), id)).at(-1)).toMatchObject({
      act: 'parts.edit',
      before: { name: word },
      after: { name: edit.name },
    });
    expect((await list({ text: word })).rows).toEqual([]);
    expect((await list({ text: edit.name })).rows).toHaveLength(1);
  });

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
    const coded = await addPart(books(), { number: unique('Z'), barcode: mark });
    const exact = await addPart(books(), { number: mark });
    const gone = await addPart(books(), { number: `${mark}-2`, active: false });
    const found = (await books().read((tx) => findParts(tx, { text: mark.toLowerCase() }))).map(
      (part) => part.id,
    );
    expect(found).toEqual([exact, coded, longer]);
    expect(found).not.toContain(gone);
    expect(await books().read((tx) => findParts(tx, { text: '' }))).toEqual([]);
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

  test('substitutes keep their order, and are refused where they make no sense', async () => {
    const [id, first, second] = [await addPart(books()), await addPart(books()), await addPart(books())];
    const set = (substituteIds: string[]) =>
      books().write((tx) => setSubstitutes(tx, { partId: id, substituteIds }));
    await set([second, first]);
    expect((await detail(id)).substitutes.map((one) => one.partId)).toEqual([second, first]);
    await set([first]);
    expect((await detail(id)).substitutes.map((one) => one.partId)).toEqual([first]);
    expect((await auditRows(books(), id)).at(-1)).toMatchObject({
      before: { substituteIds: [second, first] },
      after: { substituteIds: [first] },
    });
    await expect(set([id])).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(set([newId()])).rejects.toMatchObject({ code: 'NOT_FOUND' });
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

  test('pressing twice adds one part', async () => {
    const operation = { id: newId(), procedure: 'parts.create', input: { number: unique('T') } };
    const once = () =>
      books().write(
        (tx) =>
          onceOnly(tx, operation, () => createPart(tx, { ...plainPart, number: operation.input.number })),
        books().actors.warehouse,
      );
    expect(await once()).toEqual(await once());
  });

  test('exports every part, with codes as text', async () => {
    const number = unique('=0012');
    await addPart(books(), { number, name: '+cmd' });
    const sheet = await books().read((tx) => exportParts(tx, undefined, 'zh-CN'));
    const cells = await readExcel(await excelFile(sheet.name, sheet.columns, sheet.rows));
    const row = cells.find((one) => one[0]?.value === number);
    expect(row?.slice(0, 2)).toEqual([
      { value: number, kind: 'text' },
      { value: '+cmd', kind: 'text' },
    ]);
    expect(cells[0]?.[0]?.value).toBe('件号');
  });
});

test.each([
  [{ number: '' }, 'number'],
  [{ name: ' ' }, 'name'],
  [{ number: 'x'.repeat(41) }, 'number'],
  [{ name: '两\n行' }, 'name'],
  [{ name: 'a\u0000b' }, 'name'],
  [{ minimumQuantity: -1 }, 'minimumQuantity'],
  [{ minimumQuantity: 0.5 }, 'minimumQuantity'],
  [{ priceFen: Number.NaN }, 'priceFen'],
  [{ priceFen: 10_000_000_001 }, 'priceFen'],
  [{ oldPartRule: 'perhaps' }, 'oldPartRule'],
  [{ active: 'yes' }, 'active'],
])('bad input %j is refused at its field', async (wrong, field) => {
  const schema = partsContract.create['~orpc'].inputSchema!['~standard'];
  const good = { operationId: newId(), ...plainPart, number: 'P1' };
  expect(await schema.validate(good)).not.toHaveProperty('issues');
  const { issues } = await schema.validate({ ...good, ...wrong });
  expect(issues?.map((issue) => issue.path?.[0])).toEqual([field]);
});

function auditRows(books: Books, subjectId: string) {
  return books.read((tx) =>
    tx.db
      .select()
      .from(auditEntries)
      .where(and(eq(auditEntries.subjectKind, 'part'), eq(auditEntries.subjectId, subjectId)))
      .orderBy(auditEntries.sequence),
  );
}

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

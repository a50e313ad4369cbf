import { expect, test } from 'vitest';
import { stockContract } from '#shared/contract/stock.contract.ts';
import { addDays, dayOf } from '#shared/domain/days.ts';
import { newId } from '#shared/domain/ids.ts';
import { onceOnly } from '#host/desks/operations/operations.service.ts';
import { partDetail } from '#host/modules/parts/parts.queries.ts';
import { saveSettings } from '#host/modules/settings/settings.service.ts';
import { editAccount } from '#host/modules/stock/accounts.service.ts';
import { listMovements } from '#host/modules/stock/movements.queries.ts';
import { excelFile } from '#host/desks/lists/excel.ts';
import { sheets } from '#host/roll/sheets.ts';
import { listReceipts, receiptDetail } from '#host/modules/stock/receipts.queries.ts';
import { editReceipt, postReceipt } from '#host/modules/stock/receipts.service.ts';
import { listAccounts } from '#host/modules/stock/stock.queries.ts';
import { readExcel } from '#tests/support/read-excel.ts';
import { onBothEngines } from '#tests/support/books.ts';
import { plainReceipt } from '#tests/support/plain-records.ts';
import { addAccount, auditOfReceipt, draft, partAndBin, post, unique } from './storeroom.ts';

const day = 24 * 60 * 60_000;

onBothEngines('receipts', (books) => {
  const detail = (id: string) => books().read((tx) => receiptDetail(tx, { id }));

  test('from draft to ledger: provisional number, edit, final number, movements, audit, search', async () => {
    const line = await partAndBin(books());
    const supplier = unique('𠮷䶮😀<b>"供"');
    const made = await draft(books(), line, { supplier });
    expect(made).toMatchObject({ version: 1, number: expect.stringMatching(/^RK-T\d{4}$/) });
    const notes = `第一行\n'quoted' <script>`;
    const edited = await books().write((tx) =>
      editReceipt(tx, {
        ...plainReceipt,
        ...made,
        supplier,
        notes,
        day: dayOf(tx.now),
        lines: [
          { ...line, quantity: 2000, unitPriceFen: 333 },
          { ...line, quantity: 500, unitPriceFen: 1 },
        ],
      }),
    );
    const posted = await post(books(), edited);
    expect(posted).toMatchObject({ version: 3, number: expect.stringMatching(/^RK\d{6}-\d{4}$/) });
    const shown = await detail(made.id);
    expect(shown).toMatchObject({
      state: 'posted',
      number: posted.number,
      supplier,
      notes,
      amountFen: 667,
      postedByName: 'warehouse',
      createdByName: 'warehouse',
      reversalNumber: null,
    });
    expect(shown.lines.map((one) => one.amountFen)).toEqual([666, 1]);
    expect(stockContract.receipt['~orpc'].outputSchema?.['~standard'].validate(shown)).not.toHaveProperty(
      'issues',
    );
    const ledger = await books().read((tx) =>
      listMovements(tx, {
        filter: { documentId: made.id },
        sort: { by: 'sequence', descending: false },
        limit: 10,
      }),
    );
    expect(ledger.rows).toMatchObject([
      {
        quantity: 2000,
        valueFen: 666,
        fromCode: 'OUT-SUPPLIER',
        toQuantityAfter: 2000,
        documentNumber: posted.number,
        personName: 'warehouse',
      },
      { quantity: 500, valueFen: 1, toQuantityAfter: 2500 },
    ]);
    expect((await auditOfReceipt(books(), made.id)).map((row) => row.act)).toEqual([
      'stock.draftReceipt',
      'stock.editReceipt',
      'stock.postReceipt',
    ]);
    expect((await auditOfReceipt(books(), made.id))[1]).toMatchObject({
      before: { lines: [{ quantity: 12_500 }] },
      after: { lines: [{ quantity: 2000 }, { quantity: 500 }] },
    });
    const found = await books().read((tx) =>
      listReceipts(tx, {
        filter: { text: posted.number.slice(-7) },
        sort: { by: 'createdAt', descending: true },
        limit: 10,
      }),
    );
    expect(found.rows).toMatchObject([
      { id: made.id, lineCount: 2, amountFen: 667, createdByName: 'warehouse' },
    ]);
    expect(await books().read((tx) => partDetail(tx, { id: line.partId }))).toMatchObject({
      onHandQuantity: 2500,
      averageCostFen: 267,
    });
  });

  test('is posted only checked, with lines, on an open day, and once', async () => {
    const line = await partAndBin(books());
    const today = dayOf(books().now());
    await expect(post(books(), await draft(books(), line, { qualityChecked: false }))).rejects.toMatchObject({
      code: 'CHECKS_MISSING',
    });
    await expect(post(books(), await draft(books(), line, { lines: [] }))).rejects.toMatchObject({
      code: 'NO_LINES',
    });
    const tomorrow = { day: addDays(today, 1) };
    await expect(draft(books(), line, tomorrow)).rejects.toMatchObject({
      facts: { issues: [{ path: 'day', code: 'future', limit: today }] },
    });
    await expect(
      post(books(), await draft(books(), line, { day: addDays(today, -1) })),
    ).rejects.toMatchObject({
      code: 'DAY_NOT_OPEN',
      facts: { fromDay: today },
    });
    const good = await draft(books(), line);
    await expect(post(books(), { ...good, version: 9 })).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' });
    const posted = await post(books(), good);
    await expect(post(books(), posted)).rejects.toMatchObject({
      code: 'WRONG_STATE',
      facts: { state: 'posted' },
    });
    await expect(post(books(), { id: newId(), version: 1 })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      facts: { kind: 'receipt' },
    });
    await expect(
      books().write((tx) => editReceipt(tx, { ...plainReceipt, ...posted, day: today, lines: [] })),
    ).rejects.toMatchObject({ code: 'WRONG_STATE' });
  });

  test('back-dating goes as far as the firm allows, inside the month', async () => {
    books().pass(20 * day);
    const line = await partAndBin(books());
    const today = dayOf(books().now());
    expect(await post(books(), await draft(books(), line, { day: addDays(today, -7) }))).toMatchObject({
      version: 2,
    });
    await expect(
      post(books(), await draft(books(), line, { day: addDays(today, -8) })),
    ).rejects.toMatchObject({
      code: 'DAY_NOT_OPEN',
    });
    await books().write(
      (tx) => saveSettings(tx, 'limits', { version: 0, values: { backdateDays: 10 } }),
      books().actors.admin,
    );
    expect(await post(books(), await draft(books(), line, { day: addDays(today, -10) }))).toMatchObject({
      version: 2,
    });
  });

  test('refuses places that cannot receive, parts that are not there, and amounts beyond a line', async () => {
    const { partId, accountId } = await partAndBin(books());
    const technician = await addAccount(books(), null, 'station');
    await expect(draft(books(), { partId, accountId: technician })).rejects.toMatchObject({
      code: 'ACCOUNT_NOT_USABLE',
    });
    expect(await draft(books(), { partId, accountId: technician }, { purpose: 'opening' })).toMatchObject({
      version: 1,
    });
    await expect(draft(books(), { partId: newId(), accountId })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      facts: { kind: 'part' },
    });
    await expect(draft(books(), { partId, accountId: newId() })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      facts: { kind: 'stockAccount' },
    });
    const lines = [{ partId, accountId, quantity: 1_000_000_000, unitPriceFen: 10_000_000_000 }];
    await expect(draft(books(), { partId, accountId }, { lines })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
    const waiting = await draft(books(), { partId, accountId });
    const accounts = await books().read((tx) => listAccounts(tx, { kinds: ['bin'] }));
    const warehouseId = accounts.find((one) => one.id === accountId)?.warehouseId ?? null;
    await books().write((tx) =>
      editAccount(tx, {
        id: accountId,
        version: 1,
        code: unique('X'),
        name: 'x',
        warehouseId,
        active: false,
      }),
    );
    await expect(post(books(), waiting)).rejects.toMatchObject({ code: 'ACCOUNT_NOT_USABLE' });
    expect(await detail(waiting.id)).toMatchObject({ state: 'draft', number: waiting.number });
  });

  test('pressing post twice books once', async () => {
    const line = await partAndBin(books());
    const made = await draft(books(), line);
    const operation = { id: newId(), procedure: 'stock.postReceipt', input: made };
    const once = () =>
      books().write((tx) => onceOnly(tx, operation, () => postReceipt(tx, made)), books().actors.warehouse);
    expect(await once()).toEqual(await once());
    expect(await books().read((tx) => partDetail(tx, { id: line.partId }))).toMatchObject({
      onHandQuantity: 12_500,
    });
  });

  test('final numbers follow one another without a gap', async () => {
    const line = await partAndBin(books());
    const numbers: number[] = [];
    for (let count = 0; count < 3; count += 1)
      numbers.push(Number((await post(books(), await draft(books(), line))).number.slice(-4)));
    expect(numbers).toEqual([numbers[0], numbers[0]! + 1, numbers[0]! + 2]);
  });

  test('the list filters by state and pages on', async () => {
    const line = await partAndBin(books());
    for (let count = 0; count < 3; count += 1) await draft(books(), line);
    const read = (after?: string) =>
      books().read((tx) =>
        listReceipts(tx, {
          filter: { states: ['draft'] },
          sort: { by: 'createdAt', descending: true },
          limit: 2,
          after,
        }),
      );
    const first = await read();
    const second = await read(first.next ?? '');
    expect([...first.rows, ...second.rows].every((row) => row.state === 'draft')).toBe(true);
    expect(new Set([...first.rows, ...second.rows].map((row) => row.id)).size).toBe(
      first.rows.length + second.rows.length,
    );
    const sheet = await books().read((tx) =>
      sheets['stock.exportReceipts'](
        tx,
        {
          filter: { states: ['draft'] },
          sort: { by: 'createdAt', descending: true },
          columns: ['number', 'state', 'purpose', 'supplier'],
        },
        'zh-CN',
      ),
    );
    const [head, row, ...rest] = await readExcel(await excelFile(sheet.name, sheet.columns, sheet.rows));
    expect(sheet.name).toMatch(/^入库单 \d{4}-\d{2}-\d{2}$/);
    expect(head?.map((cell) => cell?.value)).toEqual(['编号', '状态', '类别', '供方']);
    expect(row?.slice(0, 3).map((cell) => cell?.value)).toEqual([first.rows[0]?.number, '草稿', '采购']);
    expect(rest.length).toBeGreaterThanOrEqual(2);
  });
});

test.each([
  [{ lines: [{ quantity: 0 }] }, 'lines.0.quantity'],
  [{ lines: [{ quantity: 1_000_000_001 }] }, 'lines.0.quantity'],
  [{ lines: [{ unitPriceFen: -1 }] }, 'lines.0.unitPriceFen'],
  [{ lines: [{ partId: 'no' }] }, 'lines.0.partId'],
  [{ day: '2026-02-30' }, 'day'],
  [{ purpose: 'gift' }, 'purpose'],
  [{ supplier: 'a\u0007b' }, 'supplier'],
])('bad input %j is refused at %s', async (wrong, path) => {
  const schema = stockContract.draftReceipt['~orpc'].inputSchema!['~standard'];
  const line = { partId: newId(), accountId: newId(), quantity: 1000, unitPriceFen: 100 };
  const { lines, ...fields } = { lines: [{}], ...wrong };
  const input = {
    operationId: newId(),
    ...plainReceipt,
    day: '2026-11-01',
    ...fields,
    lines: lines.map((one) => ({ ...line, ...one })),
  };
  const { issues } = await schema.validate(input);
  expect(issues?.map((issue) => issue.path?.map(String).join('.'))).toEqual([path]);
});

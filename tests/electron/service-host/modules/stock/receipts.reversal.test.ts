import { expect, test } from 'vitest';
import { partDetail } from '#host/modules/parts/parts.queries.ts';
import { listMovements } from '#host/modules/stock/movements.queries.ts';
import { receiptDetail } from '#host/modules/stock/receipts.queries.ts';
import { voidReceipt } from '#host/modules/stock/receipts.service.ts';
import { reverseReceipt } from '#host/modules/stock/reversals.service.ts';
import { onBothEngines } from '#tests/support/books.ts';
import {
  addAccount,
  addWarehouse,
  auditOfReceipt,
  draft,
  move,
  partAndBin,
  post,
  receive,
} from './storeroom.ts';

onBothEngines('receipts taken back', (books) => {
  const detail = (id: string) => books().read((tx) => receiptDetail(tx, { id }));

  test('a draft can be given up with a reason, a posted receipt cannot', async () => {
    const line = await partAndBin(books());
    const made = await draft(books(), line);
    expect(await books().write((tx) => voidReceipt(tx, { ...made, reason: '供方拉回' }))).toMatchObject({
      version: 2,
      number: made.number,
    });
    expect(await detail(made.id)).toMatchObject({
      state: 'void',
      reversalReason: '供方拉回',
      reversalNumber: null,
    });
    await expect(post(books(), { ...made, version: 2 })).rejects.toMatchObject({ code: 'WRONG_STATE' });
    const posted = await post(books(), await draft(books(), line));
    await expect(books().write((tx) => voidReceipt(tx, { ...posted, reason: 'x' }))).rejects.toMatchObject({
      code: 'WRONG_STATE',
    });
  });

  test('is reversed under a counter-number that names it, and written anew to be checked again', async () => {
    const line = await partAndBin(books());
    const posted = await post(books(), await draft(books(), line, { notes: '数量错' }));
    const reverse = (input: { id: string; version: number }, writeAnew = true) =>
      books().write(
        (tx) => reverseReceipt(tx, { ...input, reason: '数量写错', writeAnew }),
        books().actors.leader,
      );
    await expect(reverse({ ...posted, version: 1 })).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' });
    const { reversalNumber, newReceiptId } = await reverse(posted);
    expect(reversalNumber).toMatch(/^HC\d{6}-\d{4}$/);
    expect(await detail(posted.id)).toMatchObject({
      state: 'reversed',
      number: posted.number,
      reversalNumber,
      reversalReason: '数量写错',
    });
    expect(await detail(newReceiptId ?? '')).toMatchObject({
      state: 'draft',
      notes: '数量错',
      qualityChecked: false,
      lines: [{ partId: line.partId, quantity: 12_500, unitPriceFen: 1860 }],
    });
    expect(await books().read((tx) => partDetail(tx, { id: line.partId }))).toMatchObject({
      onHandQuantity: 0,
      accounts: [],
    });
    const ledger = await books().read((tx) =>
      listMovements(tx, {
        filter: { partId: line.partId },
        sort: { by: 'sequence', descending: false },
        limit: 10,
      }),
    );
    expect(ledger.rows).toMatchObject([
      { documentKind: 'receipt' },
      {
        documentKind: 'reversal',
        documentNumber: reversalNumber,
        reversesSequence: ledger.rows[0]?.sequence,
        toCode: 'OUT-SUPPLIER',
      },
    ]);
    await expect(reverse({ ...posted, version: 3 })).rejects.toMatchObject({ code: 'ALREADY_REVERSED' });
    await expect(reverse(await draft(books(), line))).rejects.toMatchObject({ code: 'WRONG_STATE' });
    expect((await auditOfReceipt(books(), posted.id)).at(-1)).toMatchObject({
      act: 'stock.reverseReceipt',
      personName: 'leader',
      after: { state: 'reversed', reversalNumber },
    });
  });

  test('what has gone on cannot be reversed, and nothing of it happens', async () => {
    const line = await partAndBin(books());
    const posted = await receive(books(), line.accountId, line.partId, 1000, 100);
    const other = await addAccount(books(), await addWarehouse(books()));
    await move(books(), line.partId, line.accountId, other, 1000);
    const reverse = books().write((tx) => reverseReceipt(tx, { ...posted, reason: 'x', writeAnew: false }));
    await expect(reverse).rejects.toMatchObject({ code: 'NOT_REVERSIBLE' });
    expect(await detail(posted.id)).toMatchObject({ state: 'posted', version: 2 });
  });
});

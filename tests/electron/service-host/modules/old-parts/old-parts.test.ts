import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { newId } from '#shared/domain/ids.ts';
import { oldPartsContract } from '#shared/contract/old-parts.contract.ts';
import { auditEntries } from '#host/schema/audit.tables.ts';
import { caseEvents } from '#host/schema/cases.tables.ts';
import { sheets } from '#host/roll/sheets.ts';
import { getOldPart, listOldParts, oldPartRows } from '#host/modules/old-parts/old-parts.queries.ts';
import { tagQrText } from '#host/modules/old-parts/old-parts.rules.ts';
import { receiveOldPart, waiveOldPart } from '#host/modules/old-parts/old-parts.service.ts';
import { deputies } from '#host/schema/people.tables.ts';
import { onBothEngines } from '#tests/support/books.ts';
import { insertPart } from '#tests/support/plain-rows.ts';
import {
  addAccount,
  balanceOf,
  clear,
  expectRefused,
  issued,
  openShop,
  stockUp,
  tagsOf,
} from '../requisitions/parts-shop.ts';

const day = 86_400_000;
const rare = '𠮷䶮㛃 🚌 "quotes" <script>alert(1)</script>';

onBothEngines('old parts', (books) => {
  const scan = (scanned: string, storeAccountId: string | null = null) =>
    books().write((tx) => receiveOldPart(tx, { scanned, storeAccountId }), books().actors.warehouse);

  test('come in by number and by the text of the code, once; a second scan says so and changes nothing', async () => {
    const shop = await openShop(books());
    const given = await issued(books(), shop, [{ partId: shop.pumpId, quantity: 2000, fault: rare }]);
    const [first, second] = await tagsOf(books(), given.issueLineIds[0] ?? '');
    const storeId = await books().write((tx) => addAccount(tx, 'oldParts', '旧件二库'));
    expect(await scan(` ${first?.number.toLowerCase() ?? ''}`)).toEqual({ id: first?.id, alreadyIn: false });
    const text = tagQrText({
      number: second?.number ?? '',
      caseNumber: 'FW202611-0001',
      reading: '186400km',
      fault: rare,
    });
    expect(await scan(text, storeId)).toEqual({ id: second?.id, alreadyIn: false });
    expect(await balanceOf(books(), storeId, shop.pumpId)).toEqual({ quantity: 1000, valueFen: 0 });

    const audited = () =>
      books().read((tx) => tx.db.$count(auditEntries, eq(auditEntries.subjectId, first?.id ?? '')));
    const before = await audited();
    books().pass(1000);
    for (const again of [first?.number ?? '', text]) expect((await scan(again)).alreadyIn).toBe(true);
    expect(await audited()).toBe(before);
    expect(await balanceOf(books(), storeId, shop.pumpId)).toEqual({ quantity: 1000, valueFen: 0 });

    const rows = await books().read((tx) => oldPartRows(tx, [first?.id ?? '', second?.id ?? '']));
    const inStore = rows.find((row) => row.id === second?.id);
    expect(inStore).toMatchObject({
      state: 'in',
      fault: rare,
      receivedByName: 'warehouse',
      requisitionNumber: given.number,
      unitPlate: '粤B·3K721D',
      holderName: '李志强',
      overdue: false,
    });
    expect(inStore?.storeCode).toMatch(/^旧件二库/);
    expect(await books().read((tx) => getOldPart(tx, { id: second?.id ?? '' }))).toEqual(inStore);
    await expect(books().read((tx) => getOldPart(tx, { id: newId() }))).rejects.toMatchObject({
      code: 'NOT_FOUND',
      facts: { kind: 'oldPart' },
    });
    const events = await books().read((tx) =>
      tx.db.select().from(caseEvents).where(eq(caseEvents.caseId, shop.caseId)),
    );
    expect(events.filter((event) => event.kind === 'oldPart')).toHaveLength(2);
  });

  test('what is unknown, or no place for old parts, is refused', async () => {
    const shop = await openShop(books());
    const given = await issued(books(), shop, [{ partId: shop.pumpId }]);
    const [tag] = await tagsOf(books(), given.issueLineIds[0] ?? '');
    const { warehouse } = books().actors;
    const refused = [
      ['NOT_FOUND', 'JJ209912-9999', null],
      ['NOT_FOUND', 'LL202611-0001', null],
      ['NOT_FOUND', rare, null],
      ['NOT_FOUND', tag?.number ?? '', newId()],
      ['ACCOUNT_NOT_USABLE', tag?.number ?? '', shop.binId as string],
    ] as const;
    for (const [code, scanned, storeAccountId] of refused) {
      const act = { scanned, storeAccountId };
      await expectRefused(books(), code, (tx) => receiveOldPart(tx, act), warehouse);
    }
    const schema = oldPartsContract.receive['~orpc'].inputSchema;
    const good = { operationId: newId(), scanned: 'x', storeAccountId: null };
    expect(await schema?.['~standard'].validate(good)).not.toHaveProperty('issues');
    for (const scanned of ['', '  ', 'a'.repeat(201), 'a\u0000b', 'a\nb'])
      expect(await schema?.['~standard'].validate({ ...good, scanned })).toHaveProperty('issues');
  });

  test('a leader lets one stay away, with the reason; not its holder, not their deputy, and not one that is in', async () => {
    const shop = await openShop(books());
    const { leader, leader2, clerk, quality } = books().actors;
    const given = await issued(books(), shop, [{ partId: shop.pumpId, quantity: 2000 }]);
    const [first, second] = await tagsOf(books(), given.issueLineIds[0] ?? '');
    const waive = (id = '', version = 1) => ({ id, version, reason: rare });
    await expectRefused(books(), 'APPROVAL_REQUIRED', (tx) => waiveOldPart(tx, waive(first?.id)), clerk);
    await expectRefused(books(), 'CHANGED_MEANWHILE', (tx) => waiveOldPart(tx, waive(first?.id, 2)), leader);
    await expectRefused(books(), 'NOT_FOUND', (tx) => waiveOldPart(tx, waive(newId())), leader);
    const saved = await books().write((tx) => waiveOldPart(tx, waive(first?.id)), leader);
    expect(saved).toEqual({ id: first?.id, version: 2, number: first?.number });
    expect(await tagsOf(books(), given.issueLineIds[0] ?? '')).toMatchObject([
      { state: 'waived', waiveReason: rare, waivedBy: leader.personId },
      { state: 'due' },
    ]);
    await scan(second?.number ?? '');
    await expectRefused(books(), 'WRONG_STATE', (tx) => waiveOldPart(tx, waive(second?.id, 2)), leader);

    const held = await books().write((tx) => addAccount(tx, 'technician', '负责人', leader2.personId));
    const own = await issued(books(), shop, [{ partId: shop.pumpId }], { holderAccountId: held });
    const [ownTag] = await tagsOf(books(), own.issueLineIds[0] ?? '');
    const [personId, deputyId] = [leader2.personId ?? '', quality.personId ?? ''];
    await books().write((tx) =>
      tx.db
        .insert(deputies)
        .values({ id: newId(), personId, deputyId, fromDay: '2026-11-01', untilDay: '2099-11-01' }),
    );
    for (const actor of [leader2, quality])
      await expectRefused(books(), 'OWN_REQUISITION', (tx) => waiveOldPart(tx, waive(ownTag?.id)), actor);
    await books().write((tx) => waiveOldPart(tx, waive(ownTag?.id)), leader);
    // One that turns up after all is taken in.
    expect((await scan(ownTag?.number ?? '')).alreadyIn).toBe(false);
  });

  test('the list knows what is late, and finds a part by number, name, case and requisition', async () => {
    const shop = await openShop(books());
    const partId = await books().write(async (tx) => {
      const id = await insertPart(tx);
      await stockUp(tx, id, shop.binId, 9000, 9000);
      return id;
    });
    const given = await issued(books(), shop, [{ partId, quantity: 3000 }]);
    const tags = await tagsOf(books(), given.issueLineIds[0] ?? '');
    const list = (filter: Parameters<typeof listOldParts>[1]['filter'], limit = 50, after?: string) =>
      books().read((tx) =>
        listOldParts(tx, { filter, sort: { by: 'dueDay', descending: false }, limit, after }),
      );
    const numbersOf = async (filter: Parameters<typeof list>[0]) =>
      (await list({ caseId: shop.caseId, ...filter })).rows.map((row) => row.number).toSorted();
    await scan(tags[0]?.number ?? '');
    expect(await numbersOf({ overdue: true })).toEqual([]);
    books().pass(31 * day);
    const late = [tags[1]?.number, tags[2]?.number];
    expect(await numbersOf({ overdue: true })).toEqual(late);
    expect(await numbersOf({ overdue: false })).toEqual([tags[0]?.number]);
    expect(await numbersOf({ states: ['in'] })).toEqual([tags[0]?.number]);
    expect(await numbersOf({ states: ['due', 'in'] })).toHaveLength(3);
    expect(await numbersOf({ states: [] })).toHaveLength(3);
    expect(await numbersOf({ holderAccountId: shop.holderId })).toHaveLength(3);
    expect(await numbersOf({ holderAccountId: shop.binId })).toEqual([]);
    expect(await numbersOf({ text: tags[1]?.number.toLowerCase() ?? '' })).toEqual([tags[1]?.number]);
    expect(await numbersOf({ text: given.number })).toHaveLength(3);
    expect(await numbersOf({ text: '没有这个' })).toEqual([]);
    const { rows } = await list({ caseId: shop.caseId, overdue: true });
    expect(rows[0]).toMatchObject({ overdue: true, overdueDays: 1 });

    const firstPage = await list({ caseId: shop.caseId }, 2);
    const lastPage = await list({ caseId: shop.caseId }, 2, firstPage.next ?? '');
    expect([...firstPage.rows, ...lastPage.rows].map((row) => row.number).toSorted()).toEqual(
      tags.map((tag) => tag.number),
    );
    expect(lastPage.next).toBeNull();
  });

  test('the sheet follows the list: its filter, its order, the columns shown in their order, and what stands in files alone', async () => {
    const shop = await openShop(books());
    await issued(books(), shop, [{ partId: shop.pumpId }, { partId: shop.pumpId }]);
    const input = { filter: { caseId: shop.caseId }, sort: { by: 'createdAt', descending: true } } as const;
    const sheet = await books().read((tx) =>
      sheets['oldParts.exportList'](tx, { ...input, columns: ['quantity', 'number', 'dueDay'] }, 'zh-CN'),
    );
    expect(sheet.columns.map(({ title, kind }) => [title, kind])).toEqual([
      ['数量', 'quantity'],
      ['旧件号', 'text'],
      ['应回日期', 'day'],
    ]);
    const listed = await books().read((tx) => listOldParts(tx, { ...input, limit: 100 }));
    expect(sheet.rows).toEqual(listed.rows);
    expect(sheet.rows).toHaveLength(2);
    const unknown = books().read((tx) =>
      sheets['oldParts.exportList'](tx, { ...input, columns: ['price'] }, 'zh-CN'),
    );
    await expect(unknown).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });

  test('the sheet says in words why a tag was taken back', async () => {
    const shop = await openShop(books());
    const given = await issued(books(), shop, [{ partId: shop.pumpId }]);
    const [issueLineId = ''] = given.issueLineIds;
    await clear(books(), given, [{ kind: 'returned', issueLineId, quantity: 1000, accountId: shop.binId }]);
    const [tag] = await tagsOf(books(), issueLineId);
    for (const [language, words] of [
      ['zh-CN', '新件已退库，无旧件'],
      ['en', 'New part returned unused; there is no old part'],
    ] as const) {
      const sheet = await books().read((tx) =>
        sheets['oldParts.exportList'](
          tx,
          {
            filter: {},
            sort: { by: 'createdAt', descending: false },
            columns: ['number', 'waiveReason'],
          },
          language,
        ),
      );
      const row = sheet.rows.find((one) => one.id === tag?.id);
      const values = sheet.columns.map((column) => (row ? column.value(row) : null));
      expect(values).toContain(tag?.number);
      expect(values).toContain(words);
    }
  });
});

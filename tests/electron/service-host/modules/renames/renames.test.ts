import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { newId } from '#shared/domain/ids.ts';
import { searchKinds, type SearchKind } from '#shared/nouns/index.ts';
import { theProgram } from '#shared/domain/actor.ts';
import type { WriteTx } from '#host/database/database.ts';
import { openCase } from '#host/modules/cases/cases.service.ts';
import { indexCase } from '#host/modules/cases/cases.search.service.ts';
import { indexContact } from '#host/modules/contacts/contacts.search.service.ts';
import { contacts } from '#host/schema/contacts.tables.ts';
import { addTelephone, createCustomer, editCustomer } from '#host/modules/customers/customers.service.ts';
import { listOldParts } from '#host/modules/old-parts/old-parts.queries.ts';
import { oldParts } from '#host/schema/old-parts.tables.ts';
import { createPart, editPart } from '#host/modules/parts/parts.service.ts';
import { followAllRenames, RenameFollower } from '#host/modules/renames/rename-follower.service.ts';
import { followRenames } from '#host/modules/renames/renames.service.ts';
import { indexRequisition } from '#host/modules/requisitions/records.service.ts';
import { issueLines, issues, requisitionLines, requisitions } from '#host/schema/requisitions.tables.ts';
import { endlessPatience, searchIds } from '#host/desks/search/search.queries.ts';
import { searchRenames, searchStale } from '#host/schema/search.tables.ts';
import { indexReport } from '#host/modules/reports/report-search.service.ts';
import { serviceReports } from '#host/schema/reports.tables.ts';
import { createAccount, editAccount } from '#host/modules/stock/accounts.service.ts';
import { createProduct, editProduct } from '#host/modules/units/units.products.service.ts';
import { createUnit, editUnit } from '#host/modules/units/units.service.ts';
import { namings } from '#host/roll/namings.ts';
import { onBothEngines, type Books } from '#tests/support/books.ts';
import { filledRow } from '#tests/support/fill-row.ts';
import { plainPart } from '#tests/support/plain-records.ts';
import { insertCase } from '#tests/support/plain-rows.ts';
import { customerInput } from '../customers/sample-customers.ts';
import { productInput, unitInput } from '../units/sample-units.ts';

/** The kinds that name each, all found by its new name and by its old name no more. */
const naming: Readonly<Record<string, readonly SearchKind[]>> = {
  customer: ['customer', 'unit', 'case', 'contact', 'requisition', 'report'],
  plate: ['unit', 'case', 'contact', 'requisition', 'report'],
  serialNumber: ['unit', 'case', 'contact', 'requisition', 'report'],
  product: ['unit'],
  holder: ['requisition'],
  part: ['part'],
};

onBothEngines('a record under a new name', (books) => {
  test('is found by it alone, and so is every record that names it', async () => {
    const records = await books().write(theRecords);
    const before = {
      customer: '青岛交运',
      plate: '临A·10001',
      serialNumber: 'LKLR1KSF9',
      product: 'KLQ6129',
      holder: '潍坊服务站',
      part: 'ZT-88',
    };
    const after = {
      customer: '威海运输',
      plate: '鲁K·23456',
      serialNumber: 'LSVAA2BR7',
      product: 'ZK6128',
      holder: '荣成服务站',
      part: 'QX-99',
    };
    await expectFound(before, after, records);
    await books().write(async (tx) => {
      await editCustomer(tx, { ...customerInput(after.customer), id: records.customerId, version: 1 });
      const { plate, serialNumber } = after;
      const unit = unitInput(records.customerId, records.productId, { plate, serialNumber });
      await editUnit(tx, { ...unit, id: records.ids.unit, version: 1 });
      await editProduct(tx, { ...productInput(after.product), id: records.productId, version: 1 });
      const account = { code: 'STATION-1', name: after.holder, warehouseId: null, active: true };
      await editAccount(tx, { ...account, id: records.holderId, version: 1 });
      await editPart(tx, { ...plainPart, number: after.part, id: records.ids.part, version: 1 });
    });
    await followAllRenames(books().database, namings);
    await expectFound(after, before, records);
    const tags = (text: string) =>
      books().read((tx) =>
        listOldParts(tx, { filter: { text }, sort: { by: 'createdAt', descending: true }, limit: 10 }),
      );
    for (const text of [after.customer, after.plate, after.part, after.holder])
      expect(
        (await tags(text)).rows.map(({ id }) => id),
        text,
      ).toEqual([records.oldPartId]);
    for (const text of [before.customer, before.plate, before.part, before.holder])
      expect((await tags(text)).rows, text).toEqual([]);
  });

  async function expectFound(
    now: Readonly<Record<keyof typeof naming, string>>,
    never: Readonly<Record<keyof typeof naming, string>>,
    { ids }: Awaited<ReturnType<typeof theRecords>>,
  ): Promise<void> {
    for (const [name, kinds] of Object.entries(naming))
      for (const kind of searchKinds) {
        const by = (text = '') => books().read((tx) => searchIds(tx, kind, text, 10, endlessPatience));
        const wanted = kinds.includes(kind) ? [ids[kind]] : [];
        expect((await by(now[name])).rows, `${kind} by ${now[name]}`).toEqual(wanted);
        expect((await by(never[name])).rows, `${kind} by ${never[name]}`).toEqual([]);
      }
  }

  test('holds nobody up: the act notes it alone, and its many cases follow in small pieces', async () => {
    const customerId = await aFleet(books(), '千台车队', 205);
    const left = () =>
      books().read(async (tx) => [await tx.db.$count(searchRenames), await tx.db.$count(searchStale)]);
    await books().write((tx) =>
      editCustomer(tx, { ...customerInput('万台车队'), id: customerId, version: 1 }),
    );
    expect(await left()).toEqual([1, 0]);
    const follow = () => books().database.write(theProgram, (tx) => followRenames(tx, namings));
    await follow();
    expect(await left()).toEqual([0, 205]);
    await follow();
    const [, stale = 0] = await left();
    expect(stale).toBeGreaterThan(150);
    expect(stale).toBeLessThan(205);
    // Renamed again while the cases follow: all of them end at the last name.
    await books().write((tx) =>
      editCustomer(tx, { ...customerInput('亿台车队'), id: customerId, version: 2 }),
    );
    await followAllRenames(books().database, namings);
    const found = (text: string) => books().read((tx) => searchIds(tx, 'case', text, 500, endlessPatience));
    expect((await found('亿台车队')).rows).toHaveLength(205);
    expect((await found('万台车队')).rows).toEqual([]);
    expect((await found('千台车队')).rows).toEqual([]);
    expect(await left()).toEqual([0, 0]);
  }, 60_000);

  test('is followed after the commit, and after the next start what was left', async () => {
    const customerId = await aFleet(books(), '先行车队', 30);
    await books().write((tx) =>
      editCustomer(tx, { ...customerInput('后继车队'), id: customerId, version: 1 }),
    );
    // The program ended before anything followed; another one starts.
    const follower = new RenameFollower(books().database, namings);
    follower.follow();
    const found = async (text: string) =>
      (await books().read((tx) => searchIds(tx, 'case', text, 500, endlessPatience))).rows.length;
    await expect.poll(() => found('后继车队'), { timeout: 20_000 }).toBe(30);
    await books().write((tx) =>
      editCustomer(tx, { ...customerInput('末班车队'), id: customerId, version: 2 }),
    );
    await expect.poll(() => found('末班车队'), { timeout: 20_000 }).toBe(30);
    await follower.close();
    expect(await found('后继车队')).toBe(0);
  }, 60_000);

  test('a new telephone number of a customer concerns no other record', async () => {
    const { id } = await books().write((tx) => createCustomer(tx, customerInput('换号公司')));
    await books().write((tx) =>
      addTelephone(tx, { customerId: id, contactPersonId: null, shown: '0536-8887766' }),
    );
    expect(await books().read((tx) => tx.db.$count(searchRenames, eq(searchRenames.subjectId, id)))).toBe(0);
  });
});

/** One record of each kind, all of one customer, unit and holder, under the names that are given up. */
async function theRecords(tx: WriteTx) {
  const { id: customerId } = await createCustomer(tx, customerInput('青岛交运'));
  const { id: productId } = await createProduct(tx, productInput('KLQ6129'));
  const numbers = { plate: '临A·10001', serialNumber: 'LKLR1KSF9' };
  const { id: unit } = await createUnit(tx, unitInput(customerId, productId, numbers));
  const { id: part } = await createPart(tx, { ...plainPart, number: 'ZT-88' });
  const station = { code: 'STATION-1', kind: 'station', warehouseId: null, personId: null } as const;
  const { id: holderId } = await createAccount(tx, { ...station, name: '潍坊服务站', active: true });
  const opened = await openCase(tx, {
    customerId,
    contactPersonId: null,
    unitId: unit,
    category: 'repair',
    faultGroup: null,
    urgency: 'limping',
    symptom: '异响',
    ownerId: null,
  });
  const [contact, requisition, report, issueId] = [
    newId<'contact'>(),
    newId<'requisition'>(),
    newId<'report'>(),
    newId<'issue'>(),
  ];
  const [lineId, issueLineId, oldPartId] = [
    newId<'requisitionLine'>(),
    newId<'issueLine'>(),
    newId<'oldPart'>(),
  ];
  const ofAll = { caseId: opened.id, unitId: unit };
  await tx.db
    .insert(contacts)
    .values(filledRow(contacts, { id: contact, number: 'LD-1', kind: 'call', customerId, ...ofAll }));
  await tx.db
    .insert(requisitions)
    .values(
      filledRow(requisitions, { id: requisition, number: 'LL-1', holderAccountId: holderId, ...ofAll }),
    );
  await tx.db
    .insert(requisitionLines)
    .values(
      filledRow(requisitionLines, { id: lineId, requisitionId: requisition, partId: part, quantity: 1000 }),
    );
  await tx.db
    .insert(issues)
    .values(filledRow(issues, { id: issueId, number: 'CK-1', requisitionId: requisition, personId: null }));
  await tx.db.insert(issueLines).values(
    filledRow(issueLines, {
      id: issueLineId,
      issueId,
      requisitionLineId: lineId,
      partId: part,
      accountId: holderId,
      quantity: 1000,
    }),
  );
  await tx.db.insert(oldParts).values(
    filledRow(oldParts, {
      id: oldPartId,
      number: 'JJ202611-0001',
      partId: part,
      issueLineId,
      requisitionId: requisition,
      caseId: opened.id,
      holderAccountId: holderId,
    }),
  );
  await tx.db
    .insert(serviceReports)
    .values(filledRow(serviceReports, { id: report, number: 'FB-1', ...ofAll }));
  await indexContact(tx, contact);
  await indexRequisition(tx, requisition);
  await indexReport(tx, report);
  const ids: Readonly<Record<SearchKind, string>> = {
    customer: customerId,
    unit,
    case: opened.id,
    contact,
    requisition,
    report,
    receipt: '',
    part,
    tool: '',
  };
  return { customerId, productId, holderId, oldPartId, ids };
}

async function aFleet(books: Books, name: string, caseCount: number): Promise<string> {
  return books.write(async (tx) => {
    const { id } = await createCustomer(tx, customerInput(name));
    for (let one = 0; one < caseCount; one += 1) {
      await indexCase(tx, await insertCase(tx, { customerId: id }));
    }
    return id;
  });
}

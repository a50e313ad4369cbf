import { and, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Actor } from '#shared/domain/actor.ts';
import { newId } from '#shared/domain/ids.ts';
import { presetPermissions } from '#shared/domain/permissions.ts';
import { presetRoles } from '#shared/domain/roles.ts';
import { caseDocuments } from '#host/roll/case-documents.ts';
import { auditEntries } from '#host/schema/audit.tables.ts';
import { getCase } from '#host/views/case-file.queries.ts';
import { clarifyContact, recordContact, type NewContact } from '#host/modules/contacts/contacts.service.ts';
import { contacts } from '#host/schema/contacts.tables.ts';
import { getContact } from '#host/modules/contacts/contacts.queries.ts';
import { contactPersons, customers, telephones } from '#host/schema/customers.tables.ts';
import { onceOnly } from '#host/desks/operations/operations.service.ts';
import { searchIds } from '#host/desks/search/search.queries.ts';
import { getUnit } from '#host/views/unit-file.queries.ts';
import { units } from '#host/schema/units.tables.ts';
import { onBothEngines, testStart, type Books } from '#tests/support/books.ts';
import { addFleet } from '../cases/case-fixtures.ts';
import { call, refusalOf } from './sample-contacts.ts';

const rarePlate = '粤B·𠮷䶮 🚌 "o\'k"';
const openCase = { kind: 'openCase', ownerId: null } as const;

const record = (books: Books, more: Partial<NewContact>, actor?: Actor) =>
  books.write((tx) => recordContact(tx, { ...call, ...more }), actor);
const counts = (books: Books) =>
  books.read(async (tx) => [
    await tx.db.$count(contacts),
    await tx.db.$count(customers),
    await tx.db.$count(units),
  ]);
const actsOn = async (books: Books, id: string) => {
  const rows = await books.read((tx) =>
    tx.db
      .select({ act: auditEntries.act, by: auditEntries.personName })
      .from(auditEntries)
      .where(and(eq(auditEntries.subjectKind, 'unit'), eq(auditEntries.subjectId, id)))
      .orderBy(auditEntries.sequence),
  );
  return rows.map(({ act, by }) => `${act} ${by}`);
};

onBothEngines('a unit made during a call', (books) => {
  test('belongs to the caller, is found at once, and takes the reading of the call as its first', async () => {
    const { customerId, productId } = await books().write((tx) => addFleet(tx));
    await books().write((tx) =>
      tx.db.update(customers).set({ region: '广东深圳' }).where(eq(customers.id, customerId)),
    );
    const done = await record(books(), {
      customerId,
      newUnit: { productId, plate: rarePlate, serialNumber: 'LNEW0001' },
      mileageKm: 5_120,
      operatingHours: 88,
      summary: '水温高',
      outcome: openCase,
    });
    const { unitId } = await books().read((tx) => getContact(tx, { id: done.id }));
    expect(await books().read((tx) => getUnit(tx, { id: unitId ?? '' }))).toMatchObject({
      customerId,
      productId,
      plate: rarePlate,
      serialNumber: 'LNEW0001',
      region: '广东深圳',
      saleDay: null,
      active: true,
      version: 1,
      readings: [{ day: '2026-11-01', mileageKm: 5_120, operatingHours: 88, source: done.number }],
      history: [{ caseId: done.caseId }],
    });
    expect((await books().read((tx) => searchIds(tx, 'unit', 'lnew0001'))).rows).toEqual([unitId]);
    expect((await books().read((tx) => searchIds(tx, 'unit', '𠮷䶮'))).rows).toEqual([unitId]);
    expect((await books().read((tx) => searchIds(tx, 'contact', '𠮷䶮'))).rows).toEqual([done.id]);
    expect(await actsOn(books(), unitId ?? '')).toEqual(['units.create clerk', 'units.addReading clerk']);
    const story = await books().read((tx) => getCase(tx, { id: done.caseId ?? '' }, caseDocuments));
    expect(story.unit).toMatchObject({ id: unitId, plate: rarePlate, mileageKm: 5_120 });
  });

  test('belongs to the customer made in the same breath, or to whoever has the number or the case', async () => {
    const { customerId, productId } = await books().write((tx) => addFleet(tx));
    const ownerOf = async (more: Partial<NewContact>, plate: string) => {
      const { id } = await record(books(), { ...more, newUnit: { productId, plate, serialNumber: '' } });
      const { unitId } = await books().read((tx) => getContact(tx, { id }));
      return (await books().read((tx) => getUnit(tx, { id: unitId ?? '' }))).customerName;
    };
    const telephone = '139 7000 7001';
    expect(await ownerOf({ telephone, newCustomer: { name: '温州旅运' } }, '浙C·70001')).toBe('温州旅运');
    expect(await ownerOf({ telephone }, '浙C·70002')).toBe('温州旅运');
    const { caseId } = await record(books(), { customerId, summary: '漏水', outcome: openCase });
    expect(await ownerOf({ outcome: { kind: 'joinCase', caseId: caseId ?? '' } }, '浙C·70003')).toBe(
      '市第二公交公司',
    );
  });

  test('is either new or known, and not another one than that of the case joined', async () => {
    const { customerId, unitId, productId } = await books().write((tx) => addFleet(tx));
    const { caseId, caseNumber } = await record(books(), { unitId, summary: '漏水', outcome: openCase });
    const newUnit = { productId, plate: '', serialNumber: 'LINSTEAD1' };
    const before = await counts(books());
    expect((await refusalOf(record(books(), { customerId, unitId, newUnit })))?.facts).toEqual({
      issues: [{ path: 'newUnit', code: 'oneOfTwo' }],
    });
    const joining = { customerId, newUnit, outcome: { kind: 'joinCase', caseId: caseId ?? '' } } as const;
    expect((await refusalOf(record(books(), joining)))?.facts).toEqual({
      kind: 'unit',
      name: 'LINSTEAD1',
      ofKind: 'case',
      of: caseNumber,
    });
    expect(await counts(books())).toEqual(before);
  });

  test('is refused as in its own form, at its field, and nothing of the call remains', async () => {
    const { customerId, productId } = await books().write((tx) => addFleet(tx));
    const one = { productId, plate: '桂A·00001', serialNumber: 'LTWICE0001' };
    await record(books(), { customerId, newUnit: one });
    const before = await counts(books());
    const refused = async (more: Partial<NewContact>) => {
      const refusal = await refusalOf(
        record(books(), { newCustomer: { name: '不该留下' }, telephone: '136 0000 0001', ...more }),
      );
      return [refusal?.code, refusal?.facts];
    };
    expect(await refused({ newUnit: { ...one, plate: '桂a 00001', serialNumber: '' } })).toEqual([
      'ALREADY_EXISTS',
      { field: 'newUnit.plate', value: '桂A·00001' },
    ]);
    expect(await refused({ newUnit: { ...one, plate: '', serialNumber: 'ltwice-0001' } })).toEqual([
      'ALREADY_EXISTS',
      { field: 'newUnit.serialNumber', value: 'LTWICE0001' },
    ]);
    expect(
      await refused({ newUnit: { ...one, productId: newId(), plate: '桂A·2', serialNumber: '' } }),
    ).toEqual(['NOT_FOUND', { kind: 'product' }]);
    expect(
      await refused({ newUnit: { ...one, plate: '桂A·2', serialNumber: '' }, outcome: openCase }),
    ).toEqual(['INVALID_INPUT', { issues: [{ path: 'summary', code: 'required' }] }]);
    const nobodys = { newCustomer: null, newUnit: { ...one, plate: '桂A·2', serialNumber: '' } };
    expect(await refused(nobodys)).toEqual([
      'INVALID_INPUT',
      { issues: [{ path: 'customerId', code: 'required' }] },
    ]);
    expect(await counts(books())).toEqual(before);
  });

  test('is made by nobody who may not edit units', async () => {
    const { customerId, productId } = await books().write((tx) => addFleet(tx));
    const before = await counts(books());
    const newUnit = { productId, plate: '青A·00001', serialNumber: '' };
    const recorders = presetRoles.filter((role) => presetPermissions[role].includes('contacts.record'));
    const barred = recorders.filter((role) => !presetPermissions[role].includes('units.edit'));
    expect(barred).toEqual(['quality']);
    const { quality, technician } = books().actors;
    const refused = await refusalOf(record(books(), { customerId, newUnit }, quality));
    expect([refused?.code, refused?.facts]).toEqual(['NOT_PERMITTED', { permission: 'units.edit' }]);
    expect(await counts(books())).toEqual(before);
    const held = await record(books(), { customerId }, quality);
    const clarify = (actor: Actor) =>
      books().write(
        (tx) =>
          clarifyContact(tx, {
            id: held.id,
            version: 1,
            customerId,
            unitId: null,
            newUnit,
            summary: '漏水',
            outcome: openCase,
          }),
        actor,
      );
    expect((await refusalOf(clarify(quality)))?.code).toBe('NOT_PERMITTED');
    expect((await clarify(technician)).caseId).not.toBeNull();
  });

  test('a new customer, and what becomes known of one, is made by nobody who may not edit customers', async () => {
    const recorders = presetRoles.filter((role) => presetPermissions[role].includes('contacts.record'));
    const barred = recorders.filter((role) => !presetPermissions[role].includes('customers.edit'));
    expect(barred).toEqual(['technician', 'quality']);
    const before = await counts(books());
    const newCustomer = { name: '新来的车队' };
    for (const role of barred) {
      const actor = books().actors[role];
      const refused = await refusalOf(record(books(), { customerId: null, newCustomer }, actor));
      expect([refused?.code, refused?.facts]).toEqual(['NOT_PERMITTED', { permission: 'customers.edit' }]);
    }
    expect(await counts(books())).toEqual(before);
    const { customerId } = await books().write((tx) => addFleet(tx));
    const personsAndNumbers = async () =>
      books().read(async (tx) => [await tx.db.$count(contactPersons), await tx.db.$count(telephones)]);
    const known = await personsAndNumbers();
    const said = { customerId, telephone: '139 2222 0001', callerName: '没见过的人' };
    const heard = await record(books(), said, books().actors.technician);
    expect(await personsAndNumbers()).toEqual(known);
    const kept = await books().read((tx) => getContact(tx, { id: heard.id }));
    expect(kept).toMatchObject({ callerName: '没见过的人', customerId });
    await record(books(), said);
    expect(await personsAndNumbers()).not.toEqual(known);
  });

  test('made while a held call is clarified, it takes the reading that was told then', async () => {
    const { customerId, productId } = await books().write((tx) => addFleet(tx));
    const held = await record(books(), { telephone: '133 1111 7777', mileageKm: 640 });
    books().pass(2 * 86_400_000);
    const newUnit = { productId, plate: '', serialNumber: 'LHELD0001' };
    const clarify = (version: number, owner: string | null) =>
      books().write((tx) =>
        clarifyContact(tx, {
          id: held.id,
          version,
          customerId: owner,
          unitId: null,
          newUnit,
          summary: '漏水',
          outcome: openCase,
        }),
      );
    expect((await refusalOf(clarify(1, null)))?.facts).toEqual({
      issues: [{ path: 'customerId', code: 'required' }],
    });
    expect((await refusalOf(clarify(2, customerId)))?.code).toBe('CHANGED_MEANWHILE');
    const { caseId } = await clarify(1, customerId);
    const { unit } = await books().read((tx) => getCase(tx, { id: caseId ?? '' }, caseDocuments));
    expect(unit).toMatchObject({ serialNumber: 'LHELD0001', mileageKm: 640 });
    const { readings } = await books().read((tx) => getUnit(tx, { id: unit?.id ?? '' }));
    expect(readings).toMatchObject([{ day: '2026-11-01', mileageKm: 640, source: held.number }]);
  });

  test('pressed twice, it is one unit', async () => {
    const { customerId, productId } = await books().write((tx) => addFleet(tx));
    const newUnit = { productId, plate: '', serialNumber: 'LONCE0001' };
    const input = { ...call, at: testStart, customerId, newUnit };
    const operation = { id: newId<'operation'>(), procedure: 'contacts.record', input };
    const press = () => books().write((tx) => onceOnly(tx, operation, () => recordContact(tx, input)));
    expect(await press()).toEqual(await press());
    expect(await books().read((tx) => tx.db.$count(units, eq(units.serialNumber, 'LONCE0001')))).toBe(1);
  });
});

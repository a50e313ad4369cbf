import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { unitsContract } from '#shared/contract/units.contract.ts';
import { newId } from '#shared/domain/ids.ts';
import { auditEntries } from '#host/schema/audit.tables.ts';
import { getUnit } from '#host/views/unit-file.queries.ts';
import * as models from '#host/modules/units/units.products.service.ts';
import * as queries from '#host/modules/units/units.queries.ts';
import * as service from '#host/modules/units/units.service.ts';
import type { WriteTx } from '#host/database/database.ts';
import { onBothEngines, type Books } from '#tests/support/books.ts';
import { ownerAndModel, productInput, unitInput } from './sample-units.ts';

const rare = '𠮷䶮㛃 "o\'k" <script>alert(1)</script> 🚌';

onBothEngines('units', (books) => {
  let customerId = '';
  let productId = '';
  beforeAll(async () => {
    ({ customerId, productId } = await ownerAndModel(books()));
  });
  const write = <Result>(work: (tx: WriteTx) => Promise<Result>) => books().write(work);
  const create = (
    more: Parameters<typeof unitInput>[2] = {},
    reading: Parameters<typeof service.createUnit>[1]['reading'] = null,
  ) => write((tx) => service.createUnit(tx, { ...unitInput(customerId, productId, more), reading }));
  const get = (id: string) => books().read((tx) => getUnit(tx, { id }));
  const read = (
    unitId: string,
    day: string,
    mileageKm: number | null,
    operatingHours: number | null = null,
    counterReplaced = false,
  ) =>
    write((tx) =>
      service.recordReading(tx, {
        unitId,
        day,
        mileageKm,
        operatingHours,
        source: 'contact',
        counterReplaced,
      }),
    );

  test('what has happened is not noted for a day to come', async () => {
    const limit = '2026-11-01';
    await expect(create({ saleDay: '2026-11-02', cardReceivedDay: '2062-11-01' })).rejects.toMatchObject({
      facts: {
        issues: [
          { path: 'saleDay', code: 'future', limit },
          { path: 'cardReceivedDay', code: 'future', limit },
        ],
      },
    });
    const saved = await create({ saleDay: limit });
    const sale = { ...unitInput(customerId, productId, { saleDay: '2026-11-02' }), ...saved };
    await expect(write((tx) => service.editUnit(tx, sale))).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });

  test('a unit that needs no stock item comes back as it was typed', async () => {
    const { id, version } = await create(
      { plate: '粤B·3K721D', serialNumber: 'LX6A1', notes: rare, saleDay: '2025-01-31' },
      {
        day: '2026-10-01',
        mileageKm: 86_420,
        operatingHours: null,
      },
    );
    expect(version).toBe(1);
    expect(await get(id)).toMatchObject({
      id,
      customerName: '市第二公交公司',
      productCode: 'XML6127J13',
      productLine: '客车',
      notes: rare,
      saleDay: '2025-01-31',
      readings: [{ day: '2026-10-01', mileageKm: 86_420, operatingHours: null, source: 'desk' }],
      components: [],
      history: [],
    });
    const rows = await auditOf(books(), id);
    expect(rows.map((row) => row.act)).toEqual(['units.create', 'units.addReading']);
    expect(rows[0]).toMatchObject({ personName: 'clerk', after: { notes: rare } });
  });

  test('the plate or number of another unit in use is refused, however it is written', async () => {
    const { id } = await create({ plate: '粤B·11111', serialNumber: 'LFV2A21K8F4' });
    const twice = (more: Parameters<typeof unitInput>[2], refused: object) =>
      expect(create(more)).rejects.toMatchObject({ code: 'ALREADY_EXISTS', ...refused });
    await twice({ plate: '粤B·11111' }, { facts: { field: 'plate', value: '粤B·11111' } });
    await twice({ plate: '粤b 11111' }, { facts: { field: 'plate', value: '粤B·11111' } });
    await twice({ serialNumber: 'lfv2a21k8f4' }, { facts: { field: 'serialNumber' } });
    await create({ plate: '粤B·1111' });
    await create({ plate: '粤B·11111', active: false });
    const second = await create({ plate: '粤B·22222' });
    const taking = { ...unitInput(customerId, productId, { plate: '粤B11111' }), id: second.id, version: 1 };
    await expect(write((tx) => service.editUnit(tx, taking))).rejects.toMatchObject({
      code: 'ALREADY_EXISTS',
    });
    const itself = {
      ...unitInput(customerId, productId, { plate: '粤B·11111', notes: 'x' }),
      id,
      version: 1,
    };
    expect(await write((tx) => service.editUnit(tx, itself))).toEqual({ id, version: 2 });
  });

  test("units without numbers do not stand in each other's way", async () => {
    const one = await create();
    const other = await create({ plate: ' - ' });
    expect(one.id).not.toBe(other.id);
  });

  test('who saves an older version is refused; what is not there too', async () => {
    const { id } = await create({ plate: '粤B·33333' });
    const input = {
      ...unitInput(customerId, productId, { plate: '粤B·33333', dealer: '甲' }),
      id,
      version: 1,
    };
    await books().write((tx) => service.editUnit(tx, input), books().actors.leader);
    await expect(write((tx) => service.editUnit(tx, input))).rejects.toMatchObject({
      code: 'CHANGED_MEANWHILE',
      facts: { by: 'leader', current: { dealer: '甲', version: 2 } },
    });
    const nobody = newId();
    const notFound = (work: Promise<unknown>, kind: string) =>
      expect(work).rejects.toMatchObject({ code: 'NOT_FOUND', facts: { kind } });
    await notFound(get(nobody), 'unit');
    await notFound(
      write((tx) => service.createUnit(tx, unitInput(nobody, productId))),
      'customer',
    );
    await notFound(
      write((tx) => service.createUnit(tx, unitInput(customerId, nobody))),
      'product',
    );
    await notFound(
      write((tx) => service.editUnit(tx, { ...unitInput(customerId, productId), id: nobody, version: 1 })),
      'unit',
    );
    await notFound(read(nobody, '2026-10-01', 1), 'unit');
  });

  test('a counter does not run backwards unless it was replaced', async () => {
    const { id } = await create({ plate: '粤B·44444' });
    const first = await read(id, '2026-10-10', 50_000);
    await expect(read(id, '2026-10-20', 49_999)).rejects.toMatchObject({
      code: 'READING_BELOW_LAST',
      facts: { lastDay: '2026-10-10', lastKm: 50_000 },
    });
    expect(await read(id, '2026-10-10', 50_000)).toBe(first);
    expect(await read(id, '2026-10-21', null)).toBeNull();
    await read(id, '2026-09-01', 40_000);
    await read(id, '2026-10-22', 12, null, true);
    await read(id, '2026-10-23', null, 700);
    expect((await get(id)).readings.map((row) => [row.day, row.mileageKm, row.operatingHours])).toEqual([
      ['2026-10-23', null, 700],
      ['2026-10-22', 12, null],
      ['2026-10-10', 50_000, null],
      ['2026-09-01', 40_000, null],
    ]);
    expect(await books().read((tx) => queries.lastReading(tx, id))).toEqual({
      day: '2026-10-23',
      mileageKm: 12,
      operatingHours: 700,
    });
    expect((await auditOf(books(), id)).filter((row) => row.act === 'units.addReading')).toHaveLength(4);
  });

  test('a reading from the desk says something and is not of tomorrow', async () => {
    const { id } = await create({ plate: '粤B·55555' });
    const add = (day: string, mileageKm: number | null) =>
      write((tx) =>
        service.addReading(tx, { unitId: id, day, mileageKm, operatingHours: null, counterReplaced: false }),
      );
    await expect(add('2026-11-01', null)).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      facts: { issues: [{ path: 'mileageKm', code: 'required' }] },
    });
    await expect(add('2026-11-02', 1)).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      facts: { issues: [{ path: 'day', limit: '2026-11-01' }] },
    });
    const { id: readingId } = await add('2026-11-01', 1);
    expect(await add('2026-11-01', 1)).toEqual({ id: readingId });
  });

  test('components are added, changed, and stay with their unit', async () => {
    const { id } = await create({ plate: '粤B·66666' });
    const other = await create({ plate: '粤B·66667' });
    const fields = {
      componentGroupCode: 'AC',
      name: rare,
      serialNumber: '0012',
      supplier: '松芝',
      installedDay: '2025-01-31',
      removedDay: null,
      warrantyUntilDay: '2027-01-31',
    };
    const save = (unitId: string, componentId: string | null, more = {}) =>
      write((tx) =>
        service.saveComponent(tx, {
          unitId,
          id: componentId,
          version: componentId === null ? 0 : 1,
          ...fields,
          ...more,
        }),
      );
    const { id: componentId } = await save(id, null);
    await save(id, componentId, { removedDay: '2026-01-01' });
    expect((await get(id)).components).toMatchObject([
      { id: componentId, ...fields, removedDay: '2026-01-01' },
    ]);
    await expect(save(id, componentId, { supplier: '南风' })).rejects.toMatchObject({
      code: 'CHANGED_MEANWHILE',
      facts: { kind: 'unit', id, current: { version: 2, removedDay: '2026-01-01' } },
    });
    await expect(save(id, componentId, { removedDay: '2025-01-30' })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
    await expect(save(other.id, componentId)).rejects.toMatchObject({
      code: 'DOES_NOT_BELONG',
      facts: { kind: 'component', name: fields.name, ofKind: 'unit' },
    });
    await expect(save(newId(), null)).rejects.toMatchObject({ code: 'NOT_FOUND', facts: { kind: 'unit' } });
    expect((await auditOf(books(), id)).filter((row) => row.act === 'units.saveComponent')).toHaveLength(2);
  });

  test('model codes are given once, and models are changed with their version', async () => {
    const { id } = await write((tx) => models.createProduct(tx, productInput('Bj-1')));
    for (const code of ['Bj-1', 'bJ-1', 'ＢＪ-1', 'BJ — 1'])
      await expect(write((tx) => models.createProduct(tx, productInput(code)))).rejects.toMatchObject({
        code: 'CODE_TAKEN',
        facts: { field: 'code', value: code, holder: `Bj-1 ${productInput('Bj-1').name}` },
      });
    const renamed = { ...productInput('BJ-1я'), id, version: 1 };
    await write((tx) => models.editProduct(tx, renamed));
    await expect(write((tx) => models.editProduct(tx, renamed))).rejects.toMatchObject({
      code: 'CHANGED_MEANWHILE',
    });
    await expect(
      write((tx) => models.editProduct(tx, { ...productInput('XML6127J13'), id, version: 2 })),
    ).rejects.toMatchObject({ code: 'CODE_TAKEN' });
    expect((await books().read((tx) => queries.listProducts(tx))).map((product) => product.code)).toContain(
      'BJ-1я',
    );
    expect((await auditOf(books(), id)).map((row) => row.act)).toEqual([
      'units.createProduct',
      'units.editProduct',
    ]);
  });
});

test.each([
  ['a day that does not exist', { saleDay: '2026-02-30' }, 'saleDay'],
  ['a plate of 21 characters', { plate: '1'.repeat(21) }, 'plate'],
  ['two lines in a plate', { plate: 'a\nb' }, 'plate'],
  [
    'half a kilometre',
    { reading: { day: '2026-01-01', mileageKm: 0.5, operatingHours: null } },
    'reading.mileageKm',
  ],
  ['an id that is none', { customerId: "'; DROP TABLE units" }, 'customerId'],
  ['a control character', { dealer: 'a\u0007b' }, 'dealer'],
])('the contract refuses %s', async (_, wrong, path) => {
  const schema = unitsContract.create['~orpc'].inputSchema;
  const input = { operationId: newId(), ...unitInput(newId(), newId()), ...wrong };
  const result = await schema?.['~standard'].validate(input);
  expect(result?.issues?.map((issue) => (issue.path ?? []).map(String).join('.'))).toContain(path);
});

async function auditOf(books: Books, id: string) {
  return books.read((tx) =>
    tx.db.select().from(auditEntries).where(eq(auditEntries.subjectId, id)).orderBy(auditEntries.sequence),
  );
}

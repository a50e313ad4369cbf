import { beforeAll, expect, test } from 'vitest';
import { newId } from '#shared/domain/ids.ts';
import { cases } from '#host/schema/cases.tables.ts';
import { createCustomer, editCustomer } from '#host/modules/customers/customers.service.ts';
import { excelFile } from '#host/desks/lists/excel.ts';
import { parts } from '#host/schema/parts.tables.ts';
import { followAllRenames } from '#host/modules/renames/rename-follower.service.ts';
import { searchIds } from '#host/desks/search/search.queries.ts';
import { serviceReportLines, serviceReports } from '#host/schema/reports.tables.ts';
import { getUnit } from '#host/views/unit-file.queries.ts';
import { sheets } from '#host/roll/sheets.ts';
import * as models from '#host/modules/units/units.products.service.ts';
import * as queries from '#host/modules/units/units.queries.ts';

import * as service from '#host/modules/units/units.service.ts';
import type { WriteTx } from '#host/database/database.ts';
import { namings } from '#host/roll/namings.ts';
import { onBothEngines, type Books } from '#tests/support/books.ts';
import { filledRow } from '#tests/support/fill-row.ts';
import { readExcel, textsOf } from '#tests/support/read-excel.ts';
import { customerInput } from '../customers/sample-customers.ts';
import { ownerAndModel, productInput, unitInput } from './sample-units.ts';

onBothEngines('units in lists', (books) => {
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
  const found = async (text: string) => (await books().read((tx) => searchIds(tx, 'unit', text))).rows;

  test('the history tells each service with what was replaced and the last report', async () => {
    const { id } = await create({ plate: '粤B·77777' });
    await insertHistory(books(), id, customerId);
    expect((await get(id)).history).toMatchObject([
      {
        caseNumber: 'FW-2',
        symptom: '异响',
        state: 'registered',
        replacedParts: [],
        reportNumber: null,
        reportState: null,
      },
      {
        caseNumber: 'FW-1',
        symptom: '漏水',
        state: 'closed',
        replacedParts: ['水泵', '密封圈'],
        reportNumber: 'FB-2',
        reportState: 'filed',
      },
    ]);
    const page = await list(books(), { filter: { text: '77777' } });
    expect(page.rows).toMatchObject([{ id, openCaseCount: 1 }]);
  });

  test('a unit is found by plate, serial, engine, model and customer, also after these were renamed', async () => {
    const owner = await write((tx) => createCustomer(tx, customerInput('青岛交运')));
    const model = await write((tx) => models.createProduct(tx, productInput('KLQ6129')));
    const numbers = { plate: '鲁B·98765', serialNumber: 'LKLR1KSF', engineNumber: 'YC6L280' };
    const { id } = await write((tx) => service.createUnit(tx, unitInput(owner.id, model.id, numbers)));
    for (const text of ['98765', '鲁b98', 'lklr1', '6L280', 'klq', '青岛', 'qdjy', 'jiaoyun'])
      expect(await found(text), text).toEqual([id]);
    await write((tx) => editCustomer(tx, { ...customerInput('威海运输'), id: owner.id, version: 1 }));
    await write((tx) => models.editProduct(tx, { ...productInput('KLQ6900'), id: model.id, version: 1 }));
    await followAllRenames(books().database, namings);
    expect([await found('威海'), await found('whys'), await found('KLQ6900')]).toEqual([[id], [id], [id]]);
    expect([await found('青岛'), await found('KLQ6129')]).toEqual([[], []]);
    expect(
      (await list(books(), { filter: { text: '威海', productId: model.id, customerId: owner.id } })).rows,
    ).toMatchObject([{ id }]);
  });

  test('a fleet is renamed whole', async () => {
    const owner = await write((tx) => createCustomer(tx, customerInput('大车队')));
    await write(async (tx) => {
      for (let one = 0; one < 450; one += 1)
        await service.createUnit(
          tx,
          unitInput(owner.id, productId, { plate: `闽A·F${String(one).padStart(4, '0')}` }),
        );
    });
    await write((tx) => editCustomer(tx, { ...customerInput('福州车队'), id: owner.id, version: 1 }));
    await followAllRenames(books().database, namings);
    expect((await books().read((tx) => searchIds(tx, 'unit', '福州车队', 500))).rows).toHaveLength(450);
    expect(await found('大车队')).toEqual([]);
    const mine = await books().read((tx) => queries.unitsOfCustomer(tx, owner.id, 3));
    expect(mine).toHaveLength(3);
  }, 60_000);

  test('sorted by sale, units without a day come last, without gap or repetition', async () => {
    const owner = await write((tx) => createCustomer(tx, customerInput('排序公司')));
    const days = ['2024-05-01', null, '2023-01-01', null, '2025-01-01', null, '2024-05-01'];
    for (const [one, saleDay] of days.entries()) {
      books().pass(1);
      await write((tx) =>
        service.createUnit(tx, unitInput(owner.id, productId, { plate: `排·${one}`, saleDay })),
      );
    }
    const plates: string[] = [];
    let after: string | undefined;
    do {
      const page = await list(books(), {
        filter: { customerId: owner.id },
        sort: { by: 'saleDay', descending: true },
        limit: 2,
        after,
      });
      plates.push(...page.rows.map((row) => row.plate));
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(plates).toEqual(['排·4', '排·6', '排·0', '排·2', '排·5', '排·3', '排·1']);
    const newest = await list(books(), { filter: { customerId: owner.id, active: true }, limit: 1 });
    expect(newest.rows).toMatchObject([{ plate: '排·6' }]);
  });

  test('the list as an Excel file keeps numbers as text', async () => {
    const { id } = await create(
      { plate: '=1+1', serialNumber: '000123' },
      { day: '2026-10-01', mileageKm: 7, operatingHours: 8 },
    );
    const sheet = await books().read((tx) =>
      sheets['units.exportList'](
        tx,
        {
          filter: {},
          sort: { by: 'createdAt', descending: true },
          columns: ['plate', 'serialNumber', 'mileageKm', 'operatingHours'],
        },
        'en',
      ),
    );
    expect(sheet.rows.map((row) => row.id)).toContain(id);
    const cells = await readExcel(await excelFile(sheet.name, sheet.columns, sheet.rows));
    const line = cells.find((row) => row[0]?.value === '=1+1');
    expect(line?.slice(0, 2)).toEqual([
      { value: '=1+1', kind: 'text' },
      { value: '000123', kind: 'text' },
    ]);
    expect(line?.slice(2, 4)).toEqual([
      { value: '7', kind: 'number' },
      { value: '8', kind: 'number' },
    ]);
  });

  test('the file follows the list: its filter, its order and the columns shown; units without a day of sale come last', async () => {
    const owner = await write((tx) => createCustomer(tx, customerInput('随列表导出车队')));
    const added = (more: Parameters<typeof unitInput>[2]) =>
      write((tx) => service.createUnit(tx, unitInput(owner.id, productId, more)));
    await added({ plate: '', serialNumber: 'LX-EXPORT-1', saleDay: null, region: '云南' });
    await added({ plate: '云A·EX001', serialNumber: 'LX-EXPORT-2', saleDay: '2024-05-01' });
    await added({ plate: '云A·EX002', saleDay: '2025-06-01', cardReceivedDay: '2025-06-20' });
    await added({ plate: '云A·EX003', active: false });
    const sheet = await books().read((tx) =>
      sheets['units.exportList'](
        tx,
        {
          filter: { customerId: owner.id, active: true },
          sort: { by: 'saleDay', descending: true },
          columns: ['saleDay', 'name', 'customerName', 'region', 'cardReceivedDay', 'readingDay'],
        },
        'zh-CN',
      ),
    );
    expect(await textsOf(sheet)).toEqual([
      ['售出日期', '车牌 / 序列号', '客户', '使用地区', '三包回执卡', '读数日期'],
      ['2025-06-01', '云A·EX002', '随列表导出车队', '', '2025-06-20', ''],
      ['2024-05-01', '云A·EX001', '随列表导出车队', '', '', ''],
      ['', 'LX-EXPORT-1', '随列表导出车队', '云南', '', ''],
    ]);
  });
});

async function list(books: Books, more: Partial<Parameters<typeof queries.listUnits>[1]>) {
  return books.read((tx) =>
    queries.listUnits(tx, { filter: {}, sort: { by: 'createdAt', descending: true }, limit: 100, ...more }),
  );
}

/** Two cases of a unit: one closed, with two reports and a void one, and a new one. */
async function insertHistory(books: Books, unitId: string, customerId: string): Promise<void> {
  await books.write(async (tx) => {
    const caseOf = async (
      number: string,
      state: 'closed' | 'registered',
      symptom: string,
      openedAt: number,
    ) => {
      const id = newId<'case'>();
      const open = {
        id,
        number,
        state,
        customerId,
        unitId,
        symptom,
        openedAt,
        category: 'repair',
        urgency: 'limping',
      } as const;
      await tx.db.insert(cases).values(filledRow(cases, open));
      return id;
    };
    const caseId = await caseOf('FW-1', 'closed', '漏水', tx.now - 1000);
    await caseOf('FW-2', 'registered', '异响', tx.now);
    const partIds = [newId<'part'>(), newId<'part'>()];
    for (const [place, name] of ['水泵', '密封圈'].entries())
      await tx.db
        .insert(parts)
        .values(filledRow(parts, { id: partIds[place] ?? '', number: name, numberKey: name, name }));
    for (const [place, state] of (['filed', 'filed', 'void'] as const).entries()) {
      const reportId = newId<'report'>();
      const report = {
        id: reportId,
        number: `FB-${place + 1}`,
        state,
        caseId,
        unitId,
        createdAt: tx.now + place,
      };
      await tx.db.insert(serviceReports).values(filledRow(serviceReports, report));
      for (const [position, partId] of partIds.entries())
        await tx.db
          .insert(serviceReportLines)
          .values({ id: newId(), reportId, position, partId, quantity: 1000, reason: '' });
    }
  });
}

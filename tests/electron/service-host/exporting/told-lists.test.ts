import { beforeEach, describe, expect, test } from 'vitest';
import { addDays, dayOf, type Day } from '#shared/domain/days.ts';
import type { FaultGroup } from '#shared/domain/states.ts';
import type { ExcelSheet } from '#host/desks/lists/excel.ts';
import { recordContact, type NewContact } from '#host/modules/contacts/contacts.service.ts';
import { voidContact } from '#host/modules/contacts/contacts.voiding.service.ts';
import { openCase } from '#host/modules/cases/cases.service.ts';
import { sheets } from '#host/roll/sheets.ts';
import { onBothEngines } from '#tests/support/books.ts';
import { insertPart } from '#tests/support/plain-rows.ts';
import { call } from '../modules/contacts/sample-contacts.ts';
import { drafted, finished, listed } from '../modules/reports/workshop.ts';
import { approved, openShop, submitted, type Shop } from '../modules/requisitions/parts-shop.ts';

/** A sheet as it reads: its head, and its rows below. */
function written<Row>({ columns, rows }: ExcelSheet<Row>) {
  return [
    columns.map(({ title }) => title),
    ...rows.map((row) => columns.map((column) => column.value(row))),
  ];
}

onBothEngines('a list that leaves as a file', (books) => {
  let shop: Shop;
  beforeEach(async () => {
    shop = await openShop(books());
  });

  test('of cases: its filter, its order, and the columns shown, in the words of the screen', async () => {
    const ownerId = books().actors.technician.personId;
    const opened = (symptom: string, faultGroup: FaultGroup | null) =>
      books().write((tx) =>
        openCase(tx, {
          customerId: shop.customerId,
          contactPersonId: null,
          unitId: shop.unitId,
          category: 'repair',
          faultGroup,
          urgency: 'limping',
          symptom,
          ownerId,
        }),
      );
    const first = await opened('起步后水温高报警', 'chassisEngine');
    books().pass(1000);
    const second = await opened('异响', null);
    const sheet = await books().read((tx) =>
      sheets['cases.exportList'](
        tx,
        {
          filter: { customerId: shop.customerId, ownerId: ownerId ?? '' },
          sort: { by: 'openedAt', descending: true },
          columns: ['symptom', 'faultGroup', 'urgency', 'closedAt', 'number'],
        },
        'zh-CN',
      ),
    );
    expect(written(sheet)).toEqual([
      ['现象', '故障组', '紧急程度', '关闭时间', '编号'],
      ['异响', null, '带病运行', null, second.number],
      ['起步后水温高报警', '底盘发动机', '带病运行', null, first.number],
    ]);
  });

  test('of contacts: of the days chosen, with who called and what was answered', async () => {
    const record = (more: Partial<NewContact>) =>
      books().write((tx) => recordContact(tx, { ...call, at: books().now(), ...more }));
    await record({ summary: '别的事' });
    const asked = await record({
      telephone: '13100007777',
      summary: '保养里程',
      outcome: { kind: 'answered', answer: '5000 km' },
    });
    const letter = await record({
      kind: 'letter',
      customerId: shop.customerId,
      senderReference: '苏运函 7',
      summary: '保养里程',
    });
    await books().write((tx) => voidContact(tx, { id: letter.id, version: letter.version, reason: '重复' }));
    const today = dayOf(books().now());
    const sheetOf = (fromDay: Day) =>
      books().read((tx) =>
        sheets['contacts.exportList'](
          tx,
          {
            filter: { text: '保养里程', fromDay },
            sort: { by: 'at', descending: false },
            columns: ['number', 'customerName', 'kind'],
          },
          'zh-CN',
        ),
      );
    const told = written(await sheetOf(today));
    expect(told).toEqual([
      ['编号', '用户', '电话', '方式', '来去', '答复', '来函编号', '收到日期', '作废原因'],
      [asked.number, '', '13100007777', '电话', '来', '5000 km', '', null, ''],
      [letter.number, '市第二公交公司', '', '信函', '来', '', '苏运函 7', null, '重复'],
    ]);
    expect((await sheetOf(addDays(today, 1))).rows).toEqual([]);
  });

  describe('of requisitions', () => {
    const fault = '=1+1';
    let late: Awaited<ReturnType<typeof approved>>;
    let early: typeof late;
    beforeEach(async () => {
      const gasketId = await books().write((tx) => insertPart(tx, { name: '垫片' }));
      early = await approved(books(), shop, [
        { partId: shop.pumpId, quantity: 2000, fault },
        { partId: gasketId, quantity: 1000 },
      ]);
      books().pass(1000);
      late = await approved(books(), shop, [{ partId: shop.pumpId, quantity: 1000 }]);
      await submitted(books(), shop);
    });
    const asked = (descending: boolean) => ({
      filter: { caseId: shop.caseId, states: ['approved' as const] },
      sort: { by: 'createdAt' as const, descending },
    });

    test('its filter, its order, the columns shown, and what their cells hold', async () => {
      const sheet = await books().read((tx) =>
        sheets['requisitions.exportList'](tx, { ...asked(false), columns: ['amountFen', 'number'] }, 'en'),
      );
      const standing = ['approved', 'No', 'warranty', null];
      const whose = ['No', '李志强', '粤B·3K721D', '市第二公交公司'];
      expect(written(sheet)).toEqual([
        [
          'Amount',
          'State',
          'Sent back',
          'Purpose',
          'Verdict',
          'Number',
          'Over limit',
          'Holder',
          'Plate',
          'Customer',
        ],
        [expect.any(Number), ...standing, early.number, ...whose],
        [86_000, ...standing, late.number, ...whose],
      ]);
      expect(sheet.name).toBe('Requisitions 2026-11-01');
    });

    test('line by line in the same order, under a name of its own', async () => {
      const sheet = await books().read((tx) => sheets['requisitions.exportLines'](tx, asked(true), 'zh-CN'));
      const shown = ['编号', '状态', '名称', '数量', '已发', '金额', '故障'];
      const lines = written(sheet);
      const places = shown.map((title) => lines[0]?.indexOf(title) ?? -1);
      expect(lines.slice(1).map((line) => places.map((place) => line[place]))).toEqual([
        [late.number, '已批准', '水泵总成', 1000, 0, 86_000, '漏水'],
        [early.number, '已批准', '水泵总成', 2000, 0, 172_000, fault],
        [early.number, '已批准', '垫片', 1000, 0, expect.any(Number), '漏水'],
      ]);
      expect(sheet.name).toBe('领料明细 2026-11-01');
    });
  });

  test('of service reports: its filter, its order, the columns shown, and what their cells hold', async () => {
    const first = await finished(books(), shop);
    books().pass(1000);
    const second = await finished(books(), shop);
    await drafted(books(), shop);
    const filter = { states: ['finished' as const], caseId: shop.caseId };
    const sheet = await books().read((tx) =>
      sheets['reports.exportList'](
        tx,
        { filter, sort: { by: 'createdAt', descending: false }, columns: ['technicians', 'number'] },
        'zh-CN',
      ),
    );
    const [row] = await listed(books(), filter);
    const about = [row?.caseNumber, row?.unitPlate, row?.customerName];
    expect(written(sheet)).toEqual([
      ['服务员', '编号', '服务单', '车牌', '用户'],
      [row?.technicians, first.number, ...about],
      [row?.technicians, second.number, ...about],
    ]);
    expect(sheet.name).toBe('服务报告 2026-11-01');
  });
});

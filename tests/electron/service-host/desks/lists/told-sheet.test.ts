import { expect, test } from 'vitest';
import type { ReportRow } from '#shared/contract/reports.contract.ts';
import { reportsList } from '#shared/lists/reports.list.ts';
import { toldSheet } from '#host/desks/lists/told-sheet.ts';
import type { ReadTx } from '#host/database/database.ts';

/** The titles of the file of the reports when these columns are shown. */
async function titlesOf(columns: readonly string[]) {
  const sheet = toldSheet<object, 'createdAt', ReportRow>(reportsList, async () => ({
    rows: [],
    next: null,
  }));
  const shown = { filter: {}, sort: { by: 'createdAt', descending: true }, columns } as const;
  // The query of this list asks the books for nothing.
  const made = await sheet({} as ReadTx, shown, 'zh-CN');
  return made.columns.map(({ title }) => title);
}

test('beside a column stands what its cell shows too', async () => {
  expect(await titlesOf(['number'])).toEqual(['编号', '服务单', '车牌', '用户', '服务员']);
});

test('a column that is shown itself keeps its own place, and none stands twice', async () => {
  expect(await titlesOf(['technicians', 'number', 'number', 'customerName', 'state'])).toEqual([
    '服务员',
    '编号',
    '服务单',
    '车牌',
    '用户',
    '状态',
    '完工时间',
    '打印次数',
    '签字时间',
    '建立时间',
  ]);
});

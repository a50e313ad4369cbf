import { expect, test } from 'vitest';
import { type ExcelColumn, excelFile } from '#host/desks/lists/excel.ts';
import { readExcel, readExcelFormats } from '#tests/support/read-excel.ts';
import { testStart } from '#tests/support/books.ts';

interface Row {
  readonly code: string;
  readonly count: number | null;
  readonly fen: number;
  readonly thousandths: number;
  readonly at: number;
}
const columns: readonly ExcelColumn<Row>[] = [
  { title: '编码', kind: 'text', value: (row) => row.code },
  { title: '数', kind: 'whole', value: (row) => row.count },
  { title: '金额', kind: 'money', value: (row) => row.fen },
  { title: '数量', kind: 'quantity', value: (row) => row.thousandths },
  { title: '时间', kind: 'moment', value: (row) => row.at },
];
const row = (code: string): Row => ({ code, count: -3, fen: -12345, thousandths: 12500, at: testStart });

const texts = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '=1',
  '+1',
  '-1',
  '@1',
  '0012',
  '123456789012345678',
  '1E5',
  '2026-11-01',
  '  two spaces  ',
  '<script>alert("1")</script> & \'',
  '𠮷䶮㛃 🚌',
  '第一行\n第二行',
  'TRUE',
  '_x0041_',
];

test('every text comes back as the text it was, in a text cell', async () => {
  const file = await excelFile('客户', columns, texts.map(row));
  expect(file.name).toBe('客户.xlsx');
  const cells = await readExcel(file);
  expect(cells[0]?.map((cell) => cell?.value)).toEqual(['编码', '数', '金额', '数量', '时间']);
  // A reader of XML brings line ends to one form.
  const told = texts.map((text) => ({ value: text.replaceAll('\r', '\n'), kind: 'text' }));
  const read = cells
    .slice(1)
    .map((line) => (line[0] ? { ...line[0], value: line[0].value.replaceAll('\r', '\n') } : undefined));
  expect(read).toEqual(told);
});

test('numbers stay numbers, in yuan and pieces, and moments are written in the time of the firm', async () => {
  const [, line] = await readExcel(await excelFile('x', columns, [row('a')]));
  expect(line?.slice(1)).toEqual([
    { value: '-3', kind: 'number' },
    { value: '-123.45', kind: 'number' },
    { value: '12.5', kind: 'number' },
    { value: '2026-11-01 09:00', kind: 'date' },
  ]);
});

test('nothing makes an empty cell, and characters that no file can hold are left out', async () => {
  const odd = { ...row('a\u0000b\ud800c\u0007'), count: null };
  const [, line] = await readExcel(await excelFile('a/b:c[d]*?', columns, [odd]));
  expect(line?.[0]?.value).toBe('abc');
  expect(line?.[1]).toBeUndefined();
});

test('days and moments are real dates, which Excel sorts and counts with', async () => {
  const dates: readonly ExcelColumn<{ readonly day: string; readonly at: number }>[] = [
    { title: '日期', kind: 'day', value: ({ day }) => day },
    { title: '时间', kind: 'moment', value: ({ at }) => at },
    { title: '秒', kind: 'second', value: ({ at }) => at },
  ];
  const lateEvening = testStart + (14 * 60 + 59) * 60_000 + 59_400;
  const rows = [
    { day: '2026-02-28', at: lateEvening },
    { day: '1970-01-01', at: 0 },
  ];
  const cells = await readExcel(await excelFile('x', dates, rows));
  expect(cells.slice(1)).toEqual([
    [
      { value: '2026-02-28', kind: 'date' },
      { value: '2026-11-01 23:59', kind: 'date' },
      { value: '2026-11-01 23:59:59', kind: 'date' },
    ],
    [
      { value: '1970-01-01', kind: 'date' },
      { value: '1970-01-01 08:00', kind: 'date' },
      { value: '1970-01-01 08:00:00', kind: 'date' },
    ],
  ]);
});

test('a whole quantity is shown without a point, another with its places', async () => {
  const quantities = [2_000, -1_234_000, 12_500].map((thousandths) => ({ ...row('a'), thousandths }));
  const formats = await readExcelFormats(await excelFile('x', columns, quantities));
  expect(formats.slice(1).map((line) => line[3])).toEqual([
    '#,##0;[Red]-#,##0',
    '#,##0;[Red]-#,##0',
    '#,##0.###;[Red]-#,##0.###',
  ]);
});

import { beforeAll, describe, expect, test } from 'vitest';
import { listPaper, type ListPaper } from '#host/printing/documents/list.ts';
import type { PaperDefinition } from '#host/printing/layout/paper-definition.ts';
import { openPaperWriter, type RenderedPaper } from '#host/printing/paper-writer.ts';
import { drawPage, inkShare, seePdf } from './pdf-tools.ts';
import { context } from './sample-papers.ts';

let write: (paper: PaperDefinition) => Promise<RenderedPaper>;
beforeAll(() => {
  ({ write } = openPaperWriter());
});

const columns = [
  { label: '单号', align: 'left', width: 128 },
  { label: '状态', align: 'left', width: 86 },
  { label: '客户', align: 'left', width: 130 },
  { label: '金额', align: 'right', width: 98 },
] as const;
const cases: ListPaper = {
  title: '服务单',
  filter: '未结；“水泵”',
  order: '立单时间，降序',
  isCut: false,
  columns,
  rows: [
    ['FW202611-0424', '处理中', '市第二公交公司', '86,000.00'],
    ['FW202611-0425', '已派工', '䶮记𠮷野㛃 <script>', '0.00'],
  ],
};
const wide: ListPaper = {
  ...cases,
  columns: ['单号', '状态', '紧急程度', '车牌', '客户', '现象'].map((label) => ({
    label,
    align: 'left',
    width: 100,
  })),
  rows: Array.from({ length: 120 }, (_, index) => [
    `FW202611-${String(index + 1).padStart(4, '0')}`,
    '处理中',
    '紧急',
    '粤B·3K721D',
    '市第二公交公司',
    '起步后水温高报警，膨胀水箱有气泡，补水 5 L 后两天又报，停车后仍有蒸汽冒出，已两次返修',
  ]),
};

describe('a list as it is defined', () => {
  test('in Chinese and in English', () => {
    expect(listPaper(cases, context)).toMatchSnapshot('Chinese');
    expect(listPaper({ ...cases, isCut: true }, { ...context, language: 'en' })).toMatchSnapshot('English');
  });

  test('says nothing of filter and order where there are none', () => {
    const kinds = (list: ListPaper) => listPaper(list, context).blocks.map((block) => block.kind);
    expect(kinds(cases)).toEqual(['facts', 'lineTable']);
    expect(kinds({ ...cases, filter: '', order: '' })).toEqual(['lineTable']);
    expect(kinds({ ...cases, isCut: true })).toEqual(['emphasis', 'facts', 'lineTable']);
  });

  test('survives the way to the worker', () => {
    expect(structuredClone(listPaper(wide, context))).toEqual(listPaper(wide, context));
  });

  test('lies with more than five columns', () => {
    const { page } = listPaper(wide, context);
    expect([page.widthMm, page.heightMm]).toEqual([297, 210]);
    const five = { columns: wide.columns.slice(1), rows: wide.rows.map((row) => row.slice(1)) };
    expect(listPaper({ ...wide, ...five }, context).page).toMatchObject({ widthMm: 210, heightMm: 297 });
  });

  test('prints the columns that have room, from the first on, and says which it left out', () => {
    const labels = Array.from({ length: 16 }, (_, index) => `第${index + 1}列的名称`);
    const many = {
      ...cases,
      columns: labels.map((label) => ({ label, align: 'left' as const, width: 100 })),
      rows: [labels.map((_, index) => `FW202611-${index}`)],
    };
    const titlesOf = (list: ListPaper) =>
      listPaper(list, context).blocks.flatMap((block) =>
        block.kind === 'lineTable' ? block.columns.slice(1).map(({ title }) => title) : [],
      );
    const printed = titlesOf(many);
    expect(printed.length).toBeGreaterThan(8);
    expect(printed.length).toBeLessThan(16);
    expect(printed).toEqual(labels.slice(0, printed.length));
    const [said] = listPaper(many, context).blocks;
    expect(said).toMatchObject({
      kind: 'emphasis',
      text: `纸上放不下，没有印这些列：${labels.slice(printed.length).join('、')}`,
    });
    const [english] = listPaper(many, { ...context, language: 'en' }).blocks;
    expect(english).toMatchObject({ text: expect.stringContaining(labels.at(-1) ?? '') });
    // As many narrow ones have room.
    const narrow = {
      ...many,
      columns: labels.map(() => many.columns[0]!).map((one) => ({ ...one, label: '数' })),
      rows: [labels.map(() => '1')],
    };
    expect(titlesOf(narrow)).toHaveLength(16);
    expect(listPaper(narrow, context).blocks.map((block) => block.kind)).toEqual(['facts', 'lineTable']);
  });

  test('lies with few columns too, where they have no room upright', () => {
    const columns = Array.from({ length: 5 }, () => ({ label: '说明', align: 'left' as const, width: 1 }));
    const list = { ...cases, columns, rows: [columns.map(() => 'W'.repeat(40))] };
    const paper = listPaper(list, context);
    expect(paper.page.widthMm).toBe(297);
    expect(paper.blocks.map((block) => block.kind)).toEqual(['facts', 'lineTable']);
  });

  test.each([
    ['words too wide for the sheet', 'W'.repeat(60)],
    ['long texts', '起步后水温高'.repeat(30)],
    ['several lines', 'FB202611-0131\n粤B·3K721D · 市第二公交公司'],
    ['nothing', ''],
  ])('fits twelve columns of %s', async (_, text) => {
    const twelve = Array.from({ length: 12 }, () => ({ label: '车架号', align: 'left' as const, width: 1 }));
    const list = { ...cases, columns: twelve, rows: [twelve.map(() => text)] };
    const { pdf } = await write(listPaper(list, context));
    const picture = drawPage(pdf, 1);
    expect(inkShare(picture, { left: 0, top: 0, right: 0.03, bottom: 1 })).toBe(0);
    expect(inkShare(picture, { left: 0.97, top: 0, right: 1, bottom: 1 })).toBe(0);
  });
});

describe('a list as it is printed', () => {
  test('tells its reader which columns are not on it', async () => {
    const columns = Array.from({ length: 14 }, (_, index) => ({
      label: `列${index + 1}`,
      align: 'left' as const,
      width: 1,
    }));
    const { pdf } = await write(
      listPaper({ ...cases, columns, rows: [columns.map(() => 'FB202611-0131-0001')] }, context),
    );
    const { page, texts } = seePdf(pdf);
    expect(page).toEqual({ widthMm: 297, heightMm: 210 });
    expect(withoutSpaces(texts[0])).toMatch(/纸上放不下，没有印这些列：列\d+、.*列14/);
    const picture = drawPage(pdf, 1);
    expect(inkShare(picture, { left: 0.97, top: 0, right: 1, bottom: 1 })).toBe(0);
  });

  test('says whose it is, what it is, who printed it and when; rare characters as they are', async () => {
    const { pdf, missingCharacters } = await write(listPaper(cases, context));
    const { page, pageCount, texts } = seePdf(pdf);
    expect({ page, pageCount, missingCharacters }).toEqual({
      page: { widthMm: 210, heightMm: 297 },
      pageCount: 1,
      missingCharacters: [],
    });
    const text = withoutSpaces(texts[0]);
    for (const wanted of [
      '某某客车股份有限公司',
      '服务单',
      '行数2',
      '未结；“水泵”',
      '立单时间，降序',
      'FW202611-0425已派工䶮记𠮷野㛃<script>',
      '86,000.00',
      '以下空白',
      '第1页共1页',
      '打印2026-11-2311:31李志强',
    ])
      expect(text).toContain(wanted);
  });

  test('repeats its heads on every page, counts its rows, and keeps a number on one line', async () => {
    const { pdf } = await write(listPaper({ ...wide, isCut: true }, context));
    const { page, texts } = seePdf(pdf);
    expect(page).toEqual({ widthMm: 297, heightMm: 210 });
    expect(texts.length).toBeGreaterThan(3);
    for (const [index, text] of texts.map(withoutSpaces).entries()) {
      expect(text).toContain('紧急程度');
      expect(text).toContain(`第${index + 1}页共${texts.length}页`);
      expect(text).toContain('打印2026-11-2311:31李志强');
    }
    expect(withoutSpaces(texts[0])).toContain('只印出前120行');
    expect(withoutSpaces(texts[0])).toContain('列表后面还有');
    expect(withoutSpaces(texts.at(-1))).toContain('只印出前120行');
    const numbers = texts.join('\n').match(/FW202611-\d{4}/g);
    expect(numbers).toEqual(wide.rows.map(([number]) => number));
  });
});

function withoutSpaces(text = ''): string {
  return text.replace(/\s/g, '');
}

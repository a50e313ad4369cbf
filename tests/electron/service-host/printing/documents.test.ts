import { describe, expect, test } from 'vitest';
import { usualCopies } from '#host/desks/papers/set-paper.queries.ts';
import { papers } from '#host/roll/papers.ts';
import { documents, type PaperData } from './drawings.ts';
import type { PaperContext } from '#host/printing/documents/paper-context.ts';
import type { PaperDefinition } from '#host/printing/layout/paper-definition.ts';
import { paperKinds, type PaperKind } from '#shared/nouns/index.ts';
import { context, samples } from './sample-papers.ts';

function define<Kind extends PaperKind>(
  kind: Kind,
  data: PaperData[Kind] = samples[kind],
  changes: Partial<PaperContext> = {},
): PaperDefinition {
  return documents[kind](data, { ...context, ...changes });
}

describe('papers as they are defined', () => {
  test.each(paperKinds)('%s', (kind) => {
    expect(define(kind)).toMatchSnapshot();
  });

  test.each(paperKinds)('%s in English says the same in other words', (kind) => {
    const [chinese, english] = [define(kind), define(kind, samples[kind], { language: 'en' })];
    expect(english.blocks.map((block) => block.kind)).toEqual(chinese.blocks.map((block) => block.kind));
    expect(english.title).not.toMatch(/\p{Script=Han}/u);
    expect(english.title).not.toBe(chinese.title);
  });

  test.each(paperKinds)('%s survives the way to the worker', (kind) => {
    expect(structuredClone(define(kind))).toEqual(define(kind));
  });
});

describe('head and foot', () => {
  test('the first print names who and when, in the time zone of the firm', () => {
    expect(define('requisition').foot?.lines).toContain(
      '首次打印 2026-11-23 11:31 李志强　校验 7F3A-19C2-5E80',
    );
    expect(define('requisition', samples.requisition, { timeZone: 'UTC' }).foot?.lines).toContain(
      '首次打印 2026-11-23 03:31 李志强　校验 7F3A-19C2-5E80',
    );
    expect(define('requisition').head?.reprintMark).toBe('');
  });

  test('a reprint says so, and keeps the first print', () => {
    const print = {
      ordinal: 3,
      printedAt: Date.UTC(2026, 11, 1, 3),
      printedBy: '王芳',
      firstPrintedAt: context.print.printedAt,
      firstPrintedBy: '李志强',
    };
    const paper = define('requisition', samples.requisition, { print });
    expect(paper.head?.reprintMark).toBe('重印 第 2 次');
    expect(paper.foot?.lines[0]).toBe(
      '首次打印 2026-11-23 11:31 李志强　第 3 次打印 2026-12-01 11:00 王芳　校验 7F3A-19C2-5E80',
    );
  });

  test('copies are numbered and listed', () => {
    const paper = define('service-report', samples['service-report'], { copies: ['存根', '财务', '用户'] });
    expect(paper.copies).toEqual(['第一联 存根', '第二联 财务', '第三联 用户']);
    expect(paper.foot?.lines[0]).toBe('第一联 存根　第二联 财务　第三联 用户');
    expect(
      define('service-report', samples['service-report'], { copies: ['office'], language: 'en' }).copies,
    ).toEqual(['Copy 1 office']);
  });

  test('a receipt is in duplicate unless the firm says otherwise; a label has no copies', () => {
    expect(define('receipt').copies).toEqual(['第一联 仓库', '第二联 交货人']);
    expect(define('receipt', samples.receipt, { copies: ['存根'] }).copies).toEqual(['第一联 存根']);
    expect(define('old-part-tag', samples['old-part-tag'], { copies: ['存根', '财务'] }).copies).toEqual([
      '',
    ]);
    expect(usualCopies(papers['service-report'], context)).toEqual([
      '存根（白）',
      '财务（红）',
      '用户（黄）',
    ]);
    expect(usualCopies(papers['pick-list'], context)).toEqual([]);
  });

  test('without a code no sentence about scanning it', () => {
    expect(define('service-report', samples['service-report'], { qrText: undefined }).foot).toEqual({
      lines: [
        '首次打印 2026-11-23 11:31 李志强　校验 7F3A-19C2-5E80',
        '内容如有改动，以本公司编号的《补充说明》为准。',
      ],
      qrText: undefined,
    });
  });

  test('a preview keeps the place of the code that comes with the print', () => {
    const preview = { qrText: undefined, checkCode: undefined, qrComesWithPrint: true };
    const { foot } = define('service-report', samples['service-report'], preview);
    expect(foot).toMatchObject({ qrText: undefined, qrPlace: '二维码和校验码打印时才有' });
    expect(foot?.lines.at(-1)).toBe('内容如有改动，以本公司编号的《补充说明》为准；扫码可核对真伪。');
  });

  test('the firm can put its own words in the place of ours', () => {
    const paper = define('requisition', samples.requisition, {
      wording: { requisitionTitle: '三包件领用申请', plate: '设备号' },
    });
    expect(paper.head?.title).toBe('三包件领用申请');
    expect(JSON.stringify(paper.blocks)).toContain('"label":"设备号"');
  });
});

describe('what single papers say', () => {
  const report = samples['service-report'];
  const text = (paper: PaperDefinition): string => JSON.stringify(paper.blocks);

  test('service report: fee in words, boxes of satisfaction, supplements after the signatures', () => {
    const supplement = {
      ordinal: 1,
      text: '里程应为 186,420 km。',
      writtenBy: '李志强',
      writtenAt: context.print.printedAt,
      approvedBy: '陈主任',
      approvedAt: context.print.printedAt,
    };
    const paper = define('service-report', {
      ...report,
      feeFen: 123_456,
      satisfaction: 'acceptable',
      supplements: [supplement],
    });
    expect(text(paper)).toContain('壹仟贰佰叁拾肆元伍角陆分 ¥1,234.56');
    expect(text(paper)).toContain('满意 □　基本满意 ☑　不满意 □');
    expect(paper.blocks.slice(-2)).toEqual([
      expect.objectContaining({ kind: 'signatures' }),
      expect.objectContaining({
        rows: [
          {
            label: '补充说明\n第 1 号',
            text: '里程应为 186,420 km。\n李志强 2026-11-23 11:31 填写；陈主任 2026-11-23 11:31 审批',
            heightMm: 0,
          },
        ],
      }),
    ]);
    expect(text(define('service-report'))).toContain('零元整 ¥0.00');
    expect(text(define('service-report'))).toContain('以下空白');
  });

  test('service report: a place in a sentence is not filled from what a customer said', () => {
    expect(text(define('service-report', { ...report, customerRemarks: '{text} $& {page}' }))).toContain(
      '意见：{text} $& {page}',
    );
  });

  test('warranty judgement: an overruled verdict is printed with the one before it and the reason', () => {
    const overruling = {
      verdict: 'covered',
      reason: '战略用户特批',
      by: '陈主任',
      at: context.print.printedAt,
    } as const;
    const paper = define('warranty-judgement', {
      ...samples['warranty-judgement'],
      verdict: 'notCovered',
      daysLeft: -12,
      kilometresLeft: -3400,
      overruling,
    });
    expect(paper.blocks[1]).toEqual({
      kind: 'emphasis',
      text: '三包内',
      detail: '三包至 2027-01-09、已过 12 天、已超 3,400 km、以先到者为准',
    });
    expect(text(paper)).toContain(
      '原判定“三包外”，由 陈主任 于 2026-11-23 11:31 改判为“三包内”。理由：战略用户特批',
    );
  });

  test('pick list: in the order of the bins, ten after two', () => {
    const table = define('pick-list').blocks.find((block) => block.kind === 'lineTable');
    expect(table?.rows.map((row) => row[1])).toEqual(['A-2-11', 'A-10-03', 'B-01-04', '油品-1']);
  });

  test('a unit that counts hours only is not said to have run kilometres', () => {
    expect(
      text(define('service-report', { ...report, mileageKm: undefined, operatingHours: 1_234 })),
    ).toContain('{"label":"工作小时","value":"1,234 h"}');
    expect(text(define('service-report', { ...report, operatingHours: 1_234 }))).toContain(
      '{"label":"里程","value":"186,400 km / 1,234 h"}',
    );
  });

  test('contact record: a voided entry says so first', () => {
    const paper = define('contact-record', { ...samples['contact-record'], voidReason: '重复登记' });
    expect(paper.blocks[0]).toEqual({ kind: 'emphasis', text: '作废', detail: '作废原因：重复登记' });
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReportContent } from '#shared/domain/report-content.ts';
import {
  checkCodeOf,
  contentHashOf,
  isIntact,
  readPaperMark,
  reportQrText,
} from '#host/modules/reports/reports.rules.ts';

const content: ReportContent = {
  number: 'FB202611-0131',
  caseNumber: 'FW202611-0424',
  customerName: '市第二公交公司',
  customerAddress: '',
  contactName: '周师傅',
  telephone: '138 0133 4410',
  plate: '粤B·3K721D',
  serialNumber: 'LZYTAGBW6M1034172',
  engineNumber: '',
  model: 'ZK6126HG',
  saleDay: '2024-12-21',
  judgement: { number: 'PD202611-0105', verdict: 'covered', clause: '3.2', daysLeft: 47 },
  mileageKm: 186_400,
  operatingHours: null,
  arrivedAt: 1,
  finishedAt: 2,
  technicians: ['李志强', '周建国'],
  symptom: '水温高',
  cause: '轴封漏水',
  work: '更换水泵',
  faultPlaceOpenedBefore: false,
  feeFen: 0,
  compensation: '',
  lines: [
    {
      partNumber: '1307010-A12',
      partName: '水泵总成',
      unitOfMeasure: '件',
      quantity: 1000,
      reason: '漏水',
      oldPartNumber: '',
    },
  ],
};
const hash = contentHashOf(content);

describe('the hash of the content', () => {
  test('is SHA-256 in hex, and the same whatever the order of the fields', () => {
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(
      contentHashOf(Object.fromEntries(Object.entries(content).toReversed()) as unknown as ReportContent),
    ).toBe(hash);
  });

  test.each<[string, Partial<ReportContent>]>([
    ['number', { number: 'FB202611-0132' }],
    ['customer', { customerName: '市第三公交公司' }],
    ['a blank', { symptom: '水温高 ' }],
    ['finish time', { finishedAt: 3 }],
    ['fee', { feeFen: 1 }],
    ['order of the people', { technicians: ['周建国', '李志强'] }],
    ['quantity', { lines: content.lines.map((line) => ({ ...line, quantity: 1001 })) }],
    ['a line twice', { lines: [...content.lines, ...content.lines] }],
    ['a line gone', { lines: [] }],
    ['judgement', { judgement: null }],
  ])('tells another %s', (_, changed) => {
    expect(contentHashOf({ ...content, ...changed })).not.toBe(hash);
  });

  test('is the same after a journey through the database', () => {
    expect(contentHashOf(JSON.parse(JSON.stringify(content)) as ReportContent)).toBe(hash);
  });

  test('what was sealed is intact as long as it gives its hash', () => {
    expect(isIntact({ sealedContent: content, contentHash: hash })).toBe(true);
    expect(isIntact({ sealedContent: { ...content, feeFen: 1 }, contentHash: hash })).toBe(false);
    expect(isIntact({ sealedContent: null, contentHash: '' })).toBe(false);
  });
});

describe('the check code', () => {
  test.each([
    ['7f3a19c25e80ffff', '7F3A-19C2-5E80'],
    ['', ''],
  ])('of %j is %j', (full, code) => expect(checkCodeOf(full)).toBe(code));
});

describe('what is read off a paper', () => {
  const long = '7f3a19c25e80ffff7f3a19c25e80ffff';
  const short = '7f3a19c25e80';
  test.each<[string, string]>([
    [`SHD|FB202611-0131|${long}`, `FB202611-0131 ${long}`],
    [`  SHD|FB202611-0131|${long}\n`, `FB202611-0131 ${long}`],
    // A scanner typing while the Chinese input method is on.
    [`ｓｈｄ｜ｆｂ202611－0131｜${long.toUpperCase()}`, `FB202611-0131 ${long}`],
    [`SHD|FB202611-123456|${long}`, `FB202611-123456 ${long}`],
    ['FB202611-0131 7F3A-19C2-5E80', `FB202611-0131 ${short}`],
    ['fb202611-0131 7f3a19c25e80', `FB202611-0131 ${short}`],
    ['FB202611-0131, 7F3A 19C2 5E80', `FB202611-0131 ${short}`],
  ])('%j', (text, read) => {
    const mark = readPaperMark(text);
    expect(`${mark?.number} ${mark?.hash}`).toBe(read);
  });

  test.each([
    '',
    'FB202611-0131',
    `SHD|FB202611-0131|${long}0`,
    `SHD|FB202611-0131|${long.slice(1)}`,
    `SHD|FB202611-0131|${long.slice(1)}%`,
    `SHD|FB-T0001|${long}`,
    `SHD|LL202611-0131|${long}`,
    `SHD|JJ202611-0131|FW202611-0001|186400km|漏水`,
    `x SHD|FB202611-0131|${long}`,
    'FB202611-0131 7F3A-19C2',
  ])('%j is no mark of a report', (text) => expect(readPaperMark(text)).toBeUndefined());

  test('every text of ours is read back, and no text at all breaks the reader', () => {
    const hex = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999 }), hex, (count, full) => {
        const number = `FB202611-${String(count).padStart(4, '0')}`;
        expect(readPaperMark(reportQrText(number, full))).toEqual({ number, hash: full.slice(0, 32) });
      }),
    );
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readPaperMark(text)));
  });
});

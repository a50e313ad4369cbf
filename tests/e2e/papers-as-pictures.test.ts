import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { documents, type PaperData } from '../electron/service-host/printing/drawings.ts';
import type { PaperContext } from '#host/printing/documents/paper-context.ts';
import type { PaperDefinition } from '#host/printing/layout/paper-definition.ts';
import { openPaperWriter, type RenderedPaper } from '#host/printing/paper-writer.ts';
import { paperKinds, type PaperKind } from '#shared/nouns/index.ts';
import { drawPage, inkShare, seePdf, seeWords } from '#tests/electron/service-host/printing/pdf-tools.ts';
import { context, samples } from '#tests/electron/service-host/printing/sample-papers.ts';

let write: (paper: PaperDefinition) => Promise<RenderedPaper>;
beforeAll(() => {
  ({ write } = openPaperWriter());
});

function render<Kind extends PaperKind>(
  kind: Kind,
  data: Partial<PaperData[Kind]> = {},
  changes: Partial<PaperContext> = {},
): Promise<RenderedPaper> {
  return write(documents[kind]({ ...samples[kind], ...data }, { ...context, ...changes }));
}

const a4 = { widthMm: 210, heightMm: 297 };
const pages: Record<
  PaperKind,
  { readonly size: { widthMm: number; heightMm: number }; readonly count: number }
> = {
  'contact-record': { size: a4, count: 1 },
  'warranty-judgement': { size: { widthMm: 210, heightMm: 148 }, count: 1 },
  requisition: { size: a4, count: 1 },
  'pick-list': { size: a4, count: 1 },
  'issue-slip': { size: a4, count: 1 },
  'old-part-tag': { size: { widthMm: 80, heightMm: 50 }, count: 2 },
  'tool-label': { size: { widthMm: 80, heightMm: 50 }, count: 1 },
  'loan-slip': { size: { widthMm: 210, heightMm: 148 }, count: 1 },
  receipt: { size: a4, count: 2 },
  'service-report': { size: a4, count: 1 },
};

describe.each(['zh-CN', 'en'] as const)('papers as they are printed, %s', (language) => {
  test.each(paperKinds)('%s: its size, its ink, every character of it', async (kind) => {
    const definition = documents[kind](samples[kind] as never, { ...context, language });
    const { pdf, missingCharacters } = await write(definition);
    const seen = seePdf(pdf);
    expect(missingCharacters).toEqual([]);
    expect(pdf.length).toBeLessThan(200_000);
    expect({ size: seen.page, count: seen.pageCount }).toEqual(pages[kind]);
    expect(
      charactersLacking(
        definition,
        seen.texts.slice(0, pages[kind].count / definition.copies.length).join(''),
      ),
    ).toBe('');

    const picture = drawPage(pdf, 1);
    const share = inkShare(picture, { left: 0, top: 0, right: 1, bottom: 1 });
    expect(share).toBeGreaterThan(0.01);
    expect(share).toBeLessThan(0.25);
    // Nothing runs over the side margins.
    expect(inkShare(picture, { left: 0, top: 0, right: 0.03, bottom: 1 })).toBe(0);
    expect(inkShare(picture, { left: 0.97, top: 0, right: 1, bottom: 1 })).toBe(0);
  });
});

test('the copies of a receipt carry their names and count their own pages', async () => {
  const { pdf } = await render('receipt');
  const [first = '', second = ''] = seePdf(pdf).texts.map(withoutSpaces);
  expect(first).toContain('第一联仓库');
  expect(second).toContain('第二联交货人');
  expect(second).toContain('第1页共1页');
});

test('the same definition is the same PDF, byte for byte', async () => {
  const [one, other] = [await render('service-report'), await render('service-report')];
  expect(Buffer.from(one.pdf).equals(other.pdf)).toBe(true);
});

test('a report of sixty lines breaks over pages with its heads repeated, and each copy counts its own pages', async () => {
  const [line] = samples['service-report'].lines;
  const lines = Array.from({ length: 60 }, (_, index) => ({ ...line!, partNumber: `P-${index + 1}` }));
  const { pdf } = await render('service-report', { lines }, { copies: ['存根', '用户'] });
  const { texts } = seePdf(pdf);
  expect(texts).toHaveLength(6);
  texts.map(withoutSpaces).forEach((text, index) => {
    expect(text).toContain('服务报告');
    expect(text).toContain('FB202611-0131');
    expect(text).toContain('旧件签号');
    expect(text).toContain(`第${(index % 3) + 1}页共3页`);
    expect(text).toContain(index < 3 ? '第一联存根' : '第二联用户');
    expect(text).toContain('7F3A-19C2-5E80');
  });
  const copy = texts.slice(0, 3).join('\n');
  for (const { partNumber } of lines) expect(copy).toMatch(new RegExp(`^${partNumber}$`, 'm'));
  expect(texts[2]).toContain('以下空白');
});

test('however long the texts of head and foot are, they stay clear of what stands between them', async () => {
  const piece = fc.constantFrom(
    '某某新能源汽车股份有限公司',
    'After Sales ',
    'W',
    'MWMWMWMWMWMWMW',
    '😀',
    '(',
    '-',
    '1',
    ' ',
    '、',
    '〓',
  );
  const line = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
  const texts = fc.record({
    name: line,
    department: line,
    telephone: line,
    address: line,
    number: line,
    caseNumber: line,
    copy: line,
    by: line,
    wide: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(
      texts,
      async ({ name, department, telephone, address, number, caseNumber, copy, by, wide }) => {
        const changes = {
          firm: { name, department, telephone, address },
          copies: [copy],
          print: { ...context.print, ordinal: 2, printedBy: by },
        };
        const { pdf } = wide
          ? await render('warranty-judgement', { number, caseNumber }, changes)
          : await render('requisition', { number, caseNumber }, changes);
        const words = seeWords(pdf);
        const [firstLabel] = words.filter(({ text }) => text === '联系人' || text === '派工单');
        const pageNumbers = words.filter(({ text }) => text.includes('页'));
        const alterations = words.find(({ text }) => text.startsWith('手工涂改'));
        const lastOfContent = words.filter(({ text }) => text === '日').at(-1);
        expect(Math.max(...pageNumbers.map(({ bottom }) => bottom))).toBeLessThan(firstLabel!.top);
        expect(alterations!.bottom).toBeLessThan(wide ? 402 : 815);
        if (lastOfContent) expect(lastOfContent.bottom).toBeLessThan(alterations!.top);
      },
    ),
    { numRuns: 25, seed: 20261123 },
  );
}, 60_000);

test('rare characters come out as themselves; what no font has is marked and reported', async () => {
  const { pdf, missingCharacters } = await render('contact-record', {
    summary: '㛃 䶮 𫖯 𠮷 ☐ 😀 𪚥 한',
    customerName: '䶮记𠮷野㛃',
  });
  const text = seePdf(pdf).texts.join('');
  for (const character of '㛃䶮𫖯𠮷😀') expect(text).toContain(character);
  expect(text).toContain('䶮记𠮷野㛃');
  expect(text).toContain('□');
  expect(text.match(/〓/g)).toHaveLength(2);
  expect(missingCharacters).toEqual(['𪚥', '한']);
});

test('signs that mean something elsewhere are plain text here', async () => {
  const remarks = `"quoted" 'single' <b>bold</b> <script>alert(1)</script> & &amp; {page} \\n $& %s`;
  const { pdf } = await render('service-report', {
    customerRemarks: remarks,
    customerName: '<img src=x onerror=alert(1)>',
  });
  const text = seePdf(pdf).texts.join('').replace(/\s+/g, ' ');
  expect(text).toContain(remarks);
  expect(text).toContain('<img src=x onerror=alert(1)>');
});

test('an empty report is a form to fill in by hand', async () => {
  const { pdf } = await render('service-report', {
    customerName: '',
    contactPersonName: '',
    telephone: '',
    plate: '',
    model: '',
    serialNumber: '',
    saleDay: undefined,
    mileageKm: undefined,
    arrivedAt: undefined,
    finishedAt: undefined,
    technicians: [],
    symptom: '',
    cause: '',
    work: '',
    lines: [],
    warrantyJudgement: '',
    caseNumber: '',
  });
  const { pageCount, texts } = seePdf(pdf);
  expect(pageCount).toBe(1);
  expect(texts[0]).toContain('以下空白');
  expect(texts[0]).not.toContain('undefined');
});

test('text longer than a page is printed to its last character', async () => {
  // From 丈 on; the two characters of the font that share one picture, 墫 and 壿, stand behind them.
  const symptom = Array.from({ length: 4_000 }, (_, index) =>
    String.fromCodePoint(0x4e08 + (index % 2_500)),
  ).join('');
  const lines = samples['service-report'].lines.map((line) => ({ ...line, reason: '长'.repeat(900) }));
  const definition = documents['service-report']({ ...samples['service-report'], symptom, lines }, context);
  const { pdf } = await write(definition);
  expect(charactersLacking(definition, seePdf(pdf).texts.join(''))).toBe('');
});

/** The reader puts spaces between pieces as it guesses them from the distances. */
function withoutSpaces(text: string): string {
  return text.replace(/\s/g, '');
}

/** Characters of the blocks of a definition that occur less often in the printed text. */
function charactersLacking(definition: PaperDefinition, printed: string): string {
  const counts = new Map<string, number>();
  for (const character of printed) counts.set(character, (counts.get(character) ?? 0) + 1);
  const lacking: string[] = [];
  for (const character of textsOf(definition.blocks).map(withoutSpaces).join('')) {
    const count = counts.get(character) ?? 0;
    if (count === 0) lacking.push(character);
    counts.set(character, count - 1);
  }
  return lacking.join('');
}

const notPrinted = new Set(['kind', 'qrText', 'width', 'align', 'valuesMm']);

function textsOf(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return notPrinted.has(key) ? [] : [value];
  if (Array.isArray(value)) return value.flatMap((part) => textsOf(part, key));
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, part]) => textsOf(part, name))
    : [];
}

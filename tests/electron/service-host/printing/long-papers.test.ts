import { beforeAll, describe, expect, test } from 'vitest';
import { documents, type PaperData } from './drawings.ts';
import { openPaperWriter, type PaperWriter } from '#host/printing/paper-writer.ts';
import type { PaperKind } from '#shared/nouns/index.ts';
import { seePdf, seeWords } from './pdf-tools.ts';
import { context, samples } from './sample-papers.ts';

let writer: PaperWriter;
beforeAll(() => {
  writer = openPaperWriter();
});

async function printed<Kind extends PaperKind>(kind: Kind, data: PaperData[Kind]): Promise<Uint8Array> {
  const { pdf } = await writer.write(documents[kind](data, { ...context, copies: [''] }));
  return pdf;
}

describe('amounts stay on one line', () => {
  test.each([
    [1_000_000, '¥10,000.00'],
    [99_999_999, '¥999,999.99'],
    [100_000_000, '¥1,000,000.00'],
    [1_234_567_890, '¥12,345,678.90'],
  ])('%d fen in a requisition and in a receipt', async (fen, amount) => {
    const priced = <Line extends object>(lines: readonly Line[]) =>
      lines.map((line) => ({ ...line, unitPriceFen: fen, amountFen: fen }));
    const { requisition, receipt } = samples;
    const papers = [
      await printed('requisition', { ...requisition, lines: priced(requisition.lines) }),
      await printed('receipt', { ...receipt, lines: priced(receipt.lines) }),
    ];
    for (const [index, paper] of papers.entries()) {
      const lineCount = [requisition, receipt][index]?.lines.length ?? 0;
      const words = seeWords(paper).filter(({ text }) => text === amount);
      expect(words.length).toBe(2 * lineCount);
    }
  });
});

describe('a very long text', () => {
  const sentence = '起步后水温高报警，膨胀水箱有气泡，补水五升后两天又报。';
  test.each([
    ['in sentences', sentence.repeat(100)],
    ['without a place to break', 'ABCDEFG0123'.repeat(250)],
    ['in many lines', Array.from({ length: 300 }, (_, line) => `第${line}行`).join('\n')],
    ['of pictures', '😀🚌'.repeat(600)],
  ])('%s stays between head and foot, on every page', async (_, text) => {
    const line = samples.requisition.lines[0];
    const papers = [
      await printed('service-report', { ...samples['service-report'], cause: text, customerRemarks: text }),
      await printed('contact-record', { ...samples['contact-record'], summary: text, voidReason: text }),
      await printed('warranty-judgement', { ...samples['warranty-judgement'], reasons: [text] }),
      await printed('requisition', {
        ...samples.requisition,
        notes: text,
        voiding: { by: 'a', reason: text.slice(0, 400) },
        lines: line ? [{ ...line, fault: text.slice(0, 200) }, line] : [],
      }),
    ];
    for (const paper of papers) {
      const { pageCount } = seePdf(paper);
      for (let page = 1; page <= pageCount; page += 1) expect(wordsInFoot(paper, page)).toEqual([]);
    }
  });

  test('lets no other row break', async () => {
    const [first] = samples.requisition.lines;
    if (!first) throw new Error('the sample has a line');
    const lines = Array.from({ length: 80 }, (_, index) => ({
      ...first,
      partNumber: `N${index}`,
      partName: `上${index}\n中${index}\n下${index}`,
      specification: '',
      fault: index === 40 ? sentence.repeat(8) : '',
    }));
    const { texts } = seePdf(await printed('requisition', { ...samples.requisition, lines }));
    const pageOf = (word: string) => texts.findIndex((text) => text.split(/\s+/).includes(word));
    for (let index = 0; index < 80; index += 1) {
      expect(pageOf(`上${index}`)).toBeGreaterThanOrEqual(0);
      expect(pageOf(`下${index}`)).toBe(pageOf(`上${index}`));
    }
  });
});

test('a long part number does not hide the quantity on a tag', async () => {
  const [tag] = samples['old-part-tag'].tags;
  if (!tag) throw new Error('the sample has a tag');
  const long = { ...tag, partNumber: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-ABCD', quantity: 12_500 };
  const { texts } = seePdf(await printed('old-part-tag', { tags: [long] }));
  expect(texts[0]?.replaceAll(/\s/g, '')).toMatch(/ABCDEFG[A-Z]*…×12\.5/);
});

/** Words of the body that stand where the foot does; the foot begins with the print and ends with the page. */
function wordsInFoot(paper: Uint8Array, page: number): readonly string[] {
  const words = seeWords(paper, page);
  const foot = words.find(({ text }) => text === '首次打印');
  if (!foot) throw new Error('every page has a foot');
  const own = /^(首次打印|2026-11-23|11:31|李志强|校验|7F3A-19C2-5E80|手工涂改.*|内容如有.*)$/;
  return words.filter(({ text, bottom }) => bottom > foot.top + 1 && !own.test(text)).map(({ text }) => text);
}

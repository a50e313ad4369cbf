import { afterEach, describe, expect, test } from 'vitest';
import { documents } from './drawings.ts';
import type { PaperDefinition } from '#host/printing/layout/paper-definition.ts';
import {
  openPaperRenderer,
  type PaperRenderer,
  type PaperRendererOptions,
} from '#host/printing/render-paper.ts';
import { seePdf } from './pdf-tools.ts';
import { context, samples } from './sample-papers.ts';

const report = documents['service-report'](samples['service-report'], context);
const opened: PaperRenderer[] = [];

function open(options: PaperRendererOptions = {}): PaperRenderer {
  const renderer = openPaperRenderer(options);
  opened.push(renderer);
  return renderer;
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map((renderer) => renderer.close()));
});

describe('the worker that makes papers', () => {
  test('makes several papers, in the order asked for', async () => {
    const renderer = open();
    const titles = ['pick-list', 'receipt', 'service-report'] as const;
    const pdfs = await Promise.all(
      titles.map((kind) => renderer.renderPaper(documents[kind](samples[kind] as never, context))),
    );
    expect(pdfs.map((pdf) => seePdf(pdf).pageCount)).toEqual([1, 2, 1]);
  });

  test('tells what no font has', async () => {
    const rare = documents['contact-record']({ ...samples['contact-record'], customerName: '𪚥记' }, context);
    expect((await open().renderPaperWithReport(rare)).missingCharacters).toEqual(['𪚥']);
  });

  test('passes on what is wrong with a definition, and makes the next one', async () => {
    const renderer = open();
    const tooWide: PaperDefinition = {
      ...report,
      blocks: [{ kind: 'facts', labelMm: 200, valuesMm: ['rest'], rows: [[{ label: '', value: '' }]] }],
    };
    const tooLong: PaperDefinition = { ...report, foot: { lines: [], qrText: '编'.repeat(2_000) } };
    await expect(renderer.renderPaper(tooWide)).rejects.toMatchObject({
      name: 'PaperRenderError',
      failure: 'refused',
      message: expect.stringContaining('do not fit'),
    });
    await expect(renderer.renderPaper(tooLong)).rejects.toMatchObject({
      failure: 'refused',
      message: expect.stringContaining('too large'),
    });
    expect(seePdf(await renderer.renderPaper(report)).pageCount).toBe(1);
  });

  test('reads no file and fetches nothing for a paper: what is no picture is left out', async () => {
    const renderer = open();
    for (const logoDataUrl of [
      'file:///etc/hostname',
      '/etc/hostname',
      'https://localhost/logo.png',
      'data:image/svg+xml,<svg/>',
      'data:image/png;base64,AAAAAAAAAAAAAAAAAAAA',
    ]) {
      const paper = documents['service-report'](samples['service-report'], {
        ...context,
        firm: { ...context.firm, logoDataUrl },
      });
      expect(await renderer.renderPaper(paper)).toEqual(await renderer.renderPaper(report));
    }
  });

  test('says where the fonts come from when they are not there', async () => {
    await expect(open({ fontFolder: import.meta.dirname }).renderPaper(report)).rejects.toMatchObject({
      failure: 'refused',
      message: expect.stringContaining('NotoSansSC-Regular.ttf'),
    });
  });

  test('the host goes on working while a long paper is made', async () => {
    const [line] = report.blocks.flatMap((block) => (block.kind === 'lineTable' ? block.rows : []));
    const blocks = report.blocks.map((block) =>
      block.kind === 'lineTable' ? { ...block, rows: Array.from({ length: 600 }, () => line!) } : block,
    );
    const renderer = open();
    await renderer.renderPaper(report);
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 5);
    await renderer.renderPaper({ ...report, blocks });
    clearInterval(timer);
    expect(turns).toBeGreaterThan(20);
  });
});

test('a thread that nobody needs ends after its time, and another makes the next paper', async () => {
  const renderer = open({ workerUrl: new URL('./misbehaving-worker.ts', import.meta.url), idleMs: 20 });
  const made = async (title: string) =>
    new TextDecoder().decode(await renderer.renderPaper({ ...report, title }));
  // Asked for together: on a busy PC the thread would be idle too long between them.
  expect(await Promise.all([made('one'), made('two')])).toEqual(['one 1', 'two 2']);
  // The worker counts its own papers: a new one begins at 1.
  await expect.poll(() => made('three'), { interval: 60 }).toBe('three 1');
});

describe('a worker that fails', () => {
  const workerUrl = new URL('./misbehaving-worker.ts', import.meta.url);
  const paper = (title: string): PaperDefinition => ({ ...report, title });
  const said = async (renderer: PaperRenderer, title: string): Promise<string> =>
    new TextDecoder().decode(await renderer.renderPaper(paper(title)));

  test.each([
    ['exit', 'ended with 3'],
    ['throw', 'thrown in the worker'],
  ])('%s: the paper at hand fails, those behind it are made by a new worker', async (title, message) => {
    const renderer = open({ workerUrl });
    const results = await Promise.allSettled([
      said(renderer, 'one'),
      said(renderer, title),
      said(renderer, 'two'),
      said(renderer, 'three'),
    ]);
    expect(results).toEqual([
      { status: 'fulfilled', value: 'one 1' },
      {
        status: 'rejected',
        reason: expect.objectContaining({ failure: 'crashed', message: expect.stringContaining(message) }),
      },
      { status: 'fulfilled', value: 'two 1' },
      { status: 'fulfilled', value: 'three 2' },
    ]);
  });

  test('one that hangs is ended after its time, and the next paper is made', async () => {
    const renderer = open({ workerUrl, timeoutMs: 1_000 });
    const results = await Promise.allSettled([said(renderer, 'hang'), said(renderer, 'two')]);
    expect(results).toEqual([
      { status: 'rejected', reason: expect.objectContaining({ failure: 'timedOut' }) },
      { status: 'fulfilled', value: 'two 1' },
    ]);
  });

  test('one that refuses goes on', async () => {
    const renderer = open({ workerUrl });
    await expect(said(renderer, 'refuse')).rejects.toMatchObject({
      failure: 'refused',
      message: 'not a paper',
    });
    expect(await said(renderer, 'two')).toBe('two 1');
  });

  test('closing fails what is not made yet, and everything after', async () => {
    const renderer = open({ workerUrl });
    const waiting = [said(renderer, 'hang'), said(renderer, 'two')].map((result) =>
      result.catch((error: unknown) => error),
    );
    await renderer.close();
    expect(await Promise.all(waiting)).toEqual([
      expect.objectContaining({ failure: 'closed' }),
      expect.objectContaining({ failure: 'closed' }),
    ]);
    await expect(said(renderer, 'three')).rejects.toMatchObject({ failure: 'closed' });
  });

  test('one that cannot be started', async () => {
    const renderer = open({ workerUrl: new URL('./no-such-worker.ts', import.meta.url) });
    await expect(said(renderer, 'one')).rejects.toMatchObject({ failure: 'crashed' });
  });
});

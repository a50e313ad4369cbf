import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { desktopAnswers, type DesktopTools } from '../../../electron/main/desktop-bridge.ts';
import { PrintFailure } from '../../../electron/main/printing/print-file.ts';

const pdf = new TextEncoder().encode('%PDF-1.7');
let folder = '';
let opened: string[] = [];
let printed: string[] = [];

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'shouhou-bridge-'));
  opened = [];
  printed = [];
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function answers(tools: Partial<DesktopTools<string>> = {}) {
  return desktopAnswers<string>({
    info: { programVersion: '1', electronVersion: '45', platform: 'win32', architecture: 'x64' },
    askForFiles: async () => [],
    askForPlace: async () => null,
    openFile: async (file) => opened.push(file) > 0,
    printersOf: async () => [
      { name: 'HP_1', displayName: '前台激光' },
      { name: 'LQ', displayName: '' },
    ],
    printPdf: async (_pdf, job) => void printed.push(`${job.copies} on ${job.printerName}`),
    showNotice: () => undefined,
    openWindow: () => undefined,
    ...tools,
  });
}

describe('saving a file', () => {
  const save = (place: string | null) =>
    answers({ askForPlace: async () => place && path.join(folder, place) });

  it('writes it where the person wants it, and opens it', async () => {
    const desktop = save('我的台账.xlsx');
    const saved = await desktop['desktop:save-file']({ fileName: '台账.xlsx', bytes: pdf }, 'window');
    expect(saved).toMatchObject({ kind: 'saved', fileName: '我的台账.xlsx' });
    expect(await readFile(path.join(folder, '我的台账.xlsx'), 'utf8')).toBe('%PDF-1.7');
    if (saved.kind !== 'saved') return;
    expect(await desktop['desktop:open-saved-file'](saved.savedFileId, 'window')).toBe(true);
    expect(opened).toEqual([path.join(folder, '我的台账.xlsx')]);
  });

  it('replaces a file only as a whole', async () => {
    await writeFile(path.join(folder, 'a.pdf'), 'before');
    await save('a.pdf')['desktop:save-file']({ fileName: 'a.pdf', bytes: pdf }, 'window');
    expect(await readdir(folder)).toEqual(['a.pdf']);
    expect(await readFile(path.join(folder, 'a.pdf'), 'utf8')).toBe('%PDF-1.7');
  });

  it('writes nothing when the person gives up', async () => {
    const result = await save(null)['desktop:save-file']({ fileName: 'a.pdf', bytes: pdf }, 'window');
    expect(result).toEqual({ kind: 'cancelled' });
  });

  it('writes no program, even when the person types such a name', async () => {
    for (const place of ['a.exe', 'a.pdf.bat', 'a.lnk', 'a', 'a.hta']) {
      const result = await save(place)['desktop:save-file']({ fileName: 'a.pdf', bytes: pdf }, 'window');
      expect(result).toEqual({ kind: 'failed', reason: 'NAME_REFUSED' });
    }
    expect(await readdir(folder)).toEqual([]);
  });

  it.each([
    'a.exe',
    'a',
    '',
    '.pdf',
    '../a.pdf',
    '..\\a.pdf',
    '/etc/a.pdf',
    'C:\\a.pdf',
    'C:a.pdf',
    'a.pdf:x.pdf',
    'CON.pdf',
    'com1.pdf',
    'nul .pdf',
    'a\u0000.pdf',
    'a\n.pdf',
    'a?.pdf',
    'a*.pdf',
    ' a.pdf',
    'a.pdf ',
    'a.pdf.',
    '\\\\server\\a.pdf',
    'fdp.\u202Eexe.pdf',
    `${'x'.repeat(300)}.pdf`,
  ])('does not even ask for a place for %j', async (fileName) => {
    let asked = false;
    const desktop = answers({
      askForPlace: async () => {
        asked = true;
        return path.join(folder, 'x.pdf');
      },
    });
    const result = await desktop['desktop:save-file']({ fileName, bytes: pdf }, 'window');
    expect([result, asked]).toEqual([{ kind: 'failed', reason: 'NAME_REFUSED' }, false]);
  });

  it('says so when the folder is not there', async () => {
    const result = await save('no/a.pdf')['desktop:save-file']({ fileName: 'a.pdf', bytes: pdf }, 'window');
    expect(result).toEqual({ kind: 'failed', reason: 'UNWRITABLE' });
  });
});

describe('opening a saved file', () => {
  it('opens nothing but what was saved', async () => {
    const open = answers()['desktop:open-saved-file'];
    for (const name of ['4b0a1c5e-4a3a-4c55-9f8a-0a8f3b1f2c3d', '/etc/passwd', 'C:\\Windows\\calc.exe']) {
      expect(await open(name, 'window')).toBe(false);
    }
    expect(opened).toEqual([]);
  });
});

describe('choosing files', () => {
  it('reads them and gives their names without the folder', async () => {
    await writeFile(path.join(folder, '客户.xlsx'), 'x');
    const desktop = answers({ askForFiles: async () => [path.join(folder, '客户.xlsx')] });
    const result = await desktop['desktop:choose-file']({}, 'window');
    expect(result).toEqual({
      kind: 'chosen',
      files: [{ fileName: '客户.xlsx', bytes: new Uint8Array([120]) }],
    });
  });

  it('says when nothing was chosen and when it cannot be read', async () => {
    expect(await answers()['desktop:choose-file']({}, 'window')).toEqual({ kind: 'cancelled' });
    const desktop = answers({ askForFiles: async () => [path.join(folder, 'gone.xlsx')] });
    const result = await desktop['desktop:choose-file']({}, 'window');
    expect(result).toEqual({ kind: 'failed', reason: 'UNREADABLE' });
  });
});

describe('printers', () => {
  it('are named as people know them', async () => {
    expect(await answers()['desktop:list-printers'](undefined, 'window')).toEqual([
      { printerName: 'HP_1', label: '前台激光' },
      { printerName: 'LQ', label: 'LQ' },
    ]);
  });

  it('print once unless more is wanted', async () => {
    const print = answers()['desktop:print-pdf'];
    expect(await print({ pdf, printerName: 'LQ' }, 'window')).toEqual({ kind: 'queued' });
    expect(await print({ pdf, copies: 3 }, 'window')).toEqual({ kind: 'queued' });
    expect(printed).toEqual(['1 on LQ', '3 on undefined']);
  });

  it('that this PC does not have print nothing', async () => {
    const result = await answers()['desktop:print-pdf']({ pdf, printerName: '前台激光' }, 'window');
    expect(result).toMatchObject({ kind: 'failed', reason: 'PRINTER_UNKNOWN' });
    expect(printed).toEqual([]);
  });

  it('that refuse say why', async () => {
    const printPdf = async (): Promise<void> => {
      throw new PrintFailure('TIMED_OUT', 'lp');
    };
    const result = await answers({ printPdf })['desktop:print-pdf']({ pdf }, 'window');
    expect(result).toEqual({ kind: 'failed', reason: 'TIMED_OUT', detail: 'lp' });
  });
});

import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lpPrinting } from '../../../../electron/main/printing/lp-printing.ts';
import { PrintFailure, runProgram, type RunProgram } from '../../../../electron/main/printing/print-file.ts';
import { printPdf, removePrintLeftovers } from '../../../../electron/main/printing/print-pdf.ts';
import { sumatraPrinting, sumatraProgram } from '../../../../electron/main/printing/sumatra-printing.ts';

const pdf = new TextEncoder().encode('%PDF-1.7\n…');
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'shouhou-test-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A double of running a program: notes what was run, then fails with `error` if there is one. */
function doubleOfRunning(error?: Error) {
  const runs: { program: string; arguments: readonly string[]; content: string }[] = [];
  const run: RunProgram = async (program, argumentList) => {
    const content = await readFile(argumentList.at(-1) ?? '', 'utf8');
    runs.push({ program, arguments: argumentList, content });
    if (error) throw error;
  };
  return { runs, run };
}

function failed(facts: object): Error {
  return Object.assign(new Error('Command failed'), facts);
}

describe('printing with lp', () => {
  it('names the printer and the copies, prints unscaled, and leaves no file', async () => {
    const { runs, run } = doubleOfRunning();
    await printPdf(
      pdf,
      { printerName: '-o evil', copies: 3, title: '-t ../LL202611-0001' },
      lpPrinting(run),
      folder,
    );
    const [{ arguments: argumentList, ...rest }] = runs as [(typeof runs)[0]];
    expect(rest).toEqual({ program: 'lp', content: '%PDF-1.7\n…' });
    expect(argumentList.slice(0, -1)).toEqual([
      '-d',
      '-o evil',
      '-n',
      '3',
      '-t',
      't .. LL202611-0001',
      '-o',
      'print-scaling=none',
      '--',
    ]);
    expect(path.basename(argumentList.at(-1) ?? '')).toBe('t .. LL202611-0001.pdf');
    expect(await readdir(folder)).toEqual([]);
  });

  it.each([
    [[595.28, 841.89], 'A4', 'noscale,paper=A4,1x'],
    [[841.89, 595.28], 'A4', 'noscale,paper=A4,1x'],
    [[595.28, 419.53], 'A5', 'noscale,paper=A5,1x'],
    [[226.77, 141.73], 'Custom.80x50mm', 'noscale,1x'],
  ])('names the sheet of a page of %j points', async ([width, height], media, settings) => {
    const page = new TextEncoder().encode(`%PDF-1.7\n/MediaBox [0 0 ${width} ${height}]`);
    const { runs, run } = doubleOfRunning();
    await printPdf(page, { copies: 1 }, lpPrinting(run), folder);
    expect(runs[0]?.arguments).toContain(`media=${media}`);
    await printPdf(
      page,
      { copies: 1, title: '领料单 1' },
      sumatraPrinting(run, () => 'S.exe'),
      folder,
    );
    expect(runs[1]?.arguments).toContain(settings);
    expect(path.basename(runs[1]?.arguments.at(-1) ?? '')).toBe('领料单 1.pdf');
  });

  it('leaves the choice to the PC when no printer is named', async () => {
    const { runs, run } = doubleOfRunning();
    await printPdf(pdf, { copies: 1 }, lpPrinting(run), folder);
    expect(runs[0]?.arguments.slice(0, 2)).toEqual(['-n', '1']);
  });

  it.each([
    [{ message: 'lp: Error - The printer or class does not exist.' }, 'PRINTER_UNKNOWN'],
    [{ message: 'lp: Error - No default destination.' }, 'PRINTER_UNKNOWN'],
    [{ message: 'lp: Error - Scheduler is not running.' }, 'NO_PRINTING_SYSTEM'],
    [{ message: 'spawn lp ENOENT', code: 'ENOENT' }, 'NO_PRINTING_SYSTEM'],
    [{ message: 'Command failed: lp', killed: true, signal: 'SIGTERM' }, 'TIMED_OUT'],
    [{ message: 'lp: Error - Too many copies.', code: 1 }, 'REFUSED'],
  ])('%j is %s, and leaves no file', async (facts, reason) => {
    const { run } = doubleOfRunning(failed(facts));
    const printing = printPdf(pdf, { printerName: 'Office', copies: 1 }, lpPrinting(run), folder);
    await expect(printing).rejects.toMatchObject({ name: 'PrintFailure', reason });
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('printing on Windows', () => {
  it('runs SumatraPDF silently, unscaled, and leaves no file', async () => {
    const { runs, run } = doubleOfRunning();
    await printPdf(
      pdf,
      { printerName: '票据 1', copies: 2 },
      sumatraPrinting(run, () => 'S.exe'),
      folder,
    );
    expect(runs[0]?.program).toBe('S.exe');
    expect(runs[0]?.arguments.slice(0, -1)).toEqual([
      '-print-to',
      '票据 1',
      '-silent',
      '-print-settings',
      'noscale,2x',
    ]);
    expect(await readdir(folder)).toEqual([]);
  });

  it('takes the printer of the PC when none is named', async () => {
    const { runs, run } = doubleOfRunning();
    await printPdf(
      pdf,
      { copies: 1 },
      sumatraPrinting(run, () => 'S.exe'),
      folder,
    );
    expect(runs[0]?.arguments[0]).toBe('-print-to-default');
  });

  it.each([
    [{ code: 1 }, 'REFUSED'],
    [{ killed: true }, 'TIMED_OUT'],
    [{ code: 'ENOENT' }, 'NO_PRINTING_SYSTEM'],
  ])('%j is %s', async (facts, reason) => {
    const { run } = doubleOfRunning(failed(facts));
    const printing = printPdf(
      pdf,
      { copies: 1 },
      sumatraPrinting(run, () => 'S.exe'),
      folder,
    );
    await expect(printing).rejects.toMatchObject({ reason });
    expect(await readdir(folder)).toEqual([]);
  });

  it('finds the program in its package, and beside the archive of an installed program', () => {
    expect(existsSync(sumatraProgram())).toBe(true);
    const inside = path.join('/desk/resources/app.asar/node_modules/pdf-to-printer/dist/bundle.js');
    expect(sumatraProgram(inside)).toBe(
      path.join('/desk/resources/app.asar.unpacked/node_modules/pdf-to-printer/dist/SumatraPDF-3.4.6-32.exe'),
    );
  });
});

describe('a paper', () => {
  it('is not handed on when it is no PDF', async () => {
    const { runs, run } = doubleOfRunning();
    const printing = printPdf(new Uint8Array([77, 90, 0, 0, 0]), { copies: 1 }, lpPrinting(run), folder);
    await expect(printing).rejects.toMatchObject({ reason: 'NOT_A_PDF' });
    expect(runs).toEqual([]);
    expect(await readdir(folder)).toEqual([]);
  });

  it.skipIf(process.platform === 'win32')(
    'can be read by nobody else while it is being printed',
    async () => {
      const modes: number[] = [];
      const look = async (file: string): Promise<void> => {
        for (const place of [file, path.dirname(file)]) modes.push((await stat(place)).mode & 0o777);
      };
      await printPdf(pdf, { copies: 1 }, look, folder);
      expect(modes).toEqual([0o600, 0o700]);
    },
  );

  it('left by a power cut is removed at the next start, and nothing else', async () => {
    await mkdir(path.join(folder, 'shouhou-print-abc'));
    await writeFile(path.join(folder, 'shouhou-print-abc', 'x.pdf'), pdf);
    await writeFile(path.join(folder, 'other.pdf'), pdf);
    await removePrintLeftovers(folder);
    expect(await readdir(folder)).toEqual(['other.pdf']);
  });
});

describe('running a program', () => {
  it('rejects with what the program said', async () => {
    const running = runProgram(process.execPath, ['-e', 'console.error("no paper"); process.exit(3)']);
    await expect(running).rejects.toThrow('no paper');
  });

  it('rejects when there is no such program', async () => {
    const printing = lpPrinting(() => runProgram('shouhou-no-such-program', []))('x.pdf', {
      copies: 1,
      title: 'x',
      size: undefined,
    });
    await expect(printing).rejects.toBeInstanceOf(PrintFailure);
    await expect(printing).rejects.toMatchObject({ reason: 'NO_PRINTING_SYSTEM' });
  });
});

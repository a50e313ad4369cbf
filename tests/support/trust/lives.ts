import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import type { LifeOrder } from './life.ts';

const root = join(import.meta.dirname, '../../..');

const longestLifeMs = 20_000;

/** What a life said before it was killed. */
export interface LifeTold {
  /** Operations it began, and those of them it was promised. */
  readonly begun: readonly string[];
  readonly done: readonly string[];
  /** What it was in the middle of. */
  readonly phase: string;
  /** From the start of the process to its first promise, in milliseconds; undefined when it was killed before. */
  readonly servingMs: number | undefined;
  readonly errors: string;
}

/** When to kill: so many milliseconds after the life said this line for the `times`th time. */
export interface Blow {
  readonly after: string;
  readonly times: number;
  readonly delayMs: number;
}

/** The program of a life, in one file as the product is built: loading 600 files anew would take longer than a life. */
export async function bundleLife(): Promise<{ readonly file: string; remove(): void }> {
  const folder = join(root, 'node_modules', '.cache', `trust-${process.pid}`);
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(import.meta.dirname, 'life.ts'),
      outDir: folder,
      emptyOutDir: true,
      target: 'node24',
      rolldownOptions: { output: { entryFileNames: 'life.mjs' } },
    },
    ssr: { noExternal: true, external: ['better-sqlite3'] },
  });
  return { file: join(folder, 'life.mjs'), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Starts a life, kills it (SIGKILL) where the blow says, and resolves once it is dead. */
export async function liveAndDie(file: string, order: LifeOrder, blow: Blow): Promise<LifeTold> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [file, JSON.stringify(order)], { stdio: ['ignore', 'pipe', 'pipe'] });
  let told = '';
  let errors = '';
  let servingMs: number | undefined;
  let isStruck = false;
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    told += text;
    if (servingMs === undefined && told.includes('\ndone ')) servingMs = performance.now() - startedAt;
    if (isStruck || told.split(blow.after).length <= blow.times) return;
    isStruck = true;
    setTimeout(() => child.kill('SIGKILL'), blow.delayMs);
  });
  const overdue = setTimeout(() => child.kill('SIGKILL'), longestLifeMs);
  await new Promise((resolve) => child.once('close', resolve));
  clearTimeout(overdue);
  // The last line may have been cut off.
  const lines = told.split('\n').slice(0, -1);
  const of = (word: string) =>
    lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1));
  const phase = lines.findLast((line) => !line.includes(' ')) ?? '';
  return { begun: of('begin'), done: of('done'), phase, servingMs, errors };
}

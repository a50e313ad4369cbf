import { readFile } from 'node:fs/promises';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, expect, vi } from 'vitest';
import { browserOfThisRun } from '#tests/support/browser.ts';
import { startTestHost } from '#tests/support/host.ts';
import type { TestHost, TestPerson } from '#tests/support/host.ts';
import { madeOnce } from '#tests/support/made-once.ts';
import { contentSecurityPolicy } from '../../../electron/main/pages/content-security-policy.ts';

/** A real browser on the trial places, with a real host behind them, from the first test of the file to the last. */
export interface TrialProgram {
  readonly host: TestHost;
  /** A window of its own browser profile, signed in unless `person` is null; stands at `place`. */
  open(place: string, options?: OpenOptions): Promise<TrialWindow>;
}

export interface OpenOptions {
  readonly person?: TestPerson | null;
  /** Opens the window in the profile of another. */
  readonly beside?: BrowserContext;
  readonly files?: Readonly<Record<string, Buffer>>;
}

export interface TrialWindow {
  readonly page: Page;
  readonly context: BrowserContext;
}

/** Looks until it is as expected, for at most ten seconds: a page answers when it can, and the PC may be busy. */
export const eventually = <Seen>(look: () => Promise<Seen>) => expect.poll(look, { timeout: 10_000 });

/**
 * Starts a host on the trial pages, and has a browser at it, before the tests of a file. After each test its windows are
 * closed, and what their pages complained of (errors, broken policies) fails it.
 */
export function trialProgramOfThisFile(): TrialProgram {
  // A browser on a busy PC takes its time.
  vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });
  const complaints: string[] = [];
  let parts: Omit<Parts, 'complaints'> | undefined;
  beforeAll(async () => {
    const folder = await trialPages();
    const [host, browser] = await Promise.all([startTestHost({ pageFolder: folder }), browserOfThisRun()]);
    parts = { host, browser, folder };
  });
  afterEach(async () => {
    await Promise.all((parts?.browser.contexts() ?? []).map((context) => context.close()));
    expect(complaints.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await parts?.browser.close();
    await parts?.host.close();
  });
  const there = () => {
    if (!parts) throw new Error('the program is opened before the first test, not before');
    return parts;
  };
  return {
    get host() {
      return there().host;
    },
    open: (place, options = {}) => openWindow({ ...there(), complaints }, place, options),
  };
}

/**
 * Gives the first page and these files under the policy of the desktop, which is the strictest. All that the page loads
 * then comes from the host, as in an office: handing some megabytes to the browser for each window takes longer.
 */
export async function servePages(
  context: BrowserContext,
  address: string,
  folder: string,
  files: OpenOptions['files'] = {},
): Promise<void> {
  const given: Record<string, Buffer> = { ...files, '/': await readFile(path.join(folder, 'index.html')) };
  await context.route(
    (url) => url.origin === address && Object.hasOwn(given, url.pathname),
    async (route) => {
      const name = new URL(route.request().url()).pathname;
      const contentType = contentTypes[path.extname(name)] ?? 'text/html; charset=utf-8';
      const headers = { 'content-security-policy': contentSecurityPolicy };
      await route.fulfill({ body: given[name] ?? '', contentType, headers });
    },
  );
}

/** The folder of the built trial pages, which a run builds once. */
export function trialPages(): Promise<string> {
  return madeOnce('trial-pages', buildTrial);
}

async function buildTrial(folder: string): Promise<void> {
  const { NODE_ENV: before } = process.env;
  // The test runner's own would make the slow pages of development.
  process.env['NODE_ENV'] = 'production';
  try {
    await build({
      configFile: false,
      logLevel: 'error',
      root: path.join(import.meta.dirname, 'trial'),
      plugins: [react()],
      build: { outDir: folder, emptyOutDir: false, minify: false, chunkSizeWarningLimit: 5000 },
    });
  } finally {
    process.env['NODE_ENV'] = before;
  }
}

const contentTypes: Readonly<Record<string, string>> = { '.pdf': 'application/pdf' };

interface Parts {
  readonly host: TestHost;
  readonly browser: Browser;
  readonly folder: string;
  readonly complaints: string[];
}

async function openWindow(
  { host, browser, folder, complaints }: Parts,
  place: string,
  options: OpenOptions,
): Promise<TrialWindow> {
  const { person = 'admin', beside, files } = options;
  const context = beside ?? (await browser.newContext({ viewport: { width: 1366, height: 768 } }));
  if (!beside) await servePages(context, host.address, folder, files);
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // A browser tells of every refused answer and lost connection; those are what some tests are about.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complaints.push(message.text());
  });
  if (person !== null) {
    const token = await host.signIn(person);
    await page.addInitScript(
      (value) => sessionStorage.getItem('shouhou/token') ?? sessionStorage.setItem('shouhou/token', value),
      token,
    );
  }
  await page.goto(`${host.address}/#${place}`);
  await page
    .locator(person === null ? '.gate input' : '.frame')
    .first()
    .waitFor();
  return { page, context };
}

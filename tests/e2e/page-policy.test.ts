import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { browserOfThisRun } from '#tests/support/browser.ts';
import { answerAppRequest } from '../../electron/main/pages/answer-app-request.ts';

const builtPages = path.resolve(import.meta.dirname, '../../out/renderer');
let browser: Browser;
let folder = '';
const servers: Server[] = [];

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'shouhou-policy-'));
  await mkdir(path.join(folder, 'assets'));
  await writeFile(
    path.join(folder, 'assets', 'own.js'),
    `const told = document.documentElement.dataset;
    told.own = 'ran';
    try { told.evaluated = new Function('return "ran"')(); } catch { told.evaluation = 'refused'; }`,
  );
  await writeFile(
    path.join(folder, 'index.html'),
    `<!doctype html><meta charset="utf-8">
    <style>h1 { color: rgb(27, 94, 140); }</style><h1 style="margin: 7px">售后</h1>
    <script>document.documentElement.dataset.inline = "ran";</script>
    <img src="x" onerror='document.documentElement.dataset.handler = "ran"'>
    <a href='javascript:document.documentElement.dataset.link = "ran"'>x</a>
    <script src="/assets/own.js"></script>`,
  );
  browser = await browserOfThisRun();
});
afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
});
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** Opens the pages of a folder as the shell sends them, only over HTTP, and notes what the policy refuses. */
async function open(pages: string): Promise<{ page: Page; refused: () => Promise<readonly string[]> }> {
  const server = createServer((request, response) => {
    void answerAppRequest(
      new Request(`app://desk${request.url}`, { method: request.method ?? 'GET' }),
      pages,
    ).then(async (answer) => {
      response.writeHead(answer.status, Object.fromEntries(answer.headers));
      response.end(Buffer.from(await answer.arrayBuffer()));
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const page = await browser.newPage();
  await page.addInitScript(() => {
    const refused: string[] = [];
    Reflect.set(window, 'refusedByPolicy', refused);
    document.addEventListener('securitypolicyviolation', (event) => {
      refused.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile ?? ''}`);
    });
  });
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  return { page, refused: () => page.evaluate(() => Reflect.get(window, 'refusedByPolicy') as string[]) };
}

describe('a page under the policy of the shell', () => {
  it('runs its own scripts and styles, no text as a script, and no script that came in with data', async () => {
    const { page } = await open(folder);
    await page.click('a');
    const seen = await page.evaluate(() => ({
      ...document.documentElement.dataset,
      color: getComputedStyle(document.querySelector('h1')!).color,
      margin: getComputedStyle(document.querySelector('h1')!).marginTop,
    }));
    expect(seen).toEqual({ own: 'ran', evaluation: 'refused', color: 'rgb(27, 94, 140)', margin: '7px' });
    await page.close();
  });

  it('reaches no other server', async () => {
    const { page, refused } = await open(folder);
    const seen = await page.evaluate(async () => {
      const outcome = async (act: () => unknown): Promise<string> => {
        try {
          await act();
          return 'done';
        } catch {
          return 'refused';
        }
      };
      const image = document.createElement('img');
      image.src = 'http://localhost:1/stolen.png';
      document.body.append(image);
      const frame = document.createElement('iframe');
      frame.src = 'http://localhost:1/';
      document.body.append(frame);
      return [
        await outcome(() => fetch('http://localhost:1/')),
        await outcome(() => new WebSocket('ws://localhost:1/')),
      ];
    });
    expect(seen[0]).toBe('refused');
    await expect
      .poll(async () => (await refused()).map((one) => one.split(' ')[0]))
      .toEqual(expect.arrayContaining(['img-src', 'frame-src', 'connect-src']));
    await page.close();
  });

  it('shows a paper it holds itself', async () => {
    const { page, refused } = await open(folder);
    await page.evaluate(() => {
      const frame = document.createElement('iframe');
      frame.src = URL.createObjectURL(new Blob(['%PDF-1.7'], { type: 'application/pdf' }));
      document.body.append(frame);
    });
    await expect.poll(() => page.frames().some((frame) => frame.url().startsWith('blob:'))).toBe(true);
    expect((await refused()).filter((one) => one.startsWith('frame-src'))).toEqual([]);
    await page.close();
  });

  it('is the built program without anything refused', async (context) => {
    if (!existsSync(path.join(builtPages, 'index.html'))) return context.skip('the pages are not built');
    const { page, refused } = await open(builtPages);
    await page.waitForSelector('#root > *');
    // All that it loads by itself is loaded, fonts too; what were refused of it would be among what it was told.
    await page.waitForLoadState('networkidle');
    await page.evaluate(() => document.fonts.ready.then(() => true));
    // zod asks once whether it may build code, and does without; the policy's answer is meant.
    expect((await refused()).filter((one) => !one.startsWith('script-src eval'))).toEqual([]);
    await page.close();
  });
});

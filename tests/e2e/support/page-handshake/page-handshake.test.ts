import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { browserOfThisRun } from '#tests/support/browser.ts';
import { builtPreload, builtScript } from './build-scripts.ts';
import type {} from './page.ts';
import type {} from './shell-in-page.ts';

let browser: Browser;
let server: Server;
let port = 0;
let preload = '';
let page: Page;

beforeAll(async () => {
  const [pageScript, shellScript, doorway] = await Promise.all([
    builtScript('page.ts'),
    builtScript('shell-in-page.ts'),
    builtPreload(),
  ]);
  // What a sandboxed doorway can require is electron, and nothing else.
  const require = `(name) => { if (name !== 'electron') throw new Error(name); return window.electronInPage; }`;
  // Nothing may throw on the way; what does is among what the page was told.
  const listening = `addEventListener('error', ({ message }) => (window.told ??= []).push(message));`;
  preload = `${listening}${shellScript};if (window.top === window) { ((require) => {${doorway}})(${require}); }`;
  server = createServer((request, response) => {
    const isScript = request.url === '/page.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html; charset=utf-8');
    if (isScript) response.end(pageScript);
    else
      response.end(
        request.url === '/' ? '<!doctype html><script src="/page.js"></script>' : '<!doctype html>',
      );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
  browser = await browserOfThisRun();
});
afterAll(async () => {
  await browser.close();
  server.close();
});

beforeEach(async () => {
  page = await browser.newPage();
  await page.addInitScript({ content: preload });
  await page.goto(`http://127.0.0.1:${port}/`);
});
afterEach(async () => {
  await page.close();
});

const told = (): Promise<string[]> => page.evaluate(() => window.told);
const ask = (question: string): Promise<string> => page.evaluate((text) => window.ask(text), question);
const requests = (): Promise<number> => page.evaluate(() => window.shellInPage.requests);
const hostIsReady = (): Promise<void> => page.evaluate(() => window.shellInPage.hostIsReady());
/** Until every message under way inside the page has come: so many of its own have gone round after them. */
const settle = (): Promise<void> =>
  page.evaluate(async () => {
    for (let round = 0; round < 20; round += 1) {
      await new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', resolve, { once: true });
        port1.start();
        port2.postMessage(round);
      });
      await new Promise((resolve) => {
        window.addEventListener('message', resolve, { once: true });
        window.postMessage('round', location.origin);
      });
    }
  });

describe('the port of a page', () => {
  it('comes when the host is ready, and carries questions and answers', async () => {
    await settle();
    expect(await told()).toEqual([]);
    await hostIsReady();
    await expect.poll(told).toEqual(['connected']);
    expect(await ask('今天？')).toBe('host 1: 今天？');
    expect(await requests()).toBe(1);
  });

  it('comes again after a reload, every time', async () => {
    for (let reload = 0; reload < 3; reload += 1) {
      await page.reload();
      await hostIsReady();
      await expect.poll(told).toEqual(['connected']);
      expect(await ask('x')).toBe('host 1: x');
    }
  });

  it('is replaced after the host crashed and was started again', async () => {
    await hostIsReady();
    await expect.poll(told).toEqual(['connected']);
    await page.evaluate(() => window.shellInPage.hostCrashes());
    await expect.poll(told).toEqual(['connected', 'lost']);
    // The supervisor waits before it starts the next one.
    await expect.poll(() => page.evaluate(() => window.shellInPage.hosts)).toBe(2);
    await hostIsReady();
    await expect.poll(told).toEqual(['connected', 'lost', 'reconnected']);
    expect(await ask('x')).toBe('host 2: x');
  });

  it('is refused with the reason, and comes when the person tries again', async () => {
    await page.evaluate(() => window.shellInPage.hostRefuses('newerDatabase'));
    const refused = ['refused: newerDatabase', 'rejected: newerDatabase'];
    await expect.poll(told).toEqual(refused);
    await page.evaluate(() => window.shellInPage.personTriesAgain());
    await hostIsReady();
    await expect.poll(told).toEqual([...refused, 'lost', 'reconnected']);
    expect(await ask('x')).toBe('host 2: x');
  });

  it('is not given to a frame inside the page, of our origin or another, nor taken from one', async () => {
    await hostIsReady();
    await expect.poll(told).toEqual(['connected']);
    await page.evaluate((otherOrigin) => {
      for (const address of ['/frame', `${otherOrigin}/frame`]) {
        const frame = document.createElement('iframe');
        frame.src = address;
        document.body.append(frame);
      }
    }, `http://localhost:${port}`);
    await expect.poll(() => page.frames().filter((frame) => frame.url().endsWith('/frame')).length).toBe(2);
    for (const frame of page.frames().filter((each) => each !== page.mainFrame())) {
      await frame.waitForLoadState();
      await frame.evaluate(() => {
        const { port1 } = new MessageChannel();
        window.parent.postMessage({ shouhou: 'port-wanted', requestId: 7 }, '*');
        window.parent.postMessage({ shouhou: 'port-lost' }, '*');
        window.parent.postMessage({ shouhou: 'port-refused', reason: 'x' }, '*');
        window.parent.postMessage({ shouhou: 'port-granted', requestId: 1 }, '*', [port1]);
      });
      expect(await frame.evaluate(() => Reflect.get(window, 'desktop') === undefined)).toBe(true);
    }
    await settle();
    expect([await told(), await requests(), await ask('x')]).toEqual([['connected'], 1, 'host 1: x']);
  });

  it('is not disturbed by other messages of the page itself', async () => {
    await hostIsReady();
    await expect.poll(told).toEqual(['connected']);
    await page.evaluate(() => {
      const noise = [
        null,
        'port-lost',
        7,
        {},
        { shouhou: 'x' },
        { shouhou: 'port-wanted' },
        { shouhou: 'port-wanted', requestId: '1' },
      ];
      for (const message of noise) window.postMessage(message, '*');
    });
    await settle();
    expect([await told(), await requests(), await ask('x')]).toEqual([['connected'], 1, 'host 1: x']);
  });

  it('comes with window.desktop beside it', async () => {
    const names = await page.evaluate(() => Object.keys(window.desktop ?? {}).toSorted());
    expect(names).toContain('printPdf');
    expect(names).not.toContain('ipcRenderer');
  });
});

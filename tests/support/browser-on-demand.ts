import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserServer } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { browserOptions } from './browser-options.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where a test asks for the run's browser; it is started by the first who asks. */
    browserStarter: string;
  }
}

// Used by vitest as a global set-up, which wants a default export or these two names.

let running: Promise<BrowserServer> | undefined;

const starter = createServer((_request, response) => {
  running ??= startBrowser();
  running.then(
    (browser) => response.end(browser.wsEndpoint()),
    (error: unknown) => response.writeHead(500).end(String(error)),
  );
});

/** Opens the local address at which tests ask for the browser, so that a run without such tests pays nothing. */
export async function setup(project: TestProject): Promise<void> {
  await new Promise<void>((resolve) => starter.listen(0, '127.0.0.1', resolve));
  starter.unref();
  // A server listening on TCP has an address of this form.
  project.provide('browserStarter', `http://127.0.0.1:${(starter.address() as AddressInfo).port}/`);
}

/** Closes the run's browser, if one was asked for. */
export async function teardown(): Promise<void> {
  starter.close();
  const browser = await running?.catch(() => undefined);
  await browser?.close();
}

async function startBrowser(): Promise<BrowserServer> {
  const { chromium } = await import('playwright-core');
  return chromium.launchServer({ ...browserOptions, host: '127.0.0.1' });
}

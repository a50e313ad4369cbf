import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(os.tmpdir(), 'shouhou-shell-'));
const missing = whatIsMissing();
let program: ElectronApplication | undefined;

beforeAll(async () => {
  if (missing !== null) return;
  // Chromium's sandbox refuses to work for root; nobody but a container runs the tests so.
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const { ELECTRON_RUN_AS_NODE: _, ...environment } = process.env;
  program = await _electron.launch({
    executablePath: runtimeFile(),
    args: [root, `--user-data-dir=${folder}`, ...asRoot],
    env: Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, value ?? ''])),
  });
}, 60_000);
afterAll(async () => {
  await program?.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** The first window's page, or the test is reported as left out with the reason. */
async function pageOf(context: TestContext): Promise<{ page: Page; program: ElectronApplication }> {
  if (program === undefined) return context.skip(missing ?? 'the program did not start');
  const page = await program.firstWindow();
  await page.waitForLoadState();
  return { page, program };
}

/** Asks for a port as the page does, and answers how it was told. */
function askForPort(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const requestId = 1_000_000 + Math.floor(Math.random() * 1_000_000);
        window.addEventListener('message', ({ data, ports }) => {
          if (data?.shouhou === 'port-granted' && data.requestId === requestId)
            resolve(`${ports.length} port`);
          if (data?.shouhou === 'port-refused') resolve(`refused: ${data.reason}`);
        });
        window.postMessage({ shouhou: 'port-wanted', requestId }, location.origin);
      }),
  );
}

describe('the desktop shell on the real runtime', () => {
  it('shows our page, with the bridge and without Node', async (context) => {
    const { page } = await pageOf(context);
    expect(new URL(page.url()).href).toMatch(/^app:\/\/desk\//);
    const seen = await page.evaluate(async () => ({
      require: typeof Reflect.get(window, 'require'),
      process: typeof Reflect.get(window, 'process'),
      platform: (await window.desktop?.info())?.platform,
    }));
    expect(seen).toEqual({ require: 'undefined', process: 'undefined', platform: process.platform });
  });

  it('hands the page a port to the service host, again after a reload and after the host has crashed', async (context) => {
    const { page, program: running } = await pageOf(context);
    expect(await askForPort(page)).toBe('1 port');
    await page.reload();
    expect(await askForPort(page)).toBe('1 port');
    const lost = page.evaluate(
      () =>
        new Promise((resolve) => {
          window.addEventListener('message', ({ data }) => data?.shouhou === 'port-lost' && resolve(true));
        }),
    );
    await running.evaluate(({ app }) => {
      const host = app.getAppMetrics().find(({ name }) => name === 'Shouhou Desk service host');
      if (host) process.kill(host.pid, 'SIGKILL');
    });
    expect(await lost).toBe(true);
    expect(await askForPort(page)).toBe('1 port');
  });

  it('keeps the page where it is and opens nothing', async (context) => {
    const { page, program: running } = await pageOf(context);
    const before = page.url();
    await page.evaluate(() => {
      location.href = 'https://example.org/';
    });
    const opened = await page.evaluate(() => window.open('https://example.org/') === null);
    // That nothing is opened and nothing goes on cannot be seen; this is long enough for what was refused to show if it were not.
    await page.waitForTimeout(500);
    expect([opened, page.url(), running.windows().length]).toEqual([true, before, 1]);
  });

  it('lets the page reach no other server and gives it no permission', async (context) => {
    const { page } = await pageOf(context);
    const reached = await page.evaluate(async () => ({
      fetch: await fetch('https://example.org/').then(
        () => 'reached',
        () => 'refused',
      ),
      notification: await Notification.requestPermission(),
      camera: await navigator.mediaDevices.getUserMedia({ video: true }).then(
        () => 'given',
        () => 'refused',
      ),
    }));
    expect(reached).toEqual({ fetch: 'refused', notification: 'denied', camera: 'refused' });
  });
});

/** In a plain sentence, what this machine lacks for the shell; null when it has everything. */
function whatIsMissing(): string | null {
  if (!existsSync(runtimeFile())) return "Electron's runtime is not on this machine";
  if (!existsSync(path.join(root, 'out', 'main', 'index.js')))
    return 'the program is not built (npm run build)';
  const needsDisplay =
    process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'];
  return needsDisplay ? 'there is no display for a window' : null;
}

/** Where the runtime lies once it has been fetched; asking the package for it would start the download. */
function runtimeFile(): string {
  const electron = path.join(root, 'node_modules', 'electron');
  const nameFile = path.join(electron, 'path.txt');
  const name = existsSync(nameFile) ? readFileSync(nameFile, 'utf8').trim() : 'electron';
  return path.join(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? path.join(electron, 'dist'), name);
}

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { browserOptions } from '#tests/support/browser-options.ts';
import { keepWithinMs } from '../../renderer/app/drafts/draft-box.ts';
import { eventually, servePages, trialPages, trialProgramOfThisFile } from './support/open-program.ts';

const program = trialProgramOfThisFile();

const nameField = (page: Page) => page.locator('[data-field="name"] input');
const restored = (page: Page) => page.getByText('草稿已恢复');

describe('a draft', () => {
  test('survives a reload, says so, and can be thrown away for good', async () => {
    const { page } = await program.open('/trial-customers/new');
    await nameField(page).pressSequentially('市第二公交');
    await page.reload();
    await restored(page).waitFor();
    expect(await nameField(page).inputValue()).toBe('市第二公交');
    await page.getByText('不要草稿').click();
    await page.reload();
    await nameField(page).waitFor();
    expect(await nameField(page).inputValue()).toBe('');
  });

  test('takes what was typed and not picked along when it is thrown away', async () => {
    const { page } = await program.open('/trial-customers/new');
    await nameField(page).pressSequentially('市第三公交');
    await page.reload();
    await restored(page).waitFor();
    const typed = page.locator('[data-field="unit"] input').or(page.locator('[data-field="owner"] input'));
    await typed.first().fill('没有这台');
    await typed.last().fill('没有此人');
    await page.keyboard.press('Tab');
    await page.locator('[data-field="owner"] .field-fault').waitFor();
    await page.getByText('不要草稿').click();
    await page.locator('.field-fault').first().waitFor({ state: 'detached' });
    expect([await typed.first().inputValue(), await typed.last().inputValue()]).toEqual(['', '']);
    // The cursor is where the typing begins anew.
    expect(await nameField(page).evaluate((input) => input === document.activeElement)).toBe(true);
    await page.keyboard.press('Control+s');
    await page.locator('[data-field="name"] .field-fault').waitFor();
  });

  test('is gone once it is saved', async () => {
    const { page } = await program.open('/trial-customers/new');
    await nameField(page).fill('已存公司');
    await page.keyboard.press('Control+s');
    await page.waitForURL(/trial-customers\/(?!new)/);
    // What is kept of a draft is removed in the background, within moments of the answer.
    await eventually(() => keptDrafts(page)).toEqual([]);
    await page.goto(`${program.host.address}/#/trial-customers/new`);
    await page.reload();
    await nameField(page).waitFor();
    expect(await nameField(page).inputValue()).toBe('');
  });

  test('of two windows on the same form, each keeps its own', async () => {
    const first = await program.open('/trial-customers/new');
    const second = await program.open('/trial-customers/new', { beside: first.context });
    await nameField(first.page).fill('第一');
    await nameField(second.page).fill('第二');
    await Promise.all([first.page.reload(), second.page.reload()]);
    await restored(second.page).waitFor();
    await restored(first.page).waitFor();
    expect([await nameField(first.page).inputValue(), await nameField(second.page).inputValue()]).toEqual([
      '第一',
      '第二',
    ]);
  });

  test('of a closed window is taken up by the next one that opens the form', async () => {
    const first = await program.open('/trial-customers/new');
    await nameField(first.page).fill('窗口关了');
    await first.page.close();
    const next = await program.open('/trial-customers/new', { beside: first.context });
    await restored(next.page).waitFor();
    expect(await nameField(next.page).inputValue()).toBe('窗口关了');
  });

  test('is another person’s nobody else sees', async () => {
    const own = await program.open('/trial-customers/new', { person: 'leader' });
    await nameField(own.page).fill('部长写的');
    await own.page.close();
    const newer = await program.open('/trial-customers/new', { person: 'clerk', beside: own.context });
    await nameField(newer.page).fill('前台写的');
    await newer.page.close();
    const next = await program.open('/trial-customers/new', { person: 'leader', beside: own.context });
    await restored(next.page).waitFor();
    expect(await nameField(next.page).inputValue()).toBe('部长写的');
  });

  // The processes of a browser are found through /proc.
  test.skipIf(process.platform !== 'linux')(
    'survives the browser being killed as soon as the last word could be written',
    async () => {
      const profile = mkdtempSync(path.join(tmpdir(), 'trial-profile-'));
      const pages = await trialPages();
      const { address } = program.host;
      const start = async () => {
        const context = await chromium.launchPersistentContext(profile, browserOptions);
        await servePages(context, address, pages);
        return { context, page: await signedIn(context, address) };
      };
      const before = await start();
      await nameField(before.page).pressSequentially('起步后水温高报警');
      // The promise, and time for the disk.
      await pause(keepWithinMs + 250);
      for (const id of browserProcesses(profile)) process.kill(id, 'SIGKILL');
      await before.context.close().catch(() => {});

      const after = await start();
      await restored(after.page).waitFor();
      expect(await nameField(after.page).inputValue()).toBe('起步后水温高报警');
      await after.context.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  );
});

/** The keys of every draft that this browser keeps, in either place. */
function keptDrafts(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const quick = Object.keys(localStorage).filter((key) => key.startsWith('shouhou/draft/'));
    const request = indexedDB.open('shouhou', 1);
    await new Promise((resolve) => request.addEventListener('success', resolve));
    const keys = request.result.transaction('drafts').objectStore('drafts').getAllKeys();
    await new Promise((resolve) => keys.addEventListener('success', resolve));
    request.result.close();
    return [...quick, ...keys.result.map(String)];
  });
}

async function signedIn(context: BrowserContext, address: string): Promise<Page> {
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(`${address}/#/trial-customers/new`);
  await page.locator('.gate input').first().fill('clerk');
  await page.keyboard.press('Enter');
  await page.keyboard.type('clerk password');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await nameField(page).waitFor();
  return page;
}

/** The processes whose command line names this profile. */
function browserProcesses(profile: string): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && commandLine(name).includes(`--user-data-dir=${profile}`))
    .map(Number);
}

function commandLine(id: string): string {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'utf8');
  } catch {
    // It has ended since it was listed.
    return '';
  }
}

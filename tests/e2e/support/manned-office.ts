import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { openDesks, requireBuiltPages } from './browser.ts';
import type { Desks } from './browser.ts';
import { signIn } from './keyboard.ts';
import { startOfficeServer } from './office-server.ts';
import type { OfficeServer } from './office-server.ts';
import { filledBooks } from './prepared-books.ts';
import { password } from './story-books.ts';

/** An office server and a browser on a busy PC. */
const opensWithinMs = 120_000;

/** An office server, and the people at their own PCs; it is there from the first test of the file to the last. */
export interface MannedOffice<Who extends string = string> {
  readonly address: string;
  readonly dataFolder: string;
  /** A new PC at which nobody has signed in, with this page open. */
  open(place?: string): Promise<Page>;
  /** The window of somebody; they sign in by keyboard when they come for the first time. */
  sit(who: Who, place?: string): Promise<Page>;
}

/** What an office is opened with. */
export interface OfficeOptions {
  /** The story that is told in it: what the pictures of a failure are called. */
  readonly name: string;
  /** What is in the books before the first window opens. */
  readonly books: 'empty' | 'filled';
}

/**
 * Opens an office for these people before the tests of a file and closes it after them. A test that fails leaves a
 * picture of every window; what a page complained of fails the file.
 */
export function officeOfThisFile<Who extends string>(
  { name, books }: OfficeOptions,
  people: Readonly<Record<Who, { readonly signInName: string }>>,
): MannedOffice<Who> {
  let server: OfficeServer | undefined;
  let desks: Desks | undefined;
  const windows = new Map<string, Page>();
  beforeAll(async () => {
    requireBuiltPages();
    server = await startOfficeServer(books === 'filled' ? { books: await filledBooks() } : {});
    desks = await openDesks(server.address);
  }, opensWithinMs);
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return;
    for (const [who, page] of windows) await page.screenshot({ path: `test-results/${name}-${who}.png` });
  });
  afterAll(async () => {
    const complaints = await desks?.close();
    await server?.stop();
    expect(complaints).toEqual([]);
  });
  const open = async (place?: string) => {
    const page = await there(desks).open(place);
    windows.set(`window-${windows.size}`, page);
    return page;
  };
  const seats = new Map<Who, Page>();
  return {
    get address() {
      return there(server).address;
    },
    get dataFolder() {
      return there(server).dataFolder;
    },
    open,
    sit: async (who, place) => {
      const known = seats.get(who);
      if (known) return known;
      const page = await open(place);
      seats.set(who, page);
      await signIn(page, people[who].signInName, password);
      return page;
    },
  };
}

function there<Part>(part: Part | undefined): Part {
  if (part === undefined) throw new Error('the office opens before the first test, not before');
  return part;
}

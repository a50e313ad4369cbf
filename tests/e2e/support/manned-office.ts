import type { Page } from 'playwright-core';
import { openDesks, requireBuiltPages } from './browser.ts';
import { signIn } from './keyboard.ts';
import { startOfficeServer } from './office-server.ts';
import type { OfficeServer } from './office-server.ts';
import { password } from './story-books.ts';

/** An office server and a browser on a busy PC. */
export const officeOpensWithinMs = 120_000;

/** An office server, and the people at their own PCs. */
export interface MannedOffice<Who extends string = string> {
  readonly server: OfficeServer;
  /** The first PC that was opened; nobody has signed in there but by hand. */
  firstWindow(): Promise<Page>;
  /** The window of somebody; they sign in by keyboard when they come for the first time. */
  sit(who: Who): Promise<Page>;
  /** Keeps what stands on every screen now, to be looked at after a failure. */
  keepPictures(): Promise<void>;
  /** Closes everything; gives what the pages complained of. */
  close(): Promise<readonly string[]>;
}

/** Opens an office for these people; `name` is the story that is told there. */
export async function openOffice<Who extends string>(
  name: string,
  people: Readonly<Record<Who, { readonly signInName: string }>>,
): Promise<MannedOffice<Who>> {
  requireBuiltPages();
  const server = await startOfficeServer();
  const desks = await openDesks(server.address);
  const windows = new Map<string, Page>();
  const windowOf = async (who: string): Promise<{ readonly page: Page; readonly isNew: boolean }> => {
    const known = windows.get(who);
    if (known) return { page: known, isNew: false };
    const page = await desks.open();
    windows.set(who, page);
    return { page, isNew: true };
  };
  return {
    server,
    firstWindow: async () => (await windowOf('first')).page,
    sit: async (who) => {
      const { page, isNew } = await windowOf(who);
      if (isNew) await signIn(page, people[who].signInName, password);
      return page;
    },
    keepPictures: async () => {
      for (const [who, page] of windows) await page.screenshot({ path: `test-results/${name}-${who}.png` });
    },
    close: async () => {
      const complaints = await desks.close();
      await server.stop();
      return complaints;
    },
  };
}

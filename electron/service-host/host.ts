import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { SupportedMessagePort } from '@orpc/client/message-port';
import type { HostParts } from './api/host-parts.ts';
import { LongWork } from './api/long-work.ts';
import { type HttpOptions, type HttpServer, serveHttp } from './api/over-http.ts';
import { portServer } from './api/over-port.ts';
import { ChangeFeed } from './change-feed.ts';
import { steadyClock, type Clock } from './database/clock.ts';
import type { StatementHook } from './database/database.ts';
import { openDatabase, type DatabaseLocation } from './database/open-database.ts';
import { openSheetWriter } from './exporting/sheet-writer.ts';
import { HeldLooks, heldLooksChange } from './modules/audit/audit.held-looks.service.ts';
import { AttachmentStore } from './modules/attachments/attachment-store.ts';
import { RenameFollower } from './modules/renames/rename-follower.service.ts';
import { openPaperRenderer } from './printing/render-paper.ts';
import { programVersion } from './program-version.ts';

/** What a host needs to know before it starts. */
export interface HostOptions {
  /** Where this PC keeps the books, the attachments and everything else of the firm. */
  readonly dataFolder: string;
  /** A PostgreSQL server to keep the books on; absent for the embedded database. */
  readonly postgresUrl?: string | undefined;
  readonly clock?: Clock | undefined;
  readonly beforeStatement?: StatementHook | undefined;
}

/** The business, running. */
export interface Host {
  readonly parts: HostParts;
  /** Serves a page on this PC. */
  servePort(port: SupportedMessagePort): void;
  /** Serves browsers and programs. */
  serveHttp(options: HttpOptions): Promise<HttpServer>;
  /** Ends long work, waits for the write under way, closes the books. */
  close(): Promise<void>;
}

/** Lists are printed now and then; the thread that makes them would hold some 80 MB for ever. */
const listThreadIdleMs = 60_000;

/** Puts the parts together: folder → database → what stands on it → wires. Throws StorageFailure when the books cannot be opened. */
export async function startHost(options: HostOptions): Promise<Host> {
  mkdirSync(options.dataFolder, { recursive: true });
  const location: DatabaseLocation =
    options.postgresUrl === undefined
      ? { engine: 'sqlite', file: join(options.dataFolder, 'shouhou.db') }
      : { engine: 'postgres', url: options.postgresUrl };
  const clock = options.clock ?? steadyClock();
  const database = await openDatabase(location, { clock, beforeStatement: options.beforeStatement });
  const changeFeed = new ChangeFeed(database);
  const longWork = new LongWork();
  const heldLooks = new HeldLooks(database, {
    tell: () => changeFeed.tell([{ kind: heldLooksChange, id: '' }]),
  });
  const renameFollower = new RenameFollower(database);
  renameFollower.follow();
  const attachmentStore = new AttachmentStore(join(options.dataFolder, 'attachments'));
  const paperRenderer = openPaperRenderer();
  const listRenderer = openPaperRenderer({ idleMs: listThreadIdleMs });
  const sheetWriter = openSheetWriter(location, clock);
  const parts: HostParts = {
    database,
    changeFeed,
    longWork,
    heldLooks,
    attachmentStore,
    paperRenderer,
    listRenderer,
    sheetWriter,
    programVersion,
  };
  const ports = portServer(parts);
  return {
    parts,
    servePort: (port) => ports.serve(port),
    serveHttp: (http) => serveHttp(parts, http),
    close: async () => {
      longWork.cancelAll();
      changeFeed.close();
      await Promise.all([paperRenderer, listRenderer, sheetWriter].map((thread) => thread.close()));
      await renameFollower.close();
      await heldLooks.close();
      await database.close();
    },
  };
}

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
import { attachmentsIn, booksFileIn, SampleOffice, type OpenOffice } from './modules/sample/sample-office.ts';
import { openPaperRenderer } from './printing/render-paper.ts';
import { keepToOurselves } from './own-files.ts';
import { programVersion } from './program-version.ts';
import { refreshTexts } from './refresh-texts.ts';

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
  keepToOurselves(options.dataFolder);
  const location: DatabaseLocation =
    options.postgresUrl === undefined
      ? { engine: 'sqlite', file: booksFileIn(options.dataFolder) }
      : { engine: 'postgres', url: options.postgresUrl };
  const { clock = steadyClock(), beforeStatement } = options;
  const sampleOffice: SampleOffice<HostParts> = new SampleOffice({
    folder: join(options.dataFolder, 'sample'),
    clock,
    open: (folder) =>
      openOffice({ folder, location: { engine: 'sqlite', file: booksFileIn(folder) }, clock, sampleOffice }),
  });
  const { parts, close } = await openOffice({
    folder: options.dataFolder,
    location,
    clock,
    beforeStatement,
    sampleOffice,
  });
  const ports = portServer(parts);
  return {
    parts,
    servePort: (port) => ports.serve(port),
    serveHttp: (http) => serveHttp(parts, http),
    close: async () => {
      parts.longWork.cancelAll();
      await sampleOffice.close();
      await close();
    },
  };
}

interface OfficeOptions {
  readonly folder: string;
  readonly location: DatabaseLocation;
  readonly clock: Clock;
  readonly beforeStatement?: StatementHook | undefined;
  readonly sampleOffice: SampleOffice<HostParts>;
}

/** Opens the books and everything that stands on them; the real office and the sample are opened alike. */
async function openOffice(options: OfficeOptions): Promise<OpenOffice<HostParts>> {
  const { folder, location, clock, sampleOffice, beforeStatement } = options;
  const database = await openDatabase(location, { clock, beforeStatement });
  await refreshTexts(database);
  const changeFeed = new ChangeFeed(database);
  const longWork = new LongWork();
  const heldLooks = new HeldLooks(database, {
    tell: () => changeFeed.tell([{ kind: heldLooksChange, id: '' }]),
  });
  const attachmentStore = new AttachmentStore(attachmentsIn(folder));
  const paperRenderer = openPaperRenderer();
  const listRenderer = openPaperRenderer({ idleMs: listThreadIdleMs });
  const sheetWriter = openSheetWriter(location, clock);
  return {
    parts: {
      database,
      changeFeed,
      longWork,
      heldLooks,
      attachmentStore,
      paperRenderer,
      listRenderer,
      sheetWriter,
      programVersion,
      sampleOffice,
    },
    close: async () => {
      longWork.cancelAll();
      changeFeed.close();
      await Promise.all([paperRenderer, listRenderer, sheetWriter].map((thread) => thread.close()));
      await heldLooks.close();
      await database.close();
    },
  };
}

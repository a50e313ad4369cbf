import { join } from 'node:path';
import type { SupportedMessagePort } from '@orpc/client/message-port';
import type { HostParts } from './api/host-parts.ts';
import { LongWork } from './api/long-work.ts';
import { type HttpOptions, type HttpServer, serveHttp } from './api/over-http.ts';
import { portServer } from './api/over-port.ts';
import { ChangeFeed } from './change-feed.ts';
import { attachmentsIn, booksFileIn, headFileIn, makeDataFolder, refuseWrongFolder } from './data-folder.ts';
import type { Clock } from './database/clock.ts';
import type { StatementHook } from './database/database.ts';
import { openGuarded } from './database/guarded-opening.ts';
import type { DatabaseLocation } from './database/open-database.ts';
import { damageIn } from './database/sqlite/check-file.ts';
import { HostLock } from './database/sqlite/host-lock.ts';
import { openSheetWriter } from './exporting/sheet-writer.ts';
import { HeadNote } from './desks/audit/audit.head-note.service.ts';
import { booksStateChange, BooksWatch } from './desks/audit/audit.watch.service.ts';
import { dutyChange } from './desks/duties/duties.service.ts';
import { DutiesWatch } from './desks/duties/duties.watch.service.ts';
import { AttachmentStore } from './desks/attachments/attachment-store.ts';
import { SampleOffice, type OpenOffice } from './modules/sample/sample-office.ts';
import { RenameFollower } from './modules/renames/rename-follower.service.ts';
import { openPaperRenderer } from './printing/render-paper.ts';
import { duties } from './roll/duties.ts';
import { programVersion } from './program-version.ts';
import { namings } from './roll/namings.ts';
import { refreshTexts } from './refresh-texts.ts';

/** What a host needs to know before it starts. */
export interface HostOptions {
  /** Where this PC keeps the books, the attachments and everything else of the firm. */
  readonly dataFolder: string;
  /** A PostgreSQL server to keep the books on; absent for the embedded database. */
  readonly postgresUrl?: string | undefined;
  /** Whether an office may begin where no books are; otherwise only in an empty folder. */
  readonly mayBegin?: boolean | undefined;
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
/** A statement of many sheets takes its time, and nobody else waits for the thread. */
const listTimeoutMs = 5 * 60_000;

/**
 * Puts the parts together: folder → lock → database → what stands on it → wires. Throws StartFailure or StorageFailure, each
 * of which has a sentence, when it cannot start.
 */
export async function startHost(options: HostOptions): Promise<Host> {
  const { dataFolder, postgresUrl } = options;
  if (postgresUrl === undefined) refuseWrongFolder(dataFolder, options.mayBegin ?? true);
  makeDataFolder(dataFolder);
  const lock = HostLock.take(dataFolder, (options.clock ?? Date.now)());
  try {
    return await startLocked(options, lock);
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function startLocked(options: HostOptions, lock: HostLock): Promise<Host> {
  const { dataFolder, postgresUrl, clock, beforeStatement } = options;
  const sampleOffice: SampleOffice<HostParts> = new SampleOffice({
    folder: join(dataFolder, 'sample'),
    clock: clock ?? Date.now,
    open: (folder) =>
      openOffice({ folder, location: { engine: 'sqlite', file: booksFileIn(folder) }, clock, sampleOffice }),
  });
  const { parts, close } = await openOffice({
    folder: dataFolder,
    location:
      postgresUrl === undefined
        ? { engine: 'sqlite', file: booksFileIn(dataFolder) }
        : { engine: 'postgres', url: postgresUrl },
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
      lock.release();
    },
  };
}

interface OfficeOptions {
  readonly folder: string;
  readonly location: DatabaseLocation;
  readonly clock: Clock | undefined;
  readonly beforeStatement?: StatementHook | undefined;
  readonly sampleOffice: SampleOffice<HostParts>;
}

/** Opens the books and everything that stands on them; the real office and the sample are opened alike. */
async function openOffice(options: OfficeOptions): Promise<OpenOffice<HostParts>> {
  const { folder, location, clock, sampleOffice, beforeStatement } = options;
  const headNote = new HeadNote(headFileIn(folder));
  const tell = () => changeFeed.tell([{ kind: booksStateChange, id: '' }]);
  const database = await openGuarded(location, join(folder, 'damage.json'), {
    clock,
    notBefore: headNote.at,
    beforeStatement,
    onDamage: () => tell(),
  });
  const changeFeed = new ChangeFeed(database);
  const longWork = new LongWork();
  const booksWatch = new BooksWatch(database, headNote, {
    tell,
    lookAtFile: async (rest) => {
      if (location.engine !== 'sqlite') return;
      for (const { found, table } of damageIn(location.file)) {
        if (found !== 'ok') database.seeDamage(`${table}: ${found}`);
        await rest();
      }
    },
  });
  await booksWatch.begin();
  await headNote.follow(database);
  const renameFollower = new RenameFollower(database, namings);
  const dutiesWatch = new DutiesWatch(database, duties, () =>
    changeFeed.tell([{ kind: dutyChange, id: '' }]),
  );
  if (!database.isDamaged) {
    await refreshTexts(database);
    renameFollower.follow();
    dutiesWatch.begin();
  }
  const attachmentStore = new AttachmentStore(attachmentsIn(folder));
  const paperRenderer = openPaperRenderer();
  const listRenderer = openPaperRenderer({ idleMs: listThreadIdleMs, timeoutMs: listTimeoutMs });
  const sheetWriter = openSheetWriter(location, database.clock.now);
  return {
    parts: {
      database,
      isDamaged: () => database.isDamaged,
      changeFeed,
      longWork,
      headNote,
      booksWatch,
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
      await dutiesWatch.close();
      await renameFollower.close();
      await renameFollower.close();
      await booksWatch.close();
      await headNote.close(database);
      await database.close();
    },
  };
}

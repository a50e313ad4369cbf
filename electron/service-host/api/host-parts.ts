import type { ChangeFeed } from '../change-feed.ts';
import type { Database } from '../database/database.ts';
import type { AttachmentStore } from '../desks/attachments/attachment-store.ts';
import type { HeadNote } from '../desks/audit/audit.head-note.service.ts';
import type { BooksWatch } from '../desks/audit/audit.watch.service.ts';
import type { SheetWriter } from '../exporting/sheet-writer.ts';
import type { SampleOffice } from '../modules/sample/sample-office.ts';
import type { PaperRenderer } from '../printing/render-paper.ts';
import type { LongWork } from './long-work.ts';

/** What the procedures of a running host stand on. */
export interface HostParts {
  readonly database: Database;
  /** Whether damage was seen in the books, to which nothing is written any more then. */
  readonly isDamaged: () => boolean;
  readonly changeFeed: ChangeFeed;
  readonly longWork: LongWork;
  readonly headNote: HeadNote;
  readonly booksWatch: BooksWatch;
  readonly attachmentStore: AttachmentStore;
  readonly paperRenderer: PaperRenderer;
  /** For printed lists: a thousand rows take seconds, and no customer's paper waits behind them. */
  readonly listRenderer: PaperRenderer;
  readonly sheetWriter: SheetWriter;
  readonly programVersion: string;
  /** The sample beside the real books; the same in both offices. */
  readonly sampleOffice: SampleOffice<HostParts>;
}

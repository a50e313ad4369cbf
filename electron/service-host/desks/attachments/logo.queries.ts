import { eq } from 'drizzle-orm';
import type { ReadTx } from '../../database/database.ts';
import { log } from '../../log.ts';
import { isDecodable, logoFault, type LogoFault } from '../../printing/pictures/logo-picture.ts';
import type { AttachmentStore } from './attachment-store.ts';
import { attachments } from '../../schema/attachments.tables.ts';

interface BooksAndStore {
  readonly parts: { readonly attachmentStore: AttachmentStore };
  read<Result>(work: (tx: ReadTx) => Promise<Result>): Promise<Result>;
}

/**
 * The firm's logo as a data URL for a paper. Undefined, with a line in the log, when there is none that a paper can carry:
 * papers are printed without it then.
 */
export async function logoDataUrl(host: BooksAndStore, attachmentId: string): Promise<string | undefined> {
  const picture = await pictureOf(host, attachmentId);
  const fault = picture && logoFault(picture.bytes);
  if (picture && fault === undefined)
    return `data:${picture.mediaType};base64,${Buffer.from(picture.bytes).toString('base64')}`;
  log.warn('papers.logoLeftOut', { attachmentId, reason: fault });
  return undefined;
}

/** Why a picture cannot be the logo, looked at as a whole; undefined for one that can, and where none is set. */
export async function faultOfLogo(
  host: BooksAndStore,
  attachmentId: string | null,
): Promise<LogoFault | undefined> {
  const picture = attachmentId === null ? undefined : await pictureOf(host, attachmentId);
  if (!picture) return undefined;
  return logoFault(picture.bytes) ?? (isDecodable(picture.bytes) ? undefined : 'logoDamaged');
}

async function pictureOf(host: BooksAndStore, attachmentId: string) {
  const [found] = await host.read((tx) =>
    tx.db.select().from(attachments).where(eq(attachments.id, attachmentId)),
  );
  if (!found || found.voidedAt !== null) return undefined;
  // A content that cannot be read is as good as a damaged one.
  const bytes = await host.parts.attachmentStore.read(found.sha256).catch(() => new Uint8Array());
  return { bytes, mediaType: found.mediaType };
}

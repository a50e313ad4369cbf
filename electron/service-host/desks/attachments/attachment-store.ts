import { createHash, randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { refuse } from '#shared/contract/refusals.ts';
import { assert } from '#shared/domain/assert.ts';
import { StorageFailure } from '../../database/database.ts';
import { ownFile, ownFolder } from '../../own-files.ts';
import { WriteQueue } from '../../database/write-queue.ts';
import { labelOf, plainName } from './file-names.rules.ts';
import { mediaTypeOf, unshownPictureOf, type MediaType } from './media-types.rules.ts';

/** A file that lies in the store, and what to call it. */
export interface KeptFile {
  readonly sha256: string;
  readonly mediaType: MediaType;
  readonly sizeBytes: number;
  readonly fileName: string;
}

// Windows knows no such flag; making a link there wants the rights of an administrator.
const followNoLinks = constants.O_NOFOLLOW ?? 0;

/**
 * The contents of attachments, beside the books: one file per content, named by its SHA-256 and by nothing a person gave,
 * as `ab/ab12…`. A content that is there is never written again.
 */
export class AttachmentStore {
  readonly #folder: string;
  /** Contents that were kept and of which the books do not know yet, with how many acts are adding them. */
  readonly #unsettled = new Map<string, number>();
  readonly #alone = new WriteQueue();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * Takes a file in; it is on the disk when the promise resolves. Whoever keeps one says with settle what became of it.
   * Refuses FILE_NOT_ACCEPTED and PICTURE_FORMAT by what it holds.
   */
  async keep(file: Blob, uploadedName: string): Promise<KeptFile> {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const mediaType = mediaTypeOf(bytes);
    if (!mediaType) {
      const fileName = plainName(uploadedName);
      const format = unshownPictureOf(bytes);
      return format
        ? refuse('PICTURE_FORMAT', { fileName, format })
        : refuse('FILE_NOT_ACCEPTED', { fileName });
    }
    const sha256 = hashOf(bytes);
    await this.#alone.run(async () => {
      await this.#storing(async () => {
        if (!(await this.#holds(sha256))) await this.#write(sha256, bytes);
      });
      this.#unsettled.set(sha256, (this.#unsettled.get(sha256) ?? 0) + 1);
    });
    return { sha256, mediaType, sizeBytes: bytes.length, fileName: labelOf(uploadedName, mediaType) };
  }

  /**
   * Ends what keep began. A content that the books do not need goes, unless somebody else is just adding the same one; if
   * the books cannot tell, it stays.
   */
  async settle(sha256: string, isNeeded: () => Promise<boolean>): Promise<void> {
    await this.#alone.run(async () => {
      const others = (this.#unsettled.get(sha256) ?? 1) - 1;
      if (others > 0) return void this.#unsettled.set(sha256, others);
      this.#unsettled.delete(sha256);
      if (await isNeeded().catch(() => true)) return;
      await rm(this.#placeOf(sha256), { force: true }).catch(() => undefined);
    });
  }

  /** The content with this hash. Throws StorageFailure when it is missing or no longer what it was. */
  async read(sha256: string): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = await this.#storing(() => this.#contentOf(sha256));
    if (hashOf(bytes) !== sha256)
      throw new StorageFailure('damaged', new Error('attachment differs from its hash'));
    return bytes;
  }

  async #holds(sha256: string): Promise<boolean> {
    const there = await this.#contentOf(sha256).catch(() => undefined);
    return there !== undefined && hashOf(there) === sha256;
  }

  async #contentOf(sha256: string): Promise<Uint8Array<ArrayBuffer>> {
    const handle = await open(this.#placeOf(sha256), constants.O_RDONLY | followNoLinks);
    try {
      return new Uint8Array(await handle.readFile());
    } finally {
      await handle.close();
    }
  }

  /** Under another name first, so that a power cut never leaves half a content under its hash. */
  async #write(sha256: string, bytes: Uint8Array): Promise<void> {
    const place = this.#placeOf(sha256);
    const shelf = join(place, '..');
    await mkdir(shelf, { recursive: true, mode: ownFolder });
    const waiting = join(shelf, `${randomUUID()}.part`);
    try {
      const handle = await open(waiting, 'wx', ownFile);
      try {
        await handle.writeFile(bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(waiting, place);
    } catch (error) {
      await rm(waiting, { force: true });
      throw error;
    }
    await keepName(shelf);
  }

  #placeOf(sha256: string): string {
    assert(/^[0-9a-f]{64}$/.test(sha256), 'an attachment is named by its hash');
    return join(this.#folder, sha256.slice(0, 2), sha256);
  }

  async #storing<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined;
      if (typeof code !== 'string') throw error;
      throw new StorageFailure(['ENOSPC', 'EDQUOT'].includes(code) ? 'diskFull' : 'inputOutput', error);
    }
  }
}

/** A new name is on the disk once its folder is; Windows opens no folders and keeps names by itself. */
async function keepName(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

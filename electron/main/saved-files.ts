import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { savedFileExtensions } from '#shared/desktop/desktop-bridge.ts';
import type { SaveFileResult } from '#shared/desktop/desktop-bridge.ts';

/** The files the program wrote since it started; only these can be opened, and none of them is a program. */
export class SavedFiles {
  readonly #fileOfId = new Map<string, string>();

  /** Writes the whole file or nothing under its name. */
  async write(file: string, bytes: Uint8Array): Promise<SaveFileResult> {
    if (!isSafeFileName(path.basename(file))) return { kind: 'failed', reason: 'NAME_REFUSED' };
    const unfinished = path.join(path.dirname(file), `.${randomUUID()}.part`);
    try {
      await writeFile(unfinished, bytes, { flag: 'wx' });
      await rename(unfinished, file);
    } catch (error) {
      await rm(unfinished, { force: true }).catch(() => undefined);
      return { kind: 'failed', reason: reasonOf(error) };
    }
    const savedFileId = randomUUID();
    this.#fileOfId.set(savedFileId, file);
    return { kind: 'saved', savedFileId, fileName: path.basename(file) };
  }

  /** The file behind an id of `write`, or null. */
  fileOf(savedFileId: string): string | null {
    return this.#fileOfId.get(savedFileId) ?? null;
  }
}

/** Whether Windows takes `fileName` as it stands, as one file in the chosen folder, of a kind that cannot be run. */
export function isSafeFileName(fileName: string): boolean {
  const extension = path.extname(fileName).slice(1).toLowerCase();
  const isKnownKind = savedFileExtensions.some((known) => known === extension);
  return (
    isKnownKind && fileName.length <= 180 && !forbiddenCharacters.test(fileName) && !deviceName.test(fileName)
  );
}

const forbiddenCharacters = /[<>:"/\\|?*\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]|^[. ]|[. ]$/;

/** Names that Windows gives to devices, with any extension. */
const deviceName = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])\s*(\.|$)/i;

function reasonOf(error: unknown): 'DISK_FULL' | 'NOT_ALLOWED' | 'UNWRITABLE' {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'DISK_FULL';
  return code === 'EACCES' || code === 'EPERM' || code === 'EROFS' ? 'NOT_ALLOWED' : 'UNWRITABLE';
}

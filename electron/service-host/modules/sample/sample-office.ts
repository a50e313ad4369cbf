import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { refuse } from '#shared/contract/refusals.ts';
import type { Progress } from '#shared/domain/progress.ts';
import { attachmentsIn, booksFileIn } from '../../data-folder.ts';
import { StorageFailure } from '../../database/database.ts';
import type { Clock } from '../../database/clock.ts';
import { openDatabase } from '../../database/open-database.ts';
import { AttachmentStore } from '../../desks/attachments/attachment-store.ts';
import { hashPassword } from '../people/passwords.ts';
import { samplePassword } from './sample.presets.ts';
import { sampleScan } from './sample-scan.ts';
import { loadSample } from './sample.service.ts';

/** The books and attachments of one folder, open. */
export interface OpenOffice<Parts> {
  readonly parts: Parts;
  close(): Promise<void>;
}

/** What the sample needs to know. */
export interface SampleOfficeOptions<Parts> {
  /** A folder of its own in the data folder. */
  readonly folder: string;
  readonly clock: Clock;
  /** Opens the office in a folder. */
  open(folder: string): Promise<OpenOffice<Parts>>;
}

/** How much of a sample: a size, and how many months its story tells when not the usual. */
export type SampleAmount = Pick<Parameters<typeof loadSample>[1], 'size' | 'months'>;

/**
 * The sample, an office of its own in a folder of its own: an SQLite file and attachments, whatever engine keeps the
 * real books. No call can reach both offices, so removing the sample is deleting its folder.
 */
export class SampleOffice<Parts> {
  readonly #folder: string;
  readonly #clock: Clock;
  readonly #open: (folder: string) => Promise<OpenOffice<Parts>>;
  #opened: Promise<OpenOffice<Parts>> | undefined;
  #isLoading = false;
  #isRemoving = false;

  constructor({ folder, clock, open }: SampleOfficeOptions<Parts>) {
    this.#folder = folder;
    this.#clock = clock;
    this.#open = open;
  }

  /** Whether there is a sample, whole. */
  get exists(): boolean {
    return !this.#isRemoving && existsSync(booksFileIn(this.#folder));
  }

  /** Whether a sample is being loaded. */
  get isLoading(): boolean {
    return this.#isLoading;
  }

  /** What the procedures stand on in the sample; opened when it is first asked for. Refuses NO_SAMPLE. */
  async parts(): Promise<Parts> {
    if (!this.exists) refuse('NO_SAMPLE', {});
    this.#opened ??= this.#open(this.#folder).catch((error: unknown) => {
      this.#opened = undefined;
      throw error;
    });
    return (await this.#opened).parts;
  }

  /** The work that loads the sample; claims the place at once. Refuses SAMPLE_EXISTS. */
  loading(amount: SampleAmount): (progress: Progress) => Promise<{ password: string }> {
    if (this.exists || this.#isLoading || this.#isRemoving) refuse('SAMPLE_EXISTS', {});
    this.#isLoading = true;
    return async (progress) => {
      try {
        return await this.#load(amount, progress);
      } finally {
        this.#isLoading = false;
      }
    };
  }

  /** Deletes the folder of the sample, whole or not at all, and nothing else. Refuses NO_SAMPLE. Throws StorageFailure when a file is held. */
  async remove(): Promise<void> {
    if (!this.exists) refuse('NO_SAMPLE', {});
    this.#isRemoving = true;
    try {
      await this.close();
      await storing(() => rm(this.#removed, { recursive: true, force: true }));
      await storing(() => rename(this.#folder, this.#removed));
      await storing(() => rm(this.#removed, { recursive: true, force: true }));
    } finally {
      this.#isRemoving = false;
    }
  }

  /** Closes the sample; it stays. */
  async close(): Promise<void> {
    const opened = this.#opened;
    this.#opened = undefined;
    const office = await opened?.catch(() => undefined);
    await office?.close();
  }

  /** Under another name first: a sample that was cut off while it was loaded is never taken for a whole one. */
  async #load(amount: SampleAmount, progress: Progress): Promise<{ password: string }> {
    for (const left of [this.#unfinished, this.#removed]) rmSync(left, { recursive: true, force: true });
    try {
      mkdirSync(this.#unfinished, { recursive: true });
      const told = await this.#fill(amount, progress);
      await storing(() => rename(this.#unfinished, this.#folder));
      return told;
    } catch (error) {
      rmSync(this.#unfinished, { recursive: true, force: true });
      throw error;
    }
  }

  async #fill(amount: SampleAmount, progress: Progress): Promise<{ password: string }> {
    const folder = this.#unfinished;
    const database = await openDatabase({ engine: 'sqlite', file: booksFileIn(folder) });
    try {
      const passwordHash = await hashPassword(samplePassword);
      const addScan = await sampleScan(new AttachmentStore(attachmentsIn(folder)));
      return await loadSample(database, { ...amount, now: this.#clock(), passwordHash, addScan }, progress);
    } finally {
      await database.close();
    }
  }

  get #unfinished(): string {
    return `${this.#folder}.unfinished`;
  }

  get #removed(): string {
    return `${this.#folder}.removed`;
  }
}

async function storing(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw new StorageFailure('inputOutput', error);
  }
}

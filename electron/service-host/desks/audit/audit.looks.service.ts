import type { Actor } from '#shared/domain/actor.ts';
import { type Look, lookSubject } from '#shared/domain/looks.ts';
import { type LookKind } from '#shared/nouns/index.ts';
import { isRefusal } from '#shared/contract/refusals.ts';
import { StorageFailure, type Database, type WriteTx } from '../../database/database.ts';
import { log } from '../../log.ts';
import { unrecordedLook } from './audit.looks.queries.ts';
import { addEntry } from './audit.service.ts';

/**
 * Keeps on record who looked at what is personal to a customer: the first look of the day at each record. Where nothing can
 * be written, because the disk is full or damage was seen in the books, the look passes and stands in the log alone:
 * whoever has a customer on the telephone needs the file now. Throws StorageFailure for every other reason.
 */
export async function keepLook(database: Database, actor: Actor, look: Look): Promise<void> {
  try {
    await database.write(actor, (tx) => recordLook(tx, look));
  } catch (error) {
    if (!isNothingWritten(error)) throw error;
    log.warn('look not on record', {
      [lookSubject]: `${look.kind} ${look.id}`,
      personId: actor.personId,
    });
  }
}

/** Puts a look on record, unless it is there for this day. */
export async function recordLook(tx: WriteTx, look: Look): Promise<void> {
  // Two windows may have asked at the same moment.
  if ((await unrecordedLook(tx, look)) === undefined) return;
  const { kind, id } = look;
  await addEntry(tx, { act: acts[kind], subjectKind: lookSubject, subjectId: id, after: { kind } });
}

function isNothingWritten(error: unknown): boolean {
  if (isRefusal(error, 'BOOKS_DAMAGED')) return true;
  return error instanceof StorageFailure && error.reason === 'diskFull';
}

const acts: Readonly<Record<LookKind, string>> = {
  customer: 'customers.look',
  contact: 'contacts.look',
  case: 'cases.look',
  unit: 'units.look',
  report: 'reports.look',
};

import type { Moment } from '#shared/domain/days.ts';
import { type Look, lookSubject } from '#shared/domain/looks.ts';
import { type LookKind } from '#shared/nouns/index.ts';
import type { WriteTx } from '../../database/database.ts';
import { unrecordedLook } from './audit.looks.queries.ts';
import { addEntry } from './audit.service.ts';

/**
 * Keeps on record who looked at what is personal to a customer: the first look of the day at each record. `lookedAt` is
 * given for one that could not be written when it happened.
 */
export async function recordLook(tx: WriteTx, look: Look, lookedAt?: Moment): Promise<void> {
  // Two windows may have asked at the same moment.
  if ((await unrecordedLook(tx, look, lookedAt)) === undefined) return;
  const { kind, id } = look;
  const after = { kind, ...(lookedAt === undefined ? {} : { lookedAt }) };
  await addEntry(tx, { act: acts[kind], subjectKind: lookSubject, subjectId: id, after });
}

const acts: Readonly<Record<LookKind, string>> = {
  customer: 'customers.look',
  contact: 'contacts.look',
  case: 'cases.look',
  unit: 'units.look',
  report: 'reports.look',
};

import { type Look, type LookKind, lookSubject } from '#shared/domain/looks.ts';
import type { WriteTx } from '../../database/database.ts';
import { unrecordedLook } from './audit.looks.queries.ts';
import { addEntry } from './audit.service.ts';

/** Keeps on record who looked at what is personal to a customer: the first look of the day at each record. */
export async function recordLook(tx: WriteTx, look: Look): Promise<void> {
  // Two windows may have asked at the same moment.
  if ((await unrecordedLook(tx, look)) === undefined) return;
  const { kind, id } = look;
  await addEntry(tx, { act: acts[kind], subjectKind: lookSubject, subjectId: id, after: { kind } });
}

const acts: Readonly<Record<LookKind, string>> = {
  customer: 'customers.look',
  contact: 'contacts.look',
  case: 'cases.look',
  unit: 'units.look',
  report: 'reports.look',
};

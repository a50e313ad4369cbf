import { and, asc, eq, ne } from 'drizzle-orm';
import { refuse } from '#shared/contract/refusals.ts';
import { newId } from '#shared/domain/ids.ts';
import { partFields, pick } from '#shared/domain/record-fields.ts';
import type { ReadTx, WriteTx } from '../../database/database.ts';
import { among } from '../../database/read-page.ts';
import { recordAudit } from '../audit/audit.service.ts';
import { editRecord } from '../edit-record.ts';
import { indexForSearch } from '../search/search.service.ts';
import { faultsOfLevels, faultsOfSubstitutes } from './parts.rules.ts';
import { keepPartSortKeys, partSortKeys } from './parts.sort-keys.service.ts';
import { parts, partSubstitutes } from './parts.tables.ts';

type PartFields = Readonly<
  Omit<typeof parts.$inferInsert, 'id' | 'createdAt' | 'version' | 'sortName' | 'sortCategory'>
>;

/** Adds a part to the catalogue. Refuses ALREADY_EXISTS for a number in use. */
export async function createPart(tx: WriteTx, input: PartFields) {
  const id = newId<'part'>(tx.now);
  const fields = pick(input, partFields);
  await refuseFaults(tx, id, fields);
  await tx.db.insert(parts).values({ id, ...fields, ...partSortKeys(fields), createdAt: tx.now, version: 1 });
  await recordAudit(tx, { act: 'parts.create', subjectKind: 'part', subjectId: id, after: fields });
  await makeFindable(tx, id, fields);
  return { id, version: 1 };
}

/** Changes a part. Refuses CHANGED_MEANWHILE, and ALREADY_EXISTS for the number of another. */
export async function editPart(
  tx: WriteTx,
  input: PartFields & { readonly id: string; readonly version: number },
) {
  const { id, version } = input;
  const fields = pick(input, partFields);
  await refuseFaults(tx, id, fields);
  const saved = await editRecord(tx, parts, { kind: 'part', act: 'parts.edit', id, version, fields });
  await keepPartSortKeys(tx, id, fields);
  await makeFindable(tx, id, fields);
  return saved;
}

/** Says which parts may be given in place of a part, best first. Refuses CHANGED_MEANWHILE with the part. */
export async function setSubstitutes(
  tx: WriteTx,
  input: { readonly id: string; readonly version: number; readonly substituteIds: readonly string[] },
) {
  const { id: partId, version, substituteIds } = input;
  const issues = faultsOfSubstitutes(partId, substituteIds);
  if (issues.length > 0) refuse('INVALID_INPUT', { issues });
  const known = await tx.db
    .select({ id: parts.id })
    .from(parts)
    .where(among(parts.id, [partId, ...substituteIds]));
  if (known.length !== substituteIds.length + 1) refuse('NOT_FOUND', { kind: 'part' });
  const saved = await editRecord(tx, parts, {
    kind: 'part',
    act: 'parts.setSubstitutes',
    id: partId,
    version,
    fields: {},
    also: { before: { substituteIds: await substituteIdsOf(tx, partId) }, after: { substituteIds } },
  });
  await tx.db.delete(partSubstitutes).where(eq(partSubstitutes.partId, partId));
  for (const [rank, substituteId] of substituteIds.entries()) {
    await tx.db.insert(partSubstitutes).values({ partId, substituteId, rank });
  }
  return saved;
}

async function refuseFaults(tx: ReadTx, id: string, fields: PartFields): Promise<void> {
  const issues = faultsOfLevels(fields);
  if (issues.length > 0) refuse('INVALID_INPUT', { issues });
  const [taken] = await tx.db
    .select({ id: parts.id })
    .from(parts)
    .where(and(eq(parts.number, fields.number), ne(parts.id, id)));
  if (taken) refuse('ALREADY_EXISTS', { field: 'number', value: fields.number });
}

async function substituteIdsOf(tx: ReadTx, partId: string): Promise<readonly string[]> {
  const rows = await tx.db
    .select({ id: partSubstitutes.substituteId })
    .from(partSubstitutes)
    .where(eq(partSubstitutes.partId, partId))
    .orderBy(asc(partSubstitutes.rank));
  return rows.map((row) => row.id);
}

async function makeFindable(tx: WriteTx, id: string, part: PartFields): Promise<void> {
  await indexForSearch(tx, {
    kind: 'part',
    subjectId: id,
    title: `${part.number} ${part.name}`,
    subtitle: [part.specification, part.modelFit].filter((text) => text !== '').join(' · '),
    texts: [part.number, part.name, part.specification, part.makerNumber, part.barcode, part.modelFit],
  });
}

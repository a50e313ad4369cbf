import { asc, eq, or } from 'drizzle-orm';
import { refuse } from '#shared/contract/refusals.ts';
import { newId } from '#shared/domain/ids.ts';
import { partFields, pick } from '#shared/domain/record-fields.ts';
import type { ReadTx, WriteTx } from '../../database/database.ts';
import { among } from '../../database/read-page.ts';
import { recordAudit } from '../../desks/audit/audit.service.ts';
import { editRecord } from '../../desks/edit-record.ts';
import { indexForSearch } from '../../desks/search/search.service.ts';
import { freeKey } from '../taken-code.ts';
import { faultsOfLevels, faultsOfSubstitutes } from './parts.rules.ts';
import { keepPartSortKeys, partSortKeys } from './parts.sort-keys.service.ts';
import { parts, partSubstitutes } from '../../schema/parts.tables.ts';

type PartFields = Readonly<
  Omit<
    typeof parts.$inferInsert,
    'id' | 'createdAt' | 'version' | 'sortName' | 'sortCategory' | 'numberKey' | 'barcodeKey'
  >
>;

/** Adds a part to the catalogue. Refuses CODE_TAKEN for a number or barcode in use. */
export async function createPart(tx: WriteTx, input: PartFields) {
  const id = newId<'part'>(tx.now);
  const fields = pick(input, partFields);
  refuseFaults(fields);
  const keys = await keysOf(tx, fields);
  await tx.db
    .insert(parts)
    .values({ id, ...fields, ...keys, ...partSortKeys(fields), createdAt: tx.now, version: 1 });
  await recordAudit(tx, { act: 'parts.create', subjectKind: 'part', subjectId: id, after: fields });
  await makeFindable(tx, id, fields);
  return { id, version: 1 };
}

/** Changes a part. Refuses CHANGED_MEANWHILE, and CODE_TAKEN for the number or barcode of another. */
export async function editPart(
  tx: WriteTx,
  input: PartFields & { readonly id: string; readonly version: number },
) {
  const { id, version } = input;
  const fields = pick(input, partFields);
  refuseFaults(fields);
  const [before] = await tx.db.select().from(parts).where(eq(parts.id, id));
  const keys = await keysOf(tx, fields, before);
  const saved = await editRecord(tx, parts, {
    kind: 'part',
    act: 'parts.edit',
    id,
    version,
    fields: { ...fields, ...keys },
    secret: ['numberKey', 'barcodeKey'],
  });
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

function refuseFaults(fields: PartFields): void {
  const issues = faultsOfLevels(fields);
  if (issues.length > 0) refuse('INVALID_INPUT', { issues });
}

/** A scan means one part: neither number nor barcode may be the number or the barcode of another. */
async function keysOf(tx: ReadTx, { number, barcode }: PartFields, before?: typeof parts.$inferSelect) {
  const holderOf = async (key: string) => {
    const holders = await tx.db
      .select({ id: parts.id, number: parts.number, name: parts.name })
      .from(parts)
      .where(or(eq(parts.numberKey, key), eq(parts.barcodeKey, key)));
    const other = holders.find(({ id }) => id !== before?.id);
    return other && `${other.number} ${other.name}`;
  };
  const kept = before && {
    number: { code: before.number, key: before.numberKey },
    barcode: { code: before.barcode, key: before.barcodeKey },
  };
  const numberKey = await freeKey({ field: 'number', code: number, before: kept?.number }, holderOf);
  if (barcode === '') return { numberKey, barcodeKey: null };
  const wanted = { field: 'barcode', code: barcode, before: kept?.barcode };
  return { numberKey, barcodeKey: await freeKey(wanted, holderOf) };
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

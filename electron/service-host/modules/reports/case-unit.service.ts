import { refuse } from '#shared/contract/refusals.ts';
import type { WriteTx } from '../../database/database.ts';
import { caseDocument, editCase } from '../cases/cases.service.ts';
import { unitNamed } from '../relations/relations.queries.ts';
import { forgetOtherJudgements } from '../requisitions/lines.service.ts';
import { indexRequisition, requisitionDocument } from '../requisitions/records.service.ts';
import { lastReading, unitSummaries } from '../units/units.queries.ts';
import { unitDocumentsOf, type UnitDocument } from './case-unit.queries.ts';
import { reportDocument } from './report-records.service.ts';
import { indexReport } from './report-search.service.ts';

type CaseInput = Parameters<typeof editCase>[1] & {
  /** Whoever edits knows that documents which name the other unit stay as they are. */
  readonly documentsKept?: boolean | undefined;
};

/**
 * Changes a case, and its drafts follow it to another unit. What was submitted, finished or judged for the other unit stays
 * as it is: refuses UNIT_IN_DOCUMENTS with the numbers, unless `documentsKept` says that this is known. Refuses as editCase
 * does. Answers which drafts followed and which documents name the other unit.
 */
export async function editCaseWithDrafts(tx: WriteTx, input: CaseInput) {
  const before = await caseDocument.toAct(tx, 'edit', input);
  if (before.unitId === input.unitId) return { ...(await editCase(tx, input)), followed: [], kept: [] };
  const documents = await unitDocumentsOf(tx, input.id);
  const drafts = documents.filter(({ state }) => state === 'draft');
  const kept = documents.filter(
    ({ state, unitId }) => state !== 'draft' && unitId !== null && unitId !== input.unitId,
  );
  const [first] = kept;
  if (first && input.documentsKept !== true) {
    const { name } = await unitNamed(tx, first.unitId ?? '');
    refuse('UNIT_IN_DOCUMENTS', { unit: name, numbers: kept.map(({ number }) => number) });
  }
  const saved = await editCase(tx, input);
  for (const draft of drafts) await followCase(tx, draft, input.unitId);
  return { ...saved, followed: drafts.map(told), kept: kept.map(told) };
}

async function followCase(tx: WriteTx, draft: UnitDocument, unitId: string | null): Promise<void> {
  if (draft.kind === 'requisition') await requisitionFollows(tx, draft.id, unitId);
  if (draft.kind === 'report') await reportFollows(tx, draft.id, unitId);
}

/** A judgement of the other unit says nothing of this one, and its line loses it. */
async function requisitionFollows(tx: WriteTx, id: string, unitId: string | null): Promise<void> {
  const found = await requisitionDocument.find(tx, id);
  const unjudged = await forgetOtherJudgements(tx, id, unitId);
  await requisitionDocument.change(tx, found, 'followCase', { unitId }, { before: {}, after: { unjudged } });
  await indexRequisition(tx, id);
}

/** A reading that was filled in from the other unit makes room for that of this one; what somebody typed stays. */
async function reportFollows(tx: WriteTx, id: string, unitId: string | null): Promise<void> {
  const found = await reportDocument.find(tx, id);
  const [old] = found.unitId === null ? [] : await unitSummaries(tx, [found.unitId], found.createdAt);
  const next = unitId === null ? undefined : await lastReading(tx, unitId);
  const isPreset = (['mileageKm', 'operatingHours'] as const).every(
    (counter) => found[counter] === (old?.last?.[counter] ?? null),
  );
  const reading = { mileageKm: next?.mileageKm ?? null, operatingHours: next?.operatingHours ?? null };
  await reportDocument.change(tx, found, 'followCase', { unitId, ...(isPreset ? reading : {}) });
  await indexReport(tx, id);
}

function told({ kind, id, number }: UnitDocument) {
  return { kind, id, number };
}

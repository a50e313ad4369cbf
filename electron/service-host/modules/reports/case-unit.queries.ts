import type { ReadTx } from '../../database/database.ts';
import { requisitionsOfCase } from '../requisitions/requisitions.case-documents.queries.ts';
import { judgementsOfCase } from '../warranty/warranty.case-documents.queries.ts';
import { reportsOfCase } from './reports.case-documents.queries.ts';

/** A document of a case that names a unit. */
export interface UnitDocument {
  readonly kind: 'requisition' | 'report' | 'judgement';
  readonly id: string;
  readonly number: string;
  readonly state: string;
  readonly unitId: string | null;
}

/** The documents of a case that name a unit or could name one, in the order of time; none that are void. */
export async function unitDocumentsOf(tx: ReadTx, caseId: string): Promise<readonly UnitDocument[]> {
  const judgements = await judgementsOfCase.of(tx, caseId);
  const drawn = await requisitionsOfCase.of(tx, caseId);
  const reports = await reportsOfCase.of(tx, caseId);
  const documents: readonly UnitDocument[] = [
    ...judgements.map((row) => named('judgement', { ...row, state: 'judged' })),
    ...drawn.map((row) => named('requisition', row)),
    ...reports.map((row) => named('report', row)),
  ];
  return documents.filter(({ state: now }) => now !== 'void');
}

function named(
  kind: UnitDocument['kind'],
  { id, number, state, unitId }: Omit<UnitDocument, 'kind'>,
): UnitDocument {
  return { kind, id, number, state, unitId };
}

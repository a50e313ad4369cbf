import { and, asc, eq, ne, or } from 'drizzle-orm';
import { refuse } from '#shared/contract/refusals.ts';
import type { ReadTx } from '../../database/database.ts';
import { among } from '../../database/read-page.ts';
import { paper, type PaperFacts } from '../../desks/papers/paper.ts';
import { oldPartTagPaper, type OldPartTagPaper } from '../../printing/documents/old-part-tag.ts';
import { casesNamed } from '../cases/cases.named.queries.ts';
import { oldParts } from '../../schema/old-parts.tables.ts';
import { partsNamed } from '../parts/parts.named.queries.ts';
import { issueLines } from '../../schema/requisitions.tables.ts';
import { accountsNamed } from '../stock/accounts.named.queries.ts';
import { unitSummaries } from '../units/units.queries.ts';
import { tagQrText } from './old-parts.rules.ts';

/** The tags of an issue slip, of a whole requisition, or a single one, each a label of its own. */
export const oldPartTag = paper('old-part-tag', { of: 'oldPart', facts: tagFacts, draw: oldPartTagPaper });

async function tagFacts(tx: ReadTx, id: string): Promise<PaperFacts<OldPartTagPaper>> {
  const ofIssue = await tx.db
    .select({ id: issueLines.id })
    .from(issueLines)
    .where(eq(issueLines.issueId, id));
  const rows = await tx.db
    .select()
    .from(oldParts)
    .where(
      and(
        ne(oldParts.state, 'waived'),
        or(
          eq(oldParts.id, id),
          eq(oldParts.requisitionId, id),
          among(
            oldParts.issueLineId,
            ofIssue.map((line) => line.id),
          ),
        ),
      ),
    )
    .orderBy(asc(oldParts.number));
  const first = rows[0] ?? refuse('NOT_FOUND', { kind: 'oldPart' });
  const units = await unitsAsTagged(tx, rows);
  const part = await partsNamed(
    tx,
    rows.map((tag) => tag.partId),
  );
  const holder = await accountsNamed(
    tx,
    rows.map((tag) => tag.holderAccountId),
  );
  const found = await casesNamed(
    tx,
    rows.map((tag) => tag.caseId),
  );
  const tags = rows.map((tag) => {
    const { number: caseNumber } = found(tag.caseId);
    const { number: partNumber, name: partName, unitOfMeasure: unitName } = part(tag.partId);
    const unit = units.get(tag.id);
    const mileageKm = unit?.last?.mileageKm ?? undefined;
    const operatingHours = unit?.last?.operatingHours ?? undefined;
    const reading =
      mileageKm === undefined ? (operatingHours === undefined ? '' : `${operatingHours}h`) : `${mileageKm}km`;
    return {
      number: tag.number,
      caseNumber,
      partNumber,
      partName,
      quantity: tag.quantity,
      unitName,
      fault: tag.fault,
      holderName: holder(tag.holderAccountId).name,
      dueDay: tag.dueDay,
      plate: unit?.plate ?? '',
      model: unit?.productCode ?? '',
      serialNumber: unit?.serialNumber ?? '',
      mileageKm,
      operatingHours,
      qrText: tagQrText({ number: tag.number, caseNumber, reading, fault: tag.fault }),
    };
  });
  return { data: { tags }, number: first.number, contentHash: '' };
}

/** The unit of each tag, its counters as they were when the tag was written; the tags of one issue are asked for at once. */
async function unitsAsTagged(tx: ReadTx, tags: readonly (typeof oldParts.$inferSelect)[]) {
  const units = new Map<string, Awaited<ReturnType<typeof unitSummaries>>[number]>();
  for (const at of new Set(tags.map((tag) => tag.createdAt))) {
    const together = tags.filter((tag) => tag.createdAt === at);
    const ids = [...new Set(together.flatMap((tag) => tag.unitId ?? []))];
    const found = await unitSummaries(tx, ids, at);
    for (const tag of together) {
      const unit = found.find(({ id }) => id === tag.unitId);
      if (unit) units.set(tag.id, unit);
    }
  }
  return units;
}

import { and, desc, eq, inArray, ne, or } from 'drizzle-orm';
import { dayOf, daysBetween } from '#shared/domain/days.ts';
import type { OldPartState } from '#shared/nouns/old-part.card.ts';
import type { ReadTx } from '../../database/database.ts';
import { among } from '../../database/read-page.ts';
import { casesNamed } from '../cases/cases.named.queries.ts';
import { tagsOfIssueLines } from '../old-parts/old-parts.queries.ts';
import { mostOpenTagState } from '../old-parts/old-parts.rules.ts';
import {
  clearings,
  issueLines,
  issues,
  requisitionLines,
  requisitions,
} from '../../schema/requisitions.tables.ts';

/** When a part was given for the unit before, for which case, and whether the old one came back. */
export interface EarlierReplacement {
  readonly at: number;
  readonly daysAgo: number;
  readonly caseNumber: string;
  readonly oldPartState: OldPartState | null;
}

/** Issues looked through for one unit; a unit with more than that many has its latest among them. */
const issuesLookedThrough = 200;

/** The last time each of these parts, or something in its place, went into the same unit on another requisition. */
export async function earlierReplacements(
  tx: ReadTx,
  requisition: { readonly id: string; readonly unitId: string | null },
  partIds: readonly string[],
): Promise<ReadonlyMap<string, EarlierReplacement>> {
  if (requisition.unitId === null || partIds.length === 0) return new Map();
  const given = await givenForUnit(tx, requisition.unitId, requisition.id, partIds);
  const found = new Map<string, (typeof given)[number]>();
  for (const partId of partIds) {
    const newest = given.find((row) => row.partId === partId || row.askedPartId === partId);
    if (newest) found.set(partId, newest);
  }
  const tags = await tagsOfIssueLines(
    tx,
    [...found.values()].map((row) => row.issueLineId),
  );
  const caseOf = await casesNamed(
    tx,
    [...found.values()].map((row) => row.caseId),
  );
  const today = dayOf(tx.now);
  return new Map(
    [...found].map(([partId, { at, caseId, issueLineId }]) => [
      partId,
      {
        at,
        daysAgo: daysBetween(dayOf(at), today),
        caseNumber: caseOf(caseId).number,
        oldPartState: mostOpenTagState(tags.get(issueLineId) ?? []),
      },
    ]),
  );
}

/** What was issued for a unit and did not come back unused, newest first. */
async function givenForUnit(tx: ReadTx, unitId: string, exceptId: string, partIds: readonly string[]) {
  const rows = await tx.db
    .select({
      partId: issueLines.partId,
      askedPartId: requisitionLines.partId,
      issueLineId: issueLines.id,
      quantity: issueLines.quantity,
      at: issues.at,
      caseId: requisitions.caseId,
    })
    .from(requisitions)
    .innerJoin(requisitionLines, eq(requisitionLines.requisitionId, requisitions.id))
    .innerJoin(issueLines, eq(issueLines.requisitionLineId, requisitionLines.id))
    .innerJoin(issues, eq(issues.id, issueLines.issueId))
    .where(
      and(
        eq(requisitions.unitId, unitId),
        ne(requisitions.id, exceptId),
        or(inArray(issueLines.partId, [...partIds]), inArray(requisitionLines.partId, [...partIds])),
      ),
    )
    .orderBy(desc(issues.at), desc(issueLines.id))
    .limit(issuesLookedThrough);
  const unused = await unusedQuantities(
    tx,
    rows.map((row) => row.issueLineId),
  );
  return rows.filter((row) => (unused.get(row.issueLineId) ?? 0) < row.quantity);
}

async function unusedQuantities(
  tx: ReadTx,
  issueLineIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.db
    .select({ issueLineId: clearings.issueLineId, quantity: clearings.quantity })
    .from(clearings)
    .where(and(among(clearings.issueLineId, issueLineIds), ne(clearings.kind, 'installed')));
  const unused = new Map<string, number>();
  for (const row of rows) unused.set(row.issueLineId, (unused.get(row.issueLineId) ?? 0) + row.quantity);
  return unused;
}

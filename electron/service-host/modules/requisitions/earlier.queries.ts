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

/** A requisition, and the parts on it. */
export interface RequestedParts {
  readonly id: string;
  readonly unitId: string | null;
  readonly partIds: readonly string[];
}

/** Issues looked through for each unit; a unit with more than that many has its latest among them. */
const issuesLookedThrough = 200;

/**
 * The last time each of these parts, or something in its place, went into the same unit on another requisition, by the id of
 * the requisition and then of the part. All requisitions are asked for at once.
 */
export async function earlierReplacements(
  tx: ReadTx,
  requested: readonly RequestedParts[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, EarlierReplacement>>> {
  const given = await givenForUnits(tx, requested);
  const found = requested.flatMap(({ id, unitId, partIds }) => {
    const own = given.filter((row) => row.unitId === unitId && row.requisitionId !== id);
    return partIds.flatMap((partId) => {
      const newest = own.find((row) => row.partId === partId || row.askedPartId === partId);
      return newest ? [{ ...newest, id, ofPartId: partId }] : [];
    });
  });
  const tags = await tagsOfIssueLines(
    tx,
    found.map((row) => row.issueLineId),
  );
  const caseOf = await casesNamed(
    tx,
    found.map((row) => row.caseId),
  );
  const today = dayOf(tx.now);
  const earlier = new Map<string, Map<string, EarlierReplacement>>();
  for (const { id, ofPartId, at, caseId, issueLineId } of found) {
    const own = earlier.get(id) ?? new Map<string, EarlierReplacement>();
    earlier.set(id, own);
    own.set(ofPartId, {
      at,
      daysAgo: daysBetween(dayOf(at), today),
      caseNumber: caseOf(caseId).number,
      oldPartState: mostOpenTagState(tags.get(issueLineId) ?? []),
    });
  }
  return earlier;
}

/** What was issued for the units of these requisitions and did not come back unused, newest first. */
async function givenForUnits(tx: ReadTx, requested: readonly RequestedParts[]) {
  const unitIds = [...new Set(requested.flatMap(({ unitId }) => (unitId === null ? [] : [unitId])))];
  const partIds = [...new Set(requested.flatMap((one) => one.partIds))];
  if (unitIds.length === 0 || partIds.length === 0) return [];
  const rows = await tx.db
    .select({
      requisitionId: requisitions.id,
      unitId: requisitions.unitId,
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
        inArray(requisitions.unitId, unitIds),
        or(inArray(issueLines.partId, partIds), inArray(requisitionLines.partId, partIds)),
      ),
    )
    .orderBy(desc(issues.at), desc(issueLines.id))
    .limit(issuesLookedThrough * unitIds.length);
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

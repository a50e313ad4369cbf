import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm';
import type { DecisionWarning } from '#shared/domain/decision-kinds.ts';
import type { Verdict } from '#shared/domain/states.ts';
import { actOf } from '#shared/nouns/index.ts';
import { refuse } from '#shared/contract/refusals.ts';
import type { ReadTx } from '../../database/database.ts';
import { among } from '../../database/read-page.ts';
import type { Waiting, WaitingTold } from '../../desks/decisions/decision.ts';
import { customers } from '../../schema/customers.tables.ts';
import { cases } from '../../schema/cases.tables.ts';
import { parts } from '../../schema/parts.tables.ts';
import { requisitionLines, requisitions } from '../../schema/requisitions.tables.ts';
import { stockAccounts } from '../../schema/stock.tables.ts';
import { units } from '../../schema/units.tables.ts';
import { warrantyJudgements } from '../../schema/warranty.tables.ts';
import { availableQuantities } from '../stock/stock.queries.ts';
import { concernedPeople, peopleOf } from './concerned.queries.ts';
import { earlierReplacements, type EarlierReplacement } from './earlier.queries.ts';
import { listHolders } from './holders.queries.ts';
import { worstVerdict } from './requisitions.rules.ts';

/** Requisitions that wait for an approval, the oldest first. */
export async function waitingRequisitions(tx: ReadTx, limit: number): Promise<readonly Waiting[]> {
  const rows = await withHolder(tx)
    .where(eq(requisitions.state, 'submitted'))
    .orderBy(asc(requisitions.createdAt), asc(requisitions.id))
    .limit(limit);
  return rows.map(({ requisition, holderId }) => {
    const { submittedBy, submittedAt, createdAt } = requisition;
    return waiting(requisition, {
      askedBy: submittedBy,
      askedAt: submittedAt ?? createdAt,
      concerned: peopleOf(requisition, holderId),
    });
  });
}

/** Requisitions for which somebody asked a leader to let a holder over the limit draw, the oldest request first. */
export async function waitingAllowances(tx: ReadTx, limit: number): Promise<readonly Waiting[]> {
  const rows = await withHolder(tx)
    .where(
      and(
        isNotNull(requisitions.allowAskedAt),
        isNull(requisitions.allowedBy),
        among(requisitions.state, actOf('requisition', 'allowOverLimit').from),
      ),
    )
    .orderBy(asc(requisitions.allowAskedAt), asc(requisitions.id))
    .limit(limit);
  return rows.map(({ requisition, holderId }) => {
    const { allowAskedBy, allowAskedAt, createdAt } = requisition;
    return waiting(requisition, {
      askedBy: allowAskedBy,
      askedAt: allowAskedAt ?? createdAt,
      concerned: [...peopleOf(requisition, holderId), allowAskedBy],
    });
  });
}

/** Everybody whom a requisition concerns. Refuses NOT_FOUND. */
export async function concernedOfRequisition(tx: ReadTx, id: string): Promise<readonly (string | null)[]> {
  const [found] = await tx.db.select().from(requisitions).where(eq(requisitions.id, id));
  if (!found) return refuse('NOT_FOUND', { kind: 'requisition' });
  return [...(await concernedPeople(tx, found)), found.allowAskedBy];
}

/** The versions that these requisitions have now. */
export async function requisitionVersions(
  tx: ReadTx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.db
    .select({ id: requisitions.id, version: requisitions.version })
    .from(requisitions)
    .where(among(requisitions.id, ids));
  return new Map(rows.map(({ id, version }) => [id, version]));
}

/** What a row says of each of these requisitions: parts, unit, holder and the reason of a request; and what stands out. */
export async function tellRequisitions(
  tx: ReadTx,
  waitingNow: readonly Waiting[],
): Promise<ReadonlyMap<string, WaitingTold>> {
  const ids = waitingNow.map(({ id }) => id);
  const rows = await tx.db
    .select({
      id: requisitions.id,
      unitId: requisitions.unitId,
      holderAccountId: requisitions.holderAccountId,
      allowedBy: requisitions.allowedBy,
      allowAskReason: requisitions.allowAskReason,
      holderName: stockAccounts.name,
      plate: units.plate,
      serialNumber: units.serialNumber,
      customerName: customers.name,
    })
    .from(requisitions)
    .innerJoin(stockAccounts, eq(stockAccounts.id, requisitions.holderAccountId))
    .leftJoin(units, eq(units.id, requisitions.unitId))
    .leftJoin(cases, eq(cases.id, requisitions.caseId))
    .leftJoin(customers, eq(customers.id, cases.customerId))
    .where(among(requisitions.id, ids));
  const lines = Map.groupBy(await linesOf(tx, ids), (line): string => line.requisitionId);
  const everyPart = [...new Set([...lines.values()].flat().map((line): string => line.partId))];
  const available = await availableQuantities(tx, everyPart);
  const stopped = new Set(
    (await listHolders(tx)).filter(({ overLimit }) => overLimit).map(({ accountId }): string => accountId),
  );
  const earlier = await earlierReplacements(
    tx,
    rows.map(({ id, unitId }) => ({
      id,
      unitId,
      partIds: (lines.get(id) ?? []).map((line): string => line.partId),
    })),
  );
  const told = new Map<string, WaitingTold>();
  for (const row of rows) {
    const own = lines.get(row.id) ?? [];
    const verdict = worstVerdict(own.map((line): Verdict | null => line.overruled ?? line.verdict));
    const isShort = own.some(({ partId, quantity }) => (available.get(partId) ?? 0) < quantity);
    const warnings: readonly [DecisionWarning, boolean][] = [
      ['notCovered', verdict === 'notCovered'],
      ['undecidedCover', verdict === 'undecided'],
      ['overLimit', row.allowedBy === null && stopped.has(row.holderAccountId)],
      ['replacedEarlier', [...(earlier.get(row.id)?.values() ?? [])].some(isRemarkable)],
      ['stockShort', isShort],
    ];
    const [first = '', ...more] = own.map(({ partName }) => partName);
    const unit = row.plate || row.serialNumber || row.customerName;
    told.set(row.id, {
      summary: [
        more.length === 0 ? first : `${first} +${more.length}`,
        unit,
        row.holderName,
        row.allowAskReason,
      ]
        .filter(Boolean)
        .join(' · '),
      warnings: warnings.flatMap(([warning, stands]) => (stands ? [warning] : [])),
    });
  }
  return told;
}

/** A part replaced again within so many days, or whose old part is still due, is worth a second look. */
const againWithinDays = 30;
const isRemarkable = ({ daysAgo, oldPartState }: EarlierReplacement) =>
  daysAgo <= againWithinDays || oldPartState === 'due';

type Requisition = typeof requisitions.$inferSelect;

function waiting(
  { id, version, number, amountFen }: Requisition,
  asked: Pick<Waiting, 'askedBy' | 'askedAt' | 'concerned'>,
): Waiting {
  return { id, version, recordId: id, number, amountFen, ...asked };
}

function withHolder(tx: ReadTx) {
  return tx.db
    .select({ requisition: requisitions, holderId: stockAccounts.personId })
    .from(requisitions)
    .innerJoin(stockAccounts, eq(stockAccounts.id, requisitions.holderAccountId));
}

async function linesOf(tx: ReadTx, ids: readonly string[]) {
  return tx.db
    .select({
      requisitionId: requisitionLines.requisitionId,
      partId: requisitionLines.partId,
      quantity: requisitionLines.quantity,
      partName: parts.name,
      verdict: warrantyJudgements.verdict,
      overruled: warrantyJudgements.overruledVerdict,
    })
    .from(requisitionLines)
    .innerJoin(parts, eq(parts.id, requisitionLines.partId))
    .leftJoin(warrantyJudgements, eq(warrantyJudgements.id, requisitionLines.judgementId))
    .where(among(requisitionLines.requisitionId, ids))
    .orderBy(asc(requisitionLines.position));
}

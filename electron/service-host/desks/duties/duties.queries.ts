import { and, asc, desc, eq, gt, isNull, lt, lte, or, sql, type SQL } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Page } from '#shared/contract/lists.ts';
import { refuse } from '#shared/contract/refusals.ts';
import type { DutyKind, DutyOutcome, DutyScope, DutyState } from '#shared/domain/duties.ts';
import type { ReadTx } from '../../database/database.ts';
import { among, cursorOf, readPage, type PageInput } from '../../database/read-page.ts';
import { duties } from '../../schema/duties.tables.ts';
import { people } from '../../schema/people.tables.ts';
import { maySee } from '../may-see.ts';
import type { Duties } from './duty.ts';

/** The outcomes that count against what a record owes. */
export const covering = ['open', 'waived'] as const satisfies readonly DutyOutcome[];

/** What is read of a duty to hold it against what its record owes. */
export const heldFields = {
  id: duties.id,
  subjectId: duties.subjectId,
  round: duties.round,
  ownerId: duties.ownerId,
  dueAt: duties.dueAt,
  pausedAt: duties.pausedAt,
  outcome: duties.outcome,
};

export interface DutyFilter {
  readonly scope: DutyScope;
  readonly state: DutyState;
  readonly kind?: DutyKind | undefined;
}
type ListInput = PageInput<'dueAt'> & { readonly filter: DutyFilter };

/**
 * A page of duties. Open ones are sought along one index that holds all that is asked of them; of the many that have ended,
 * each team's are read along its own. Refuses NOT_PERMITTED where somebody asks for everybody's without leading.
 */
export async function listDuties(tx: ReadTx, roll: Duties, input: ListInput): Promise<Page<ListedDuty>> {
  const { scope, state, kind } = input.filter;
  if (scope === 'all' && !tx.actor.permissions.has('duties.lead'))
    refuse('NOT_PERMITTED', { permission: 'duties.lead' });
  const isOpen = state === 'open' || state === 'late';
  const where = [
    eq(duties.outcome, isOpen ? 'open' : state),
    state === 'late' ? isLate(tx) : undefined,
    kind === undefined ? undefined : eq(duties.kind, kind),
  ];
  const teams = teamsOf(tx, roll);
  if (scope === 'team' && !isOpen && teams.length > 1) return pageOfTeams(tx, roll, input, { where, teams });
  const whose = {
    mine: isOpen ? mustSee(tx, roll) : eq(duties.ownerId, tx.actor.personId ?? ''),
    team: among(duties.team, teams),
    all: undefined,
  };
  return readPage(tx, input, {
    from: duties,
    id: duties.id,
    sorts: { dueAt: duties.dueAt },
    where: [...where, whose[scope]],
    rows: (ids) => dutyRows(tx, roll, ids),
    idOf: (row) => row.id,
  });
}

/** What several teams have done, in one order: read for each along its own index, however much the others have. */
async function pageOfTeams(
  tx: ReadTx,
  roll: Duties,
  { sort, after, limit }: ListInput,
  { where, teams }: { readonly where: readonly (SQL | undefined)[]; readonly teams: readonly string[] },
): Promise<Page<ListedDuty>> {
  const order = sort.descending ? desc : asc;
  const [key, lastId] = after === undefined ? [] : cursorOf(after);
  const side = sort.descending ? sql.raw('<') : sql.raw('>');
  const beyond =
    after === undefined ? undefined : sql`(${duties.dueAt}, ${duties.id}) ${side} (${key}, ${lastId})`;
  const found = [];
  for (const team of teams)
    found.push(
      ...(await tx.db
        .select({ id: duties.id, dueAt: duties.dueAt })
        .from(duties)
        .where(and(eq(duties.team, team), ...where, beyond))
        .orderBy(order(duties.dueAt), order(duties.id))
        .limit(limit + 1)),
    );
  const sign = sort.descending ? -1 : 1;
  const shown = found
    .toSorted((one, other) => sign * (one.dueAt - other.dueAt || (one.id < other.id ? -1 : 1)))
    .slice(0, limit);
  const last = shown.at(-1);
  const rows = await dutyRows(
    tx,
    roll,
    shown.map(({ id }) => id),
  );
  const byId = new Map(rows.map((row): [string, ListedDuty] => [row.id, row]));
  return {
    rows: shown.flatMap(({ id }) => byId.get(id) ?? []),
    next: found.length > limit && last ? JSON.stringify([last.dueAt, last.id]) : null,
  };
}

export type ListedDuty = Awaited<ReturnType<typeof dutyRows>>[number];

/** The open duties that press a person most, the first due first. The teams are those of the caller. */
export async function urgentDuties(
  tx: ReadTx,
  roll: Duties,
  personId: string | null,
  limit: number,
): Promise<readonly ListedDuty[]> {
  const found = await tx.db
    .select({ id: duties.id })
    .from(duties)
    .where(and(eq(duties.outcome, 'open'), mustSee(tx, roll, personId)))
    .orderBy(asc(duties.dueAt), asc(duties.id))
    .limit(limit);
  const rows = await dutyRows(
    tx,
    roll,
    found.map(({ id }) => id),
  );
  return rows.toSorted((one, other) => one.dueAt - other.dueAt);
}

/** How many duties somebody must see to, how many of them are late, and which fall due next, for the bell of their page. */
export async function dutyCounters(tx: ReadTx, roll: Duties) {
  const [counted] = await tx.db
    .select({
      openCount: sql<number>`cast(count(*) as bigint)`,
      lateCount: sql<number>`cast(coalesce(sum(case when ${isLate(tx)} then 1 else 0 end), 0) as bigint)`,
    })
    .from(duties)
    .where(and(eq(duties.outcome, 'open'), mustSee(tx, roll)));
  const next = await tx.db
    .select({ id: duties.id })
    .from(duties)
    .where(
      and(
        eq(duties.outcome, 'open'),
        gt(duties.dueAt, tx.now - heardMs),
        lt(duties.dueAt, tx.now + aheadMs),
        isNull(duties.pausedAt),
        mustSee(tx, roll),
      ),
    )
    .orderBy(asc(duties.dueAt))
    .limit(nextAtMost);
  const rows = await dutyRows(
    tx,
    roll,
    next.map(({ id }) => id),
  );
  return {
    openCount: counted?.openCount ?? 0,
    lateCount: counted?.lateCount ?? 0,
    next: rows
      .toSorted((one, other) => one.dueAt - other.dueAt)
      .map(({ id, kind, number, dueAt }) => ({ id, kind, number, dueAt })),
  };
}

/** A page that slept a little still tells what fell due meanwhile. */
const heardMs = 10 * 60_000;
const aheadMs = 24 * 3_600_000;
const nextAtMost = 20;

/** What somebody must see to: their own, what nobody else of their team owes, what was told to the team or to those who lead. */
function mustSee(tx: ReadTx, roll: Duties, personId: string | null = tx.actor.personId): SQL | undefined {
  const { permissions } = tx.actor;
  const reached = (moment: SQLiteColumn) => and(lte(moment, tx.now), isNull(duties.pausedAt));
  const ofTeam = and(
    among(duties.team, teamsOf(tx, roll)),
    or(isNull(duties.ownerId), reached(duties.teamAt)),
  );
  return or(
    eq(duties.ownerId, personId ?? ''),
    ofTeam,
    permissions.has('duties.lead') ? reached(duties.leaderAt) : undefined,
  );
}

function isLate(tx: ReadTx): SQL {
  return sql`(${duties.dueAt} < ${tx.now} and ${duties.pausedAt} is null)`;
}

/** The teams that somebody is of: the permissions among those of the roll that they hold. */
function teamsOf(tx: ReadTx, roll: Duties): readonly string[] {
  const teams = new Set(Object.values(roll).map(({ team }) => team));
  return [...teams].filter((team) => tx.actor.permissions.has(team));
}

/** Duties with these ids, as every list shows them. */
async function dutyRows(tx: ReadTx, roll: Duties, ids: readonly string[]) {
  const rows = await tx.db
    .select({ duty: duties, ownerName: people.name })
    .from(duties)
    .leftJoin(people, eq(people.id, duties.ownerId))
    .where(among(duties.id, ids));
  const named = new Map<string, { readonly number: string; readonly about: string }>();
  // Kinds of one noun name its records alike, and are asked together.
  for (const [naming, of] of Map.groupBy(rows, ({ duty }) => roll[duty.kind].named)) {
    const [first] = of;
    // What a record is called tells as much as the record.
    if (!first || !maySee(tx.actor, roll[first.duty.kind].of)) continue;
    const subjects = await naming(tx, [...new Set(of.map(({ duty }): string => duty.subjectId))]);
    for (const { duty } of of) named.set(duty.id, subjects.get(duty.subjectId) ?? unnamed);
  }
  return rows.map(({ duty, ownerName }) => {
    const { id, kind, subjectId, ownerId, openedAt, dueAt, outcome, settledAt, reason, version } = duty;
    const isOpen = outcome === 'open';
    return {
      ...(named.get(id) ?? unnamed),
      id,
      kind,
      subjectKind: roll[kind].of,
      subjectId,
      ownerId,
      ownerName: ownerName ?? '',
      team: roll[kind].team,
      openedAt,
      dueAt,
      isPaused: duty.pausedAt !== null,
      state: isOpen && duty.pausedAt === null && dueAt < tx.now ? ('late' as const) : outcome,
      settledAt,
      reason,
      version,
    };
  });
}

const unnamed = { number: '', about: '' };

/** Whether an open duty fell due, or was told to the team or to those who lead, after one moment and up to another. */
export async function crossedBetween(tx: ReadTx, after: number, until: number): Promise<boolean> {
  if (until <= after) return false;
  const crossed = (moment: SQLiteColumn) => and(gt(moment, after), lte(moment, until));
  const [found] = await tx.db
    .select({ id: duties.id })
    .from(duties)
    .where(
      and(
        eq(duties.outcome, 'open'),
        or(crossed(duties.dueAt), crossed(duties.teamAt), crossed(duties.leaderAt)),
      ),
    )
    .limit(1);
  return found !== undefined;
}

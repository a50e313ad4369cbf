import { and, asc, eq, gte, isNull, lte } from 'drizzle-orm';
import { dayOf } from '#shared/domain/days.ts';
import { type Permission } from '#shared/nouns/index.ts';
import type { RoleCode } from '#shared/domain/roles.ts';
import { refuse } from '#shared/contract/refusals.ts';
import type { ReadTx } from '../../database/database.ts';
import { given, statement } from '../../database/statement.ts';
import { withFindable } from '../../desks/search/search-text.ts';
import { sortedByName } from '../sort-key.ts';
import { permissionsWithLent } from './people.rules.ts';
import { rightsNow } from './roles.queries.ts';
import { deputies, people } from '../../schema/people.tables.ts';

/** Everybody, active first, by name. */
export async function listPeople(tx: ReadTx) {
  const rows = await tx.db
    .select({
      id: people.id,
      signInName: people.signInName,
      name: people.name,
      roles: people.roles,
      active: people.active,
      version: people.version,
    })
    .from(people);
  return withFindable(sortedByName(rows, true), ({ name, signInName }) => [name, signInName])
    .map((row) => ({ ...row, roles: [...row.roles] }))
    .toSorted((one, other) => Number(other.active) - Number(one.active));
}

/** The person signed in, as their page needs to know them; with what is lent to them today, as the host itself decides. */
export async function sessionPerson(tx: ReadTx, personId: string) {
  const [person] = await tx.db.select().from(people).where(eq(people.id, personId));
  if (!person) return refuse('NOT_SIGNED_IN', {});
  const { name, signInName, roles, pinHash } = person;
  const lentBy = await rolesLentTo(tx, personId);
  return {
    personId: person.id,
    name,
    signInName,
    roles: [...roles],
    permissions: [...permissionsWithLent(await rightsNow(tx), roles, lentBy)],
    hasPin: pinHash !== null,
  };
}

/** The sign-in name of somebody, for the rules of their password; empty when there is no such person. */
export async function signInNameOf(tx: ReadTx, personId: string): Promise<string> {
  const [person] = await tx.db
    .select({ signInName: people.signInName })
    .from(people)
    .where(eq(people.id, personId));
  return person?.signInName ?? '';
}

/** Active people and whether they can take over by PIN. */
export async function listColleagues(tx: ReadTx) {
  const rows = await tx.db.select().from(people).where(eq(people.active, true));
  return withFindable(sortedByName(rows, true), ({ name, signInName }) => [name, signInName]).map(
    ({ id, name, pinHash, findable }) => ({ personId: id, name, hasPin: pinHash !== null, findable }),
  );
}

/** Names by id, for papers and lists. */
export async function personNames(tx: ReadTx): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.db.select({ id: people.id, name: people.name }).from(people);
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** Deputies named for today or later. */
export async function listDeputies(tx: ReadTx) {
  const rows = await tx.db
    .select({
      id: deputies.id,
      personId: deputies.personId,
      deputyId: deputies.deputyId,
      fromDay: deputies.fromDay,
      untilDay: deputies.untilDay,
    })
    .from(deputies)
    .where(and(isNull(deputies.endedAt), gte(deputies.untilDay, dayOf(tx.now))))
    .orderBy(asc(deputies.fromDay));
  const names = await personNames(tx);
  return rows.map((row) => ({
    ...row,
    personName: names.get(row.personId) ?? '',
    deputyName: names.get(row.deputyId) ?? '',
  }));
}

/** The roles of each active person for whom this one stands in today. */
export async function rolesLentTo(tx: ReadTx, personId: string): Promise<readonly (readonly RoleCode[])[]> {
  const rows = await tx.run(findLentRoles, { personId, today: dayOf(tx.now) });
  return rows.map(({ roles }) => roles);
}

/** Those active people who hold the permission by a role of their own and for whom this person stands in today. */
export async function deputisedPeople(
  tx: ReadTx,
  personId: string,
  permission: Permission,
): Promise<string[]> {
  const today = dayOf(tx.now);
  const rows = await tx.db
    .select({ id: people.id, roles: people.roles })
    .from(deputies)
    .innerJoin(people, eq(people.id, deputies.personId))
    .where(
      and(
        eq(deputies.deputyId, personId),
        isNull(deputies.endedAt),
        lte(deputies.fromDay, today),
        gte(deputies.untilDay, today),
        eq(people.active, true),
      ),
    );
  const rights = await rightsNow(tx);
  return rows.filter((row) => rights(row.roles).has(permission)).map((row) => row.id);
}

const findLentRoles = statement('people.findLentRoles', (db) =>
  db
    .select({ roles: people.roles })
    .from(deputies)
    .innerJoin(people, eq(people.id, deputies.personId))
    .where(
      and(
        eq(deputies.deputyId, given('personId')),
        gte(deputies.untilDay, given('today')),
        lte(deputies.fromDay, given('today')),
        isNull(deputies.endedAt),
        eq(people.active, true),
      ),
    ),
);

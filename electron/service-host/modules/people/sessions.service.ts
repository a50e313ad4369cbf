import { createHash, randomBytes } from 'node:crypto';
import { and, eq, gte, isNull, lte } from 'drizzle-orm';
import type { Actor } from '#shared/domain/actor.ts';
import { theProgram } from '#shared/domain/actor.ts';
import { newId } from '#shared/domain/ids.ts';
import { dayOf } from '#shared/domain/days.ts';
import { refuse } from '#shared/contract/refusals.ts';
import type { Database, WriteTx } from '../../database/database.ts';
import { given, statement } from '../../database/statement.ts';
import { recordAudit } from '../audit/audit.service.ts';
import { passwordFits } from './passwords.ts';
import { permissionsWithLent, sessionHolds, waitAfterWrongTries } from './people.rules.ts';
import { deputies, people, sessions } from './people.tables.ts';

/** How often the last use of a session is written down, in milliseconds. */
const lastUseEveryMs = 5 * 60_000;
/** Wrong tries under names that nobody has; kept in memory, so that they answer as known names do. */
const unknownNames = new Map<string, { wrongTries: number; lastWrongTryAt: number }>();
const unknownNamesAtMost = 10_000;

/** Who holds this token now, or undefined when it holds no more. */
export async function personBehind(
  database: Database,
  token: string,
): Promise<{ actor: Actor; sessionId: string } | undefined> {
  const found = await database.read(theProgram, async (tx) => {
    const [row] = await tx.run(findSession, { tokenHash: hashOf(token) });
    if (!row?.active || !sessionHolds(row, tx.now)) return undefined;
    const lent = await tx.run(findLentRoles, { personId: row.personId, today: dayOf(tx.now) });
    return {
      ...row,
      now: tx.now,
      permissions: permissionsWithLent(
        row.roles,
        lent.map((one) => one.roles),
      ),
    };
  });
  if (!found) return undefined;
  if (found.now - found.lastUsedAt > lastUseEveryMs) {
    await database.write(theProgram, async (tx) => {
      await tx.db.update(sessions).set({ lastUsedAt: tx.now }).where(eq(sessions.id, found.sessionId));
    });
  }
  const { personId, name, roles, permissions } = found;
  return { actor: { personId, name, roles, permissions }, sessionId: found.sessionId };
}

/**
 * Signs somebody in by password or PIN. Each try is counted before it is looked at, so that many at once gain nothing.
 * Refuses SIGN_IN_DELAYED with the seconds to wait, or SIGN_IN_REFUSED, and tells nobody whether the name exists.
 */
export async function signIn(
  database: Database,
  who: { readonly signInName: string } | { readonly personId: string },
  secret: { readonly kind: 'password' | 'pin'; readonly value: string },
  device: string,
): Promise<{ token: string; personId: string }> {
  const name = 'signInName' in who ? who.signInName.normalize('NFKC').trim().toLowerCase() : who.personId;
  const condition = 'signInName' in who ? eq(people.signInName, name) : eq(people.id, who.personId);
  const tried = await database.write(theProgram, async (tx) => {
    const [person] = await tx.db.select().from(people).where(condition);
    if (!person) return { wait: waitForUnknown(name, tx.now) };
    const wait = leftToWait(person.wrongTries, person.lastWrongTryAt, tx.now);
    if (wait > 0) return { wait };
    await tx.db
      .update(people)
      .set({ wrongTries: person.wrongTries + 1, lastWrongTryAt: tx.now })
      .where(eq(people.id, person.id));
    return { wait, person: { ...person, wrongTries: person.wrongTries + 1 } };
  });
  if (tried.wait > 0) refuse('SIGN_IN_DELAYED', { waitSeconds: Math.ceil(tried.wait / 1000) });
  const person = tried.person;
  const hash = secret.kind === 'password' ? person?.passwordHash : person?.pinHash;
  const fits = await passwordFits(secret.value, hash ?? null);
  if (!fits || !person?.active) refuse('SIGN_IN_REFUSED', {});
  return database.write({ ...theProgram, personId: person.id, name: person.name }, (tx) =>
    beginSession(tx, person.id, device),
  );
}

/** Makes sure that it is really the person who sits there. Refuses SIGN_IN_REFUSED when the password is wrong. */
export async function confirmOwnPassword(database: Database, actor: Actor, password: string): Promise<void> {
  const [person] = await database.read(actor, (tx) =>
    tx.db
      .select({ passwordHash: people.passwordHash })
      .from(people)
      .where(eq(people.id, actor.personId ?? '')),
  );
  if (!(await passwordFits(password, person?.passwordHash ?? null))) refuse('SIGN_IN_REFUSED', {});
}

/** Ends one session, or with `personId` all of a person. */
export async function endSessions(
  tx: WriteTx,
  which: { readonly sessionId: string } | { readonly personId: string },
): Promise<void> {
  const condition =
    'sessionId' in which ? eq(sessions.id, which.sessionId) : eq(sessions.personId, which.personId);
  await tx.db
    .update(sessions)
    .set({ endedAt: tx.now })
    .where(and(condition, isNull(sessions.endedAt)));
}

async function beginSession(
  tx: WriteTx,
  personId: string,
  device: string,
): Promise<{ token: string; personId: string }> {
  const token = randomBytes(32).toString('base64url');
  const id = newId<'session'>(tx.now);
  await tx.db
    .insert(sessions)
    .values({ id, tokenHash: hashOf(token), personId, device, createdAt: tx.now, lastUsedAt: tx.now });
  await tx.db.update(people).set({ wrongTries: 0, lastWrongTryAt: null }).where(eq(people.id, personId));
  await recordAudit(tx, {
    act: 'session.signIn',
    subjectKind: 'session',
    subjectId: id,
    after: { personId, device },
  });
  return { token, personId };
}

function leftToWait(wrongTries: number, lastWrongTryAt: number | null, now: number): number {
  return lastWrongTryAt === null ? 0 : Math.max(0, lastWrongTryAt + waitAfterWrongTries(wrongTries) - now);
}

function waitForUnknown(name: string, now: number): number {
  const known = unknownNames.get(name) ?? { wrongTries: 0, lastWrongTryAt: 0 };
  const wait = leftToWait(known.wrongTries, known.lastWrongTryAt, now);
  if (wait > 0) return wait;
  if (unknownNames.size >= unknownNamesAtMost) unknownNames.clear();
  unknownNames.set(name, { wrongTries: known.wrongTries + 1, lastWrongTryAt: now });
  return 0;
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

const findSession = statement('sessions.find', (db) =>
  db
    .select({
      sessionId: sessions.id,
      createdAt: sessions.createdAt,
      lastUsedAt: sessions.lastUsedAt,
      endedAt: sessions.endedAt,
      personId: people.id,
      name: people.name,
      roles: people.roles,
      active: people.active,
    })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(eq(sessions.tokenHash, given('tokenHash'))),
);

const findLentRoles = statement('sessions.findLentRoles', (db) =>
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

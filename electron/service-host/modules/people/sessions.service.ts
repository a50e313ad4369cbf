import { createHash, randomBytes } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import type { Actor } from '#shared/domain/actor.ts';
import { theProgram } from '#shared/domain/actor.ts';
import { newId } from '#shared/domain/ids.ts';
import { isRefusal, refuse } from '#shared/contract/refusals.ts';
import { type Database, StorageFailure, type WriteTx } from '../../database/database.ts';
import { given, statement } from '../../database/statement.ts';
import { recordAudit } from '../../desks/audit/audit.service.ts';
import { passwordFits } from './passwords.ts';
import { rolesLentTo } from './people.queries.ts';
import { permissionsWithLent, sessionHolds } from './people.rules.ts';
import { rightsNow } from './roles.queries.ts';
import { people, sessions } from '../../schema/people.tables.ts';
import {
  recordRefusedTry,
  recordTryWhileLocked,
  noteUnknownName,
  type SignInTry,
} from './sign-in-tries.service.ts';
import { countTry, forgetWrongTries, leftToWait, type TryCounter } from './wrong-tries.service.ts';

/** How often the last use of a session is written down, in milliseconds. */
const lastUseEveryMs = 5 * 60_000;
/**
 * So many sign-ins are looked at together: two hashes at once and some seconds of waiting. Whoever comes then is told to
 * come again, so that the queue of those who guess has an end.
 */
export const signInsAtOnce = 12;
const busyWaitSeconds = 3;
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
    if (!row) return undefined;
    const isOver = !row.active || !sessionHolds(row, tx.now);
    const lentBy = isOver ? [] : await rolesLentTo(tx, row.personId);
    const permissions = permissionsWithLent(await rightsNow(tx), row.roles, lentBy);
    return { ...row, now: tx.now, isOver, permissions };
  });
  if (!found) return undefined;
  if (found.isOver) {
    // Written down, or it would live again on a PC whose clock is put back.
    if (found.endedAt === null)
      await whereItCanBeKept(database, (tx) => endSessions(tx, { sessionId: found.sessionId }));
    return undefined;
  }
  if (found.now - found.lastUsedAt > lastUseEveryMs)
    await whereItCanBeKept(database, (tx) => noteUse(tx, found.sessionId));
  const { personId, name, roles, permissions } = found;
  return { actor: { personId, name, roles, permissions }, sessionId: found.sessionId };
}

/** Whether the session of this token holds now. Asking is no use of it. */
export function stillHolds(database: Database, token: string): Promise<boolean> {
  return database.read(theProgram, async (tx) => {
    const [row] = await tx.run(findSession, { tokenHash: hashOf(token) });
    return row !== undefined && row.active && sessionHolds(row, tx.now);
  });
}

async function noteUse(tx: WriteTx, sessionId: string): Promise<void> {
  await tx.db.update(sessions).set({ lastUsedAt: tx.now }).where(eq(sessions.id, sessionId));
}

/** Without the note a session ends the sooner: where nothing can be kept, nobody is refused a look at the books for that. */
async function whereItCanBeKept(database: Database, work: (tx: WriteTx) => Promise<void>): Promise<void> {
  try {
    await database.write(theProgram, work);
  } catch (error) {
    if (isRefusal(error, 'BOOKS_DAMAGED')) return;
    if (!(error instanceof StorageFailure) || error.reason !== 'diskFull') throw error;
  }
}

/**
 * Signs somebody in by password or PIN. Refuses SIGN_IN_DELAYED with the seconds to wait, or SIGN_IN_REFUSED, and tells
 * nobody whether the name exists.
 */
export async function signIn(
  database: Database,
  who: Tried,
  secret: string,
  told: SignInTry,
): Promise<{ token: string; personId: string }> {
  const person = await proveIdentity(database, who, secret, told);
  return database.write({ ...theProgram, personId: person.id, name: person.name }, (tx) =>
    beginSession(tx, person.counter, told.device),
  );
}

/**
 * Lets so many sign-ins of people without a session in at once, and refuses the others SIGN_IN_BUSY before they are looked
 * at or counted.
 */
export class SignInGate {
  readonly #atOnce: number;
  #inside = 0;

  constructor(atOnce = signInsAtOnce) {
    this.#atOnce = atOnce;
  }

  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#inside >= this.#atOnce) refuse('SIGN_IN_BUSY', { waitSeconds: busyWaitSeconds });
    this.#inside += 1;
    try {
      return await work();
    } finally {
      this.#inside -= 1;
    }
  }
}

/** Makes sure that it is really the person who sits there. Refuses as signing in does, and counts wrong tries with it. */
export async function confirmOwnPassword(
  database: Database,
  { actor, sessionId }: { readonly actor: Actor; readonly sessionId: string },
  password: string,
): Promise<void> {
  const signedInId = actor.personId ?? refuse('NOT_SIGNED_IN', {});
  const [session] = await database.read(actor, (tx) =>
    tx.db.select({ device: sessions.device }).from(sessions).where(eq(sessions.id, sessionId)),
  );
  const told = { signInBy: 'ownPassword', device: session?.device ?? '', signedInId } as const;
  const person = await proveIdentity(database, { personId: signedInId }, password, told);
  await database.write(actor, (tx) => forgetWrongTries(tx, person.counter));
}

type Tried = { readonly signInName: string } | { readonly personId: string };

/**
 * Who has this secret. What is refused is on record before it is answered. Tries at a PIN are counted for who is signed in
 * where it is typed, all others for the account.
 */
async function proveIdentity(
  database: Database,
  who: Tried,
  secret: string,
  told: SignInTry,
): Promise<{ readonly id: string; readonly name: string; readonly counter: TryCounter }> {
  const name = 'signInName' in who ? who.signInName.normalize('NFKC').trim().toLowerCase() : who.personId;
  const condition = 'signInName' in who ? eq(people.signInName, name) : eq(people.id, who.personId);
  const tried = await database.write(theProgram, async (tx) => {
    const [found] = await tx.db.select().from(people).where(condition);
    if (!found) return { now: tx.now };
    const triedBy = told.signInBy === 'pin' ? (told.signedInId ?? '') : '';
    const counter = { personId: found.id, kind: told.signInBy, triedBy };
    const { count, lastAt, wait: left } = await countTry(tx, counter);
    return {
      now: tx.now,
      wait: left,
      person: { ...found, counter, wrongTries: count, lastWrongTryAt: lastAt },
    };
  });
  const { now, person } = tried;
  // Counted after the write, which may be run again.
  const wait = tried.wait ?? waitForUnknown(name, now);
  if (wait > 0) {
    if (person) await recordTryWhileLocked(database, person, told);
    refuse('SIGN_IN_DELAYED', { waitSeconds: Math.ceil(wait / 1000) });
  }
  const hash = told.signInBy === 'pin' ? person?.pinHash : person?.passwordHash;
  const fits = await passwordFits(secret, hash ?? null);
  if (fits && person?.active) return person;
  if (person) await recordRefusedTry(database, person, fits ? 'inactive' : 'wrongSecret', told);
  else noteUnknownName(told);
  return refuse('SIGN_IN_REFUSED', {});
}

/** Ends one session, or with `personId` all of a person. The change feed is told, so that it ends for them too. */
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
  tx.changes.push({ kind: 'session', id: 'sessionId' in which ? which.sessionId : which.personId });
}

async function beginSession(
  tx: WriteTx,
  counter: TryCounter,
  device: string,
): Promise<{ token: string; personId: string }> {
  const { personId } = counter;
  const token = randomBytes(32).toString('base64url');
  const id = newId<'session'>(tx.now);
  await tx.db
    .insert(sessions)
    .values({ id, tokenHash: hashOf(token), personId, device, createdAt: tx.now, lastUsedAt: tx.now });
  await forgetWrongTries(tx, counter);
  await recordAudit(tx, {
    act: 'session.signIn',
    subjectKind: 'session',
    subjectId: id,
    after: { personId, device },
  });
  return { token, personId };
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

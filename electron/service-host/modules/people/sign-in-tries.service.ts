import { type Actor, theProgram } from '#shared/domain/actor.ts';
import type { Database } from '../../database/database.ts';
import { addEntry } from '../../desks/audit/audit.service.ts';
import { log } from '../../log.ts';
import { waitAfterWrongTries } from './people.rules.ts';
import { noteWaitTold, type TryCounter } from './wrong-tries.service.ts';

/** What is known of somebody who tries to prove who they are. Nothing of what they typed is kept. */
export interface SignInTry {
  readonly signInBy: 'password' | 'pin' | 'ownPassword';
  readonly device: string;
  /** Who was signed in where it was tried, as at a PC that changes hands. */
  readonly signedInId?: string | undefined;
}

/** The account that was tried. */
export interface TriedAccount {
  readonly id: string;
  readonly name: string;
  readonly counter: TryCounter;
  readonly wrongTries: number;
  readonly lastWrongTryAt: number;
}

const subjectKind = 'signInTry';

/** Keeps on record that a try at an account was refused, and until when the account is locked when that locked it. */
export async function recordRefusedTry(
  database: Database,
  account: TriedAccount,
  refusedBecause: 'wrongSecret' | 'inactive',
  told: SignInTry,
): Promise<void> {
  const { id, wrongTries, lastWrongTryAt } = account;
  const waitMs = waitAfterWrongTries(wrongTries);
  await database.write(inTheNameOf(account), (tx) =>
    addEntry(tx, {
      act: waitMs > 0 ? 'session.lockOut' : 'session.refuseSignIn',
      subjectKind,
      subjectId: id,
      after: {
        ...told,
        refusedBecause,
        wrongTries,
        ...(waitMs > 0 ? { lockedUntil: lastWrongTryAt + waitMs } : {}),
      },
    }),
  );
}

/** Keeps on record that somebody went on while they had to wait: once for each wait. */
export async function recordTryWhileLocked(
  database: Database,
  account: TriedAccount,
  told: SignInTry,
): Promise<void> {
  const { id, counter, wrongTries, lastWrongTryAt } = account;
  await database.write(inTheNameOf(account), async (tx) => {
    if (!(await noteWaitTold(tx, counter, lastWrongTryAt))) return;
    const lockedUntil = lastWrongTryAt + waitAfterWrongTries(wrongTries);
    await addEntry(tx, {
      act: 'session.tryWhileLocked',
      subjectKind,
      subjectId: id,
      after: { ...told, wrongTries, lockedUntil },
    });
  });
}

/**
 * Tells the log that a name was tried which nobody has, without the name, which may be a password typed into the wrong field.
 * The audit trail keeps tries at accounts alone: anybody can make up names without end.
 */
export function noteUnknownName({ signInBy }: SignInTry): void {
  log.warn('sign-in under an unknown name', { signInBy });
}

/** The trail tells at which account it was tried; who it was that typed, nobody knows. */
function inTheNameOf({ id, name }: TriedAccount): Actor {
  return { ...theProgram, personId: id, name };
}

import type { RoleCode } from '#shared/domain/roles.ts';
import { type Permission } from '#shared/nouns/index.ts';

/** Idle time after which a session ends, in milliseconds: one working day. */
export const sessionIdleMs = 10 * 3_600_000;
/** Age at which a session ends however busy it was, in milliseconds. */
export const sessionLongestMs = 20 * 3_600_000;

const freeTries = 3;
const longestWaitMs = 15 * 60_000;

/**
 * How long after the last wrong try the next one has to wait, in milliseconds: three tries are free, then 5 s, doubling
 * up to 15 minutes, which lets about ten tries through in a quarter of an hour. The account is never locked for good.
 */
export function waitAfterWrongTries(wrongTries: number): number {
  return wrongTries < freeTries ? 0 : Math.min(longestWaitMs, 5000 * 2 ** (wrongTries - freeTries));
}

/** Whether a session still holds at `now`. */
export function sessionHolds(
  session: { readonly createdAt: number; readonly lastUsedAt: number; readonly endedAt: number | null },
  now: number,
): boolean {
  return (
    session.endedAt === null &&
    now - session.lastUsedAt < sessionIdleMs &&
    now - session.createdAt < sessionLongestMs
  );
}

/** What somebody is lent by those they stand in for: to decide, and nothing else. */
const lendable: readonly Permission[] = [
  'requisitions.approve',
  'requisitions.allow',
  'oldParts.waive',
  'reports.approve',
  'decisions.view',
];

/** Tells what the holder of roles may do in the firm at hand. */
export type Rights = (held: readonly RoleCode[]) => ReadonlySet<Permission>;

/** A person's own permissions, and those to decide of everybody they stand in for today. */
export function permissionsWithLent(
  rights: Rights,
  own: readonly RoleCode[],
  lentBy: readonly (readonly RoleCode[])[],
): ReadonlySet<Permission> {
  const lent = rights(lentBy.flat());
  return new Set([...rights(own), ...lendable.filter((permission) => lent.has(permission))]);
}

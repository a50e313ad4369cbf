import { isRefused } from './trouble.ts';

/** A record that a commit changed. */
export interface Change {
  readonly kind: string;
  readonly id: string;
}

/** What the page does with the change feed. */
export interface ChangeFollower {
  readonly onConnected: () => void;
  readonly onLost: () => void;
  /** The feed was interrupted and is back: anything may have changed. */
  readonly onResumed: () => void;
  readonly onChanges: (changes: readonly Change[]) => void;
  /** The host has ended the session. */
  readonly onOver: () => void;
}

type Watch = (signal: AbortSignal) => Promise<AsyncIterable<{ readonly changes: readonly Change[] }>>;

/** Follows the change feed until `signal` aborts or the session ends, and begins again whenever it breaks off. */
export async function followChanges(
  watch: Watch,
  follower: ChangeFollower,
  signal: AbortSignal,
  pause: (tries: number) => Promise<void> = growingPause,
): Promise<void> {
  let isFirst = true;
  let tries = 0;
  while (!signal.aborted) {
    try {
      for await (const { changes } of await watch(signal)) {
        // The first batch is empty and says that nothing from now on is missed.
        if (tries > 0 || isFirst) {
          follower.onConnected();
          if (!isFirst) follower.onResumed();
          isFirst = false;
          tries = 0;
        }
        // Another host may have changed something that this one did not hear of.
        if (changes.some(({ kind }) => kind === 'everything')) follower.onResumed();
        else if (changes.length > 0) follower.onChanges(changes);
      }
    } catch (error) {
      if (signal.aborted) return;
      if (isRefused(error, 'NOT_SIGNED_IN')) return follower.onOver();
    }
    if (signal.aborted) return;
    follower.onLost();
    tries += 1;
    await pause(tries);
  }
}

function growingPause(tries: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.min(5000, 250 * 2 ** tries)));
}

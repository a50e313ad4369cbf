import { useEffect } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { announceChanges, concerns, onChanges } from '../service/changes.ts';
import { connection, noteConnected, noteLost } from '../service/connection.ts';
import { followChanges } from '../service/follow-changes.ts';
import { useService } from '../service/service-context.tsx';
import { usePerson } from './session/session.ts';
import { noteOver, sessionOver, sessionToken } from '../service/token.ts';
import { useStore } from './store.ts';

/** How often a lost connection is tried. */
const probeMs = 1500;

/** Follows the change feed for as long as somebody is signed in, and lets every question ask anew that it concerns. */
export function useFollowedChanges(): void {
  const service = useService();
  const answers = useQueryClient();
  const { personId } = usePerson();
  const isOver = useStore(sessionOver);

  useEffect(
    () =>
      onChanges((changes) => {
        void answers.invalidateQueries({ predicate: ({ meta }) => concerns(changes, meta?.shows) });
      }),
    [answers],
  );

  useEffect(() => {
    // Begins again when a session that was over is taken up again.
    if (isOver) return;
    const stop = new AbortController();
    const token = sessionToken();
    void followChanges(
      (signal) => service.changes.watch.call(undefined, { signal }),
      {
        onConnected: noteConnected,
        onLost: noteLost,
        onResumed: () => announceChanges('everything'),
        onChanges: announceChanges,
        onOver: () => noteOver(token),
      },
      stop.signal,
    );
    return () => stop.abort();
  }, [service, personId, isOver]);
}

/** Tries a lost connection until an answer comes: a single call can be lost while the change feed goes on in silence. */
export function useConnectionProbe(): void {
  const service = useService();
  const { kind } = useStore(connection);
  useEffect(() => {
    if (kind !== 'lost') return;
    // Any answer, also a refusal, marks the connection as there.
    const timer = setInterval(() => void service.session.status.call().catch(() => {}), probeMs);
    return () => clearInterval(timer);
  }, [service, kind]);
}

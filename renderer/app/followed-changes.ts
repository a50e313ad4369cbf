import { useEffect } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { announceChanges, concerns, onChanges } from '../service/changes.ts';
import { noteConnected, noteLost } from '../service/connection.ts';
import { followChanges } from '../service/follow-changes.ts';
import { useService } from '../service/service-context.tsx';
import { usePerson } from './session/session.ts';
import { sessionOver } from '../service/token.ts';
import { useStore } from './store.ts';

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
    void followChanges(
      (signal) => service.changes.watch.call(undefined, { signal }),
      {
        onConnected: noteConnected,
        onLost: noteLost,
        onResumed: () => announceChanges('everything'),
        onChanges: announceChanges,
      },
      stop.signal,
    );
    return () => stop.abort();
  }, [service, personId, isOver]);
}

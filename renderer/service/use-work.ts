import { useEffect, useState } from 'react';
import type { Id } from '#shared/domain/ids.ts';
import { newId } from '#shared/domain/ids.ts';
import { useService } from './service-context.tsx';
import type { Service } from './service-context.tsx';
import { troubleOf } from './trouble.ts';
import type { Trouble } from './trouble.ts';

/** Where a piece of long work stands, as the host tells it. */
export type WorkState =
  Awaited<ReturnType<Service['work']['watch']['call']>> extends AsyncIterable<infer State> ? State : never;

/** Long work as a screen follows it. */
export interface FollowedWork {
  readonly state: WorkState | null;
  readonly trouble: Trouble | null;
  /** Asks it to stop; it does so at its next step, with nothing half-done. */
  readonly cancel: () => void;
}

/** Follows a piece of long work until it ends; leaving the screen does not stop it. */
export function useWork(workId: Id<'work'> | null): FollowedWork {
  const service = useService();
  const [state, setState] = useState<WorkState | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);

  useEffect(() => {
    setState(null);
    setTrouble(null);
    if (workId === null) return;
    const leaving = new AbortController();
    void (async () => {
      try {
        const states = await service.work.watch.call({ id: workId }, { signal: leaving.signal });
        for await (const next of states) setState(next);
      } catch (error) {
        if (!leaving.signal.aborted) setTrouble(troubleOf(error));
      }
    })();
    return () => leaving.abort();
  }, [service, workId]);

  const cancel = () => {
    if (workId === null) return;
    service.work.cancel
      .call({ id: workId, operationId: newId<'operation'>() })
      .catch((error: unknown) => setTrouble(troubleOf(error)));
  };
  return { state, trouble, cancel };
}

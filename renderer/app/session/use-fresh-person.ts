import { useCallback, useEffect } from 'react';
import { announceChanges, useChanges } from '../../service/changes.ts';
import { useService } from '../../service/service-context.tsx';
import { useToday } from '../use-today.ts';
import { signedIn, usePerson } from './session.ts';

/** Keeps what the window knows of the person as it is: who stands in for a leader may approve for some days alone. */
export function useFreshPerson(): void {
  const service = useService();
  const { personId } = usePerson();
  const today = useToday();
  const refresh = useCallback(() => {
    void service.session.me.call().then(
      (fresh) => {
        const known = signedIn.get();
        const isSame = JSON.stringify(fresh) === JSON.stringify(known);
        if (known?.personId !== fresh.personId || isSame) return;
        signedIn.set(fresh);
        // What they may do decides what every answer says of it.
        announceChanges('everything');
      },
      // Lost or over: what comes back then is announced as a change of everything.
      () => {},
    );
  }, [service]);
  useChanges(['person', 'role'], refresh);
  useEffect(refresh, [refresh, personId, today]);
}

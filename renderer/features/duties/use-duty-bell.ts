import { useEffect, useState } from 'react';
import { useOpen } from '../../app/navigate.ts';
import { usePerson } from '../../app/session/session.ts';
import { stateWord } from '../../app/state-word.ts';
import { useText } from '../../app/text.ts';
import { ringNow, showNotice, wantsBell } from './bell.ts';
import { useDutyCounters } from './use-duty-counters.ts';

/** Tells of duties that fall due while the program is open, to who wants to hear. A notice names kind and number alone. */
export function useDutyBell(): void {
  const t = useText();
  const open = useOpen();
  const { personId } = usePerson();
  const next = useDutyCounters()?.next;
  const [since] = useState(() => Date.now());
  useEffect(() => {
    if (!next) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      const now = Date.now();
      const due = wantsBell(personId) ? ringNow(next, since, now) : [];
      const [first] = due;
      if (first) {
        const body =
          due.length > 1
            ? t('duties.severalDue', { count: due.length })
            : [stateWord(t, 'dutyKind', first.kind), first.number].filter(Boolean).join(' ');
        showNotice({ title: t('duties.dueNow'), body }, () => open('/duties'));
      }
      const coming = next.find(({ dueAt }) => dueAt > now);
      if (coming) timer = setTimeout(look, coming.dueAt - now + 1);
    };
    look();
    return () => clearTimeout(timer);
  }, [next, since, personId, t, open]);
}

import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { TroubleBanner } from '../../components/trouble-banner.tsx';
import { useService } from '../../service/service-context.tsx';
import { offerToken, tokenOfOtherWindow } from '../../service/share-token.ts';
import { keepToken, sessionOver, sessionToken } from '../../service/token.ts';
import { troubleOf } from '../../service/trouble.ts';
import { ShortcutLayer } from '../keyboard/use-shortcut.ts';
import { useStore } from '../store.ts';
import { useText } from '../text.ts';
import { FirstStartPage } from './first-start-page.tsx';
import { PersonContext, signedIn } from './session.ts';
import { SignInPage } from './sign-in-page.tsx';

/** Lets the person signed in through to the screens; shows the first start, or the sign-in, to everybody else. */
export function SessionGate({ children }: { readonly children: ReactNode }) {
  const t = useText();
  const service = useService();
  const person = useStore(signedIn);
  const isOver = useStore(sessionOver);
  useForgettingAnswersOf(person?.personId);
  useEffect(() => offerToken(sessionToken), []);

  const status = useQuery({
    queryKey: service.session.status.queryKey(),
    queryFn: () => service.session.status.call(),
    meta: { shows: [] },
  });
  const start = useQuery({
    queryKey: ['session', 'resume'],
    queryFn: () => resume(service),
    enabled: person === undefined,
    gcTime: 0,
  });

  if (person) {
    return (
      <PersonContext key={person.personId} value={person}>
        <div className="screens" inert={isOver}>
          {children}
        </div>
        {isOver && (
          <ShortcutLayer value={1}>
            <div className="gate-over">
              <SignInPage note={t('session.signedOutMeanwhile')} signInName={person.signInName} />
            </div>
          </ShortcutLayer>
        )}
      </PersonContext>
    );
  }
  const failure = status.error ?? start.error;
  if (failure) {
    return (
      <div className="gate">
        <TroubleBanner
          trouble={troubleOf(failure)}
          onRetry={() => void Promise.all([status.refetch(), start.refetch()])}
        />
      </div>
    );
  }
  if (!status.data || person === undefined) return <div className="gate mut">{t('shell.connecting')}</div>;
  return status.data.setUp ? <SignInPage firmName={status.data.firmName} /> : <FirstStartPage />;
}

/** Goes on with the session of this window, or of another one on this desktop, if there is one. */
async function resume(service: ReturnType<typeof useService>): Promise<true> {
  if (sessionToken() === null) keepToken(await tokenOfOtherWindow());
  if (sessionToken() === null) {
    signedIn.set(null);
    return true;
  }
  try {
    signedIn.set(await service.session.me.call());
  } catch (error) {
    const trouble = troubleOf(error);
    if (trouble.kind !== 'refused') throw error;
    keepToken(null);
    signedIn.set(null);
  }
  return true;
}

/** What one person was shown is not for the next. */
function useForgettingAnswersOf(personId: string | undefined): void {
  const answers = useQueryClient();
  useEffect(() => {
    if (personId === undefined) return;
    return () => answers.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
  }, [personId, answers]);
}

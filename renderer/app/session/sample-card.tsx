import { useEffect, useState } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Id } from '#shared/domain/ids.ts';
import { Card } from '../../components/card.tsx';
import { KeyButton } from '../../components/key-button.tsx';
import { TroubleBanner } from '../../components/trouble-banner.tsx';
import { WorkProgress } from '../../components/work-progress.tsx';
import { useService } from '../../service/service-context.tsx';
import { useAct } from '../../service/use-act.ts';
import { useWork } from '../../service/use-work.ts';
import { useText } from '../text.ts';

/** Loads the sample into empty books, and says who can sign in afterwards. `onChosen` hears whether it is under way or in. */
export function SampleCard({ onChosen }: { readonly onChosen: (isChosen: boolean) => void }) {
  const t = useText();
  const service = useService();
  const answers = useQueryClient();
  const [workId, setWorkId] = useState<Id<'work'> | null>(null);
  const work = useWork(workId);
  const load = useAct(service.sample.load, { done: (begun) => setWorkId(begun.workId) });
  const status = useQuery({
    queryKey: service.sample.status.queryKey(),
    queryFn: () => service.sample.status.call(),
    meta: { shows: [] },
  });
  const password = passwordIn(work.state?.result);
  const isFailed = work.state?.state === 'failed' || work.state?.state === 'cancelled';
  const isIdle = workId === null || isFailed;
  useEffect(() => onChosen(!isIdle), [isIdle, onChosen]);
  if (!status.data?.mayLoad) return null;

  return (
    <div className="sample-card">
      <Card title={t('session.trySample')}>
        <div className="inside stack">
          <TroubleBanner trouble={load.trouble} />
          {isFailed && <p className="banner late">{t('session.sampleFailed')}</p>}
          {password === undefined ? (
            <p className="mut sm">{t('session.trySampleNote')}</p>
          ) : (
            <p className="banner good">{t('session.sampleLoaded', { password })}</p>
          )}
          <WorkProgress work={work} />
          {isIdle && (
            <div className="row tight">
              <KeyButton
                label="session.loadSmallSample"
                pending={load.pending}
                onPress={() => void load.run({ size: 'small' })}
              />
              <KeyButton
                label="session.loadFullSample"
                pending={load.pending}
                onPress={() => void load.run({ size: 'full' })}
              />
            </div>
          )}
          {password !== undefined && (
            <KeyButton
              primary
              label="session.toSignIn"
              onPress={() => void answers.invalidateQueries({ queryKey: service.session.status.key() })}
            />
          )}
        </div>
      </Card>
    </div>
  );
}

function passwordIn(result: unknown): string | undefined {
  if (typeof result !== 'object' || result === null || !('password' in result)) return undefined;
  return typeof result.password === 'string' ? result.password : undefined;
}

import { useEffect, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { Id } from '#shared/domain/ids.ts';
import { Card } from '../../components/card.tsx';
import { KeyButton } from '../../components/key-button.tsx';
import { TroubleBanner } from '../../components/trouble-banner.tsx';
import { WorkProgress } from '../../components/work-progress.tsx';
import { openBooks } from '../../service/books.ts';
import { useService } from '../../service/service-context.tsx';
import { useAct } from '../../service/use-act.ts';
import { useWork } from '../../service/use-work.ts';
import { useText } from '../text.ts';

/** Loads the sample beside the real books and opens it. `onChosen` hears whether it is being loaded. */
export function SampleCard({ onChosen }: { readonly onChosen?: (isChosen: boolean) => void }) {
  const t = useText();
  const service = useService();
  const [workId, setWorkId] = useState<Id<'work'> | null>(null);
  const work = useWork(workId);
  const load = useAct(service.sample.load, { done: (begun) => setWorkId(begun.workId) });
  const status = useQuery({
    queryKey: service.sample.status.queryKey(),
    queryFn: () => service.sample.status.call(),
    meta: { shows: [] },
  });
  const state = work.state?.state;
  const isFailed = state === 'failed' || state === 'cancelled';
  const isIdle = workId === null || isFailed;
  useEffect(() => onChosen?.(!isIdle), [isIdle, onChosen]);
  useEffect(() => {
    if (state === 'done') openBooks('sample');
  }, [state]);
  const exists = status.data?.exists ?? false;
  if (!exists && !status.data?.mayLoad) return null;

  return (
    <div className="sample-card">
      <Card title={t('session.trySample')}>
        <div className="inside stack">
          <TroubleBanner trouble={load.trouble ?? work.trouble} />
          {isFailed && <p className="banner late">{t('session.sampleFailed')}</p>}
          <p className="mut sm">{t('session.trySampleNote')}</p>
          <WorkProgress work={work} />
          {exists && <KeyButton label="session.openSample" onPress={() => openBooks('sample')} />}
          {isIdle && !exists && (
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
        </div>
      </Card>
    </div>
  );
}

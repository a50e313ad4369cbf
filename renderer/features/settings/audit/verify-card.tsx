import { useState } from 'react';
import type { Id } from '#shared/domain/ids.ts';
import { translateAny } from '#shared/messages/translate.ts';
import { useText } from '../../../app/text.ts';
import type { Text } from '../../../app/text.ts';
import { Card } from '../../../components/card.tsx';
import { KeyButton } from '../../../components/key-button.tsx';
import { TroubleBanner } from '../../../components/trouble-banner.tsx';
import { WorkProgress } from '../../../components/work-progress.tsx';
import { useService } from '../../../service/service-context.tsx';
import { useAsk } from '../../../service/use-ask.ts';
import { useAct } from '../../../service/use-act.ts';
import { useWork } from '../../../service/use-work.ts';
import type { WorkState } from '../../../service/use-work.ts';

/** The check of the whole trail: how far it is, and what it found. */
export function VerifyCard() {
  const t = useText();
  const service = useService();
  const [workId, setWorkId] = useState<Id<'work'> | null>(null);
  const begin = useAct(service.audit.verify, { done: (output) => setWorkId(output.workId) });
  const work = useWork(workId);
  const isRunning = work.state?.state === 'running';
  return (
    <Card
      title={t('audit.verify')}
      end={
        <KeyButton
          label="audit.verifyBegin"
          pending={begin.pending || isRunning}
          onPress={() => void begin.run({})}
        />
      }
    >
      <div className="inside stack">
        <span className="mut sm">{t('audit.verifyNote')}</span>
        <TroubleBanner trouble={begin.trouble} />
        <WorkProgress work={work} />
        {work.state && !isRunning && <Outcome state={work.state} />}
        <LastCheck />
      </div>
    </Card>
  );
}

/** What the host found by itself, at its start or at night. */
function LastCheck() {
  const t = useText();
  const service = useService();
  const check = useAsk(service.audit.lastCheck, undefined, { shows: ['booksState'] }).data;
  if (!check) return null;
  const { tone, text } = verdictText(check, t);
  return (
    <div className={`banner ${tone} wraps`} data-testid="last-check">
      <span>
        {t(check.isOfAll ? 'audit.lastCheckOfAll' : 'audit.lastCheckOfEnd', { at: check.at })} {text}
      </span>
    </div>
  );
}

function Outcome({ state }: { readonly state: WorkState }) {
  const t = useText();
  const { tone, text } = outcomeOf(state, t);
  return (
    <div className={`banner ${tone} wraps`} role="status" data-testid="verify-outcome">
      <span>{text}</span>
    </div>
  );
}

function outcomeOf(
  work: WorkState,
  t: Text,
): { readonly tone: 'good' | 'late' | 'soon'; readonly text: string } {
  if (work.state === 'cancelled') return { tone: 'soon', text: t('audit.verifyCancelled') };
  const verdict = work.kind === 'audit.verify' ? work.result : null;
  if (work.state === 'failed' || !verdict)
    return { tone: 'late', text: t('audit.verifyFailed', { reason: work.error }) };
  return verdictText(verdict, t);
}

function verdictText(
  { whole, entries, head, brokenAt, because }: Verdict,
  t: Text,
): { readonly tone: 'good' | 'late'; readonly text: string } {
  if (whole) return { tone: 'good', text: t('audit.wholeLine', { entries, head: `${entries}:${head}` }) };
  const reason = translateAny(t.language, `audit.fault_${because}`) ?? because;
  return { tone: 'late', text: t('audit.brokenLine', { entries, entry: brokenAt, because: reason }) };
}

interface Verdict {
  readonly whole: boolean;
  readonly entries: number;
  readonly head: string;
  readonly brokenAt: number | null;
  readonly because: string | null;
}

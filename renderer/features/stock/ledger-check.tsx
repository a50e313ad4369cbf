import { useEffect, useRef, useState } from 'react';
import { Progress } from 'antd';
import type { z } from 'zod';
import type { workState } from '#shared/contract/changes.contract.ts';
import type { ledgerCheck } from '#shared/contract/stock.contract.ts';
import { formatQuantity } from '#shared/domain/quantities.ts';
import { useText } from '../../app/text.ts';
import { Card } from '../../components/card.tsx';
import { KeyButton } from '../../components/key-button.tsx';
import { TroubleBanner } from '../../components/trouble-banner.tsx';
import { useService } from '../../service/service-context.tsx';
import { troubleOf } from '../../service/trouble.ts';
import type { Trouble } from '../../service/trouble.ts';
import { useAct } from '../../service/use-act.ts';

type WorkState = z.output<typeof workState>;
type Result = z.output<typeof ledgerCheck>;

/** The comparison of ledger and balances, from the press of the button to its result. */
export interface Check {
  readonly state: WorkState | null;
  readonly trouble: Trouble | null;
  readonly begin: () => void;
  readonly cancel: () => void;
  readonly close: () => void;
}

/** Begins, watches and stops a check. It runs on in the host when the screen is left. */
export function useLedgerCheck(): Check {
  const service = useService();
  const act = useAct(service.stock.check);
  const stopping = useAct(service.work.cancel);
  const [state, setState] = useState<WorkState | null>(null);
  const [lost, setLost] = useState<Trouble | null>(null);
  const watching = useRef<AbortController>(null);
  useEffect(() => () => watching.current?.abort(), []);

  const watch = async (id: string) => {
    const stop = new AbortController();
    watching.current?.abort();
    watching.current = stop;
    try {
      for await (const next of await service.work.watch.call({ id }, { signal: stop.signal })) setState(next);
    } catch (error) {
      if (!stop.signal.aborted) setLost(troubleOf(error));
    }
  };
  return {
    state,
    trouble: act.trouble ?? lost,
    begin: () => {
      setLost(null);
      void act.run({}).then((begun) => begun && watch(begun.workId));
    },
    cancel: () => {
      if (state) void stopping.run({ id: state.id });
    },
    close: () => setState(null),
  };
}

/** Begins the check. */
export function CheckButton({ check }: { readonly check: Check }) {
  return <KeyButton label="stock.check" disabled={check.state?.state === 'running'} onPress={check.begin} />;
}

/** How far the check is, and what it found; nothing while none was begun. */
export function LedgerCheck({ check }: { readonly check: Check }) {
  const t = useText();
  const { state, trouble } = check;
  if (trouble) return <TroubleBanner trouble={trouble} />;
  if (!state) return null;
  switch (state.state) {
    case 'running':
      return <Running check={check} state={state} />;
    case 'cancelled':
      return <Ended check={check} sentence={t('stock.checkCancelled')} />;
    case 'failed':
      return <Ended check={check} tone="late" sentence={t('stock.checkFailed', { error: state.error })} />;
    default:
      return state.kind === 'stock.check' && state.result ? (
        <Found check={check} result={state.result} />
      ) : null;
  }
}

function Running({ check, state }: { readonly check: Check; readonly state: WorkState }) {
  const t = useText();
  const { done, total } = state;
  const percent = total ? Math.floor((done / total) * 100) : 0;
  return (
    <div className="banner" role="status">
      <Progress className="check-progress" percent={percent} showInfo={false} size="small" />
      <span className="grow">
        {total ? t('stock.checkRunning', { done, total }) : t('stock.checkStarting')}
      </span>
      <KeyButton label="common.cancel" onPress={check.cancel} />
    </div>
  );
}

function Ended({
  check,
  sentence,
  tone = '',
}: {
  readonly check: Check;
  readonly sentence: string;
  readonly tone?: 'good' | 'late' | '';
}) {
  const t = useText();
  return (
    <div className={`banner ${tone}`} role="status">
      <span className="grow">{sentence}</span>
      <button type="button" className="link" onClick={check.close}>
        {t('common.close')}
      </button>
    </div>
  );
}

function Found({ check, result }: { readonly check: Check; readonly result: Result }) {
  const t = useText();
  const { movements, problemCount, problems } = result;
  if (result.whole)
    return <Ended check={check} tone="good" sentence={t('stock.checkWhole', { movements })} />;
  const written = (problem: Result['problems'][number], figure: number) =>
    problem.kind === 'gap'
      ? String(figure)
      : problem.kind === 'value'
        ? `${figure / 100}`
        : formatQuantity(figure);
  return (
    <>
      <Ended check={check} tone="late" sentence={t('stock.checkBroken', { problemCount, movements })} />
      <Card>
        <div className="scroll" style={{ maxHeight: 240 }}>
          <table className="lines">
            <thead>
              <tr>
                <th>{t('stock.problem')}</th>
                <th>{t('stock.part')}</th>
                <th>{t('stock.account')}</th>
                <th className="num">{t('stock.sequence')}</th>
                <th className="num">{t('stock.expected')}</th>
                <th className="num">{t('stock.found')}</th>
              </tr>
            </thead>
            <tbody>
              {problems.map((problem, index) => (
                // Problems have no name of their own, and the list of them does not change.
                <tr key={index}>
                  <td>{t(`stock.problem_${problem.kind}`)}</td>
                  <td className="rest">{problem.part}</td>
                  <td>{problem.account}</td>
                  <td className="num">{problem.sequence}</td>
                  <td className="num">{written(problem, problem.expected)}</td>
                  <td className="num late">{written(problem, problem.found)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Card>
    </>
  );
}

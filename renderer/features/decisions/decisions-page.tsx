import { useState } from 'react';
import { App } from 'antd';
import type { InboxRow } from '#shared/contract/decisions.contract.ts';
import { placedKinds } from '#shared/nouns/index.ts';
import { useShortcut } from '../../app/keyboard/use-shortcut.ts';
import { useOpen } from '../../app/navigate.ts';
import { pathOfRecord } from '../../app/record-paths.ts';
import { useText } from '../../app/text.ts';
import { ReasonAct } from '../../components/acts/reason-act.tsx';
import { Asked } from '../../components/asked.tsx';
import { Card } from '../../components/card.tsx';
import {
  approvedAtOnce,
  SeveralApproved,
  type SeveralResults,
} from '../../components/decisions/several-approved.tsx';
import { KeyButton } from '../../components/key-button.tsx';
import { Page } from '../../components/page.tsx';
import { TroubleBanner } from '../../components/trouble-banner.tsx';
import { useService, type Service } from '../../service/service-context.tsx';
import { useAct } from '../../service/use-act.ts';
import { useAsk } from '../../service/use-ask.ts';
import { InboxTable, keyOf } from './inbox-table.tsx';
import { decisionShows } from './place.ts';

type Inbox = Awaited<ReturnType<Service['decisions']['inbox']['call']>>;

/** What waits for a yes or no of the person at the screen, the oldest first. */
export function DecisionsPage() {
  const service = useService();
  const asked = useAsk(service.decisions.inbox, {}, { shows: decisionShows, keepLast: true });
  return <Asked of={asked}>{(inbox) => <Inbox inbox={inbox} />}</Asked>;
}

function Inbox({ inbox: { rows, count, isMore } }: { readonly inbox: Inbox }) {
  const t = useText();
  const open = useOpen();
  const [chosen, setChosen] = useState<{ readonly key: string; readonly index: number }>();
  const [ticks, setTicks] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState<'reject' | 'sendBack' | null>(null);
  const [results, setResults] = useState<{ readonly of: SeveralResults; readonly numbers: Numbers }>();
  const { decisions } = useService();
  const acts = useDecidingActs();
  // What was decided is gone: the row that stands in its place is chosen.
  const row =
    rows.find((one) => keyOf(one) === chosen?.key) ?? rows[Math.min(chosen?.index ?? 0, rows.length - 1)];
  const ticked = rows.filter((one) => ticks.has(keyOf(one))).slice(0, approvedAtOnce);
  const choose = (next: InboxRow) => {
    if (next !== row) setAsking(null);
    setChosen({ key: keyOf(next), index: rows.indexOf(next) });
  };
  const tick = (one: InboxRow) => setTicks(toggled(ticks, keyOf(one)));
  const tickAll = () =>
    setTicks(new Set(rows.filter(({ warnings }) => warnings.length === 0).map((one) => keyOf(one))));
  const openRecord = (one: InboxRow) => open(pathOf(one));
  const approveTicked = async () => {
    const numbers = new Map(ticked.map(({ id, number }) => [id as string, number]));
    const decisions = ticked.map(({ kind, id, version }) => ({ kind, id, version }));
    const done = await acts.several.run({ decisions });
    if (!done) return;
    setResults({ of: done.results, numbers });
    setTicks(new Set());
  };
  useShortcut('Ctrl+A', tickAll, 'decisions.tickAll', { enabled: rows.length > 0 && asking === null });

  const isBusy = acts.pending || asking !== null;
  return (
    <Page
      title={t('shell.decisions')}
      beside={
        count > rows.length && (
          <span className="mut">
            {t(isMore ? 'decisions.shownOfMore' : 'decisions.shownOf', { shown: rows.length, count })}
          </span>
        )
      }
      acts={
        row && (
          <>
            <KeyButton label="decisions.tickAll" shownKeys="Ctrl+A" onPress={tickAll} />
            {ticked.length === 0 && (
              <RowActs
                row={row}
                isBusy={isBusy}
                onAsk={setAsking}
                onOpen={() => openRecord(row)}
                onApprove={() => void acts.approve.run(row)}
              />
            )}
            {ticked.length > 0 && (
              <KeyButton
                primary
                label="decisions.approveTicked"
                keys="F9"
                pending={acts.several.pending}
                onPress={() => void approveTicked()}
              >
                {t('decisions.approveTickedCount', { count: ticked.length })}
              </KeyButton>
            )}
          </>
        )
      }
    >
      <Card fill>
        {results && (
          <SeveralApproved
            results={results.of}
            numberOf={(id) => results.numbers.get(id) ?? ''}
            onClose={() => setResults(undefined)}
          />
        )}
        <TroubleBanner trouble={acts.approve.trouble ?? acts.several.trouble} />
        {asking !== null && row && (
          <ReasonAct
            key={`${asking}${keyOf(row)}`}
            word={`decisions.${asking}`}
            procedure={decisions[asking]}
            input={{ kind: row.kind, id: row.id, version: row.version }}
            named={{ number: row.number }}
            danger={asking === 'reject'}
            onDone={() => setAsking(null)}
            onCancel={() => setAsking(null)}
          />
        )}
        {rows.length === 0 && <p className="inside mut">{t('decisions.empty')}</p>}
        <div className="scroll">
          <InboxTable
            rows={rows}
            chosenKey={row && keyOf(row)}
            ticked={new Set(ticked.map((one) => keyOf(one)))}
            onChoose={choose}
            onTick={tick}
            onOpen={openRecord}
          />
        </div>
      </Card>
    </Page>
  );
}

type Numbers = ReadonlyMap<string, string>;

function RowActs({
  row: { maySendBack, mayReject },
  isBusy,
  onOpen,
  onAsk,
  onApprove,
}: {
  readonly row: InboxRow;
  readonly isBusy: boolean;
  readonly onOpen: () => void;
  readonly onAsk: (act: 'reject' | 'sendBack') => void;
  readonly onApprove: () => void;
}) {
  return (
    <>
      <KeyButton label="decisions.open" shownKeys="Enter" disabled={isBusy} onPress={onOpen} />
      {maySendBack && (
        <KeyButton label="decisions.sendBack" keys="F6" disabled={isBusy} onPress={() => onAsk('sendBack')} />
      )}
      {mayReject && (
        <KeyButton label="decisions.reject" keys="F8" disabled={isBusy} onPress={() => onAsk('reject')} />
      )}
      <KeyButton primary label="decisions.approve" keys="F9" disabled={isBusy} onPress={onApprove} />
    </>
  );
}

/** The acts upon a row, each with what is said of it afterwards. */
function useDecidingActs() {
  const t = useText();
  const { message } = App.useApp();
  const { decisions } = useService();
  const approve = useAct(decisions.approve);
  const several = useAct(decisions.approveSeveral);
  return {
    several,
    pending: approve.pending || several.pending,
    approve: {
      ...approve,
      run: async ({ kind, id, version, number, neededCount, signedBy }: InboxRow) => {
        const saved = await approve.run({ kind, id, version, reason: '' });
        if (!saved) return;
        const left = neededCount - signedBy.length - 1;
        void message.success(
          saved.version === version && left > 0
            ? t('decisions.signedOnly', { number, count: left })
            : t('decisions.approved', { number }),
        );
      },
    },
  };
}

/** Where the record of a row is opened; every record that is decided on has a screen. */
function pathOf({ recordKind, recordId }: InboxRow): string {
  const placed = placedKinds.find((kind) => kind === recordKind);
  return placed === undefined ? '/decisions' : pathOfRecord(placed, recordId);
}

function toggled(set: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(key)) next.add(key);
  return next;
}

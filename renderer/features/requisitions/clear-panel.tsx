import { useMemo, useState } from 'react';
import { App } from 'antd';
import { useDraft } from '../../app/drafts/use-draft.ts';
import { useOpen } from '../../app/navigate.ts';
import { pathOfRecord } from '../../app/record-paths.ts';
import { useText } from '../../app/text.ts';
import { Acts } from '../../components/acts-slot.tsx';
import { Card } from '../../components/card.tsx';
import { PlainForm } from '../../components/form/plain-form.tsx';
import { KeyButton } from '../../components/key-button.tsx';
import { useService } from '../../service/service-context.tsx';
import { useAct } from '../../service/use-act.ts';
import { useAsk } from '../../service/use-ask.ts';
import { ClearRowFields } from './clear-row-fields.tsx';
import type { ClearChoices } from './clear-row-fields.tsx';
import { lackingIn, openLinesOf, rowFor, rowsToBegin, rowsToClear } from './clear-rows.ts';
import type { ClearRow } from './clear-rows.ts';
import { HolderBox } from './holder-box.tsx';
import { Heading } from './requisition-card.tsx';
import type { Requisition } from './requisition-types.ts';

interface ClearValues {
  readonly rows: readonly ClearRow[];
}

/** Accounts for what was drawn, line by line: built in by an approved report, brought back, or lost. */
export function ClearPanel({ requisition }: { readonly requisition: Requisition }) {
  const t = useText();
  const open = useOpen();
  const service = useService();
  const { message } = App.useApp();
  const { id, number, version } = requisition;
  const begun = useBegun(requisition);
  const draft = useDraft<ClearValues>(`clear/${id}`, begun, version);
  const { rows } = draft.value;
  const { isKnown, ...choices } = useChoices(requisition);
  const [hasTried, setHasTried] = useState(false);
  const view = () => open(pathOfRecord('requisition', id), { replace: true });
  const act = useAct(service.requisitions.clear, {
    keeper: draft.keeper,
    done: (saved) => {
      draft.discard();
      void message.success(t('requisitions.cleared', { number: saved.number }));
      view();
    },
  });
  const wanted = rowsToClear(rows);
  const isReady = wanted.length > 0 && rows.every((row) => lackingIn(row) === undefined);
  const clear = () => {
    setHasTried(true);
    if (isReady) void act.run({ id, version: draft.version ?? version, lines: wanted });
  };
  const setRows = (next: readonly ClearRow[]) => draft.set({ rows: next });
  const change = (next: ClearRow) => setRows(rows.map((row) => (row.key === next.key ? next : row)));
  const allInstalled = () =>
    setRows(
      rows.map((row) => ({ ...row, kind: 'installed', reportId: row.reportId || choices.usualReportId })),
    );

  return (
    <Card fill title={number} tags={<Heading requisition={requisition} />}>
      <Acts>
        <KeyButton
          label="common.cancel"
          keys="Escape"
          disabled={act.pending}
          onPress={() => {
            draft.discard();
            view();
          }}
        />
        {choices.reports.length > 0 && (
          <KeyButton label="requisitions.allInstalled" keys="F7" onPress={allInstalled} />
        )}
        <KeyButton
          primary
          label="requisitions.clear"
          keys="F9"
          pending={act.pending}
          disabled={wanted.length === 0}
          onPress={clear}
        />
      </Acts>
      <div className="scroll grow-column" data-testid="clear">
        <PlainForm trouble={act.trouble} onSave={clear}>
          {isKnown && choices.reports.length === 0 && (
            <div className="banner">
              {t(requisition.caseId === null ? 'requisitions.noCaseForReport' : 'requisitions.noReport')}
            </div>
          )}
          <div className="clear-lines">
            {isKnown &&
              openLinesOf(requisition).map((line, lineIndex) => (
                <ClearRowFields
                  key={line.id}
                  line={line}
                  rows={rows.filter((row) => row.issueLineId === line.id)}
                  choices={choices}
                  showsFaults={hasTried}
                  autoFocus={lineIndex === 0}
                  onChange={change}
                  onSplit={() => setRows([...rows, rowFor(line, null)])}
                  onRemove={(key) => setRows(rows.filter((row) => row.key !== key))}
                />
              ))}
          </div>
          <div className="inside">
            <KeyButton
              primary
              submit
              label="requisitions.clear"
              shownKeys="F9"
              pending={act.pending}
              disabled={wanted.length === 0}
              onPress={clear}
            />
          </div>
        </PlainForm>
        <div className="two-boxes">
          <HolderBox holder={requisition.holder} />
        </div>
      </div>
    </Card>
  );
}

function useBegun(requisition: Requisition): ClearValues {
  const { version } = requisition;
  const [made, setMade] = useState(() => ({ version, rows: rowsToBegin(requisition) }));
  if (made.version !== version) setMade({ version, rows: rowsToBegin(requisition) });
  return useMemo(() => ({ rows: made.rows }), [made]);
}

/**
 * The approved reports of the case, and the bins that something can be brought back to. Until the reports are known
 * nothing may be chosen: a digit would mean another choice a moment later.
 */
function useChoices({ caseId }: Requisition): ClearChoices & { readonly isKnown: boolean } {
  const service = useService();
  const reports = useAsk(
    service.reports.list,
    {
      filter: { states: ['approved', 'filed'], ...(caseId === null ? {} : { caseId }) },
      sort: { by: 'createdAt', descending: true },
      limit: 50,
    },
    { shows: ['report'], enabled: caseId !== null },
  );
  const bins = useAsk(service.stock.accounts, { kinds: ['bin'] }, { shows: ['stockAccount'] });
  const rows = reports.data?.rows ?? [];
  return {
    isKnown: caseId === null || !reports.isPending,
    reports: rows.map((report) => ({ value: report.id as string, label: report.number })),
    usualReportId: rows[0]?.id ?? '',
    bins: (bins.data ?? [])
      .filter((bin) => bin.active)
      .map((bin) => ({
        value: bin.id as string,
        label: bin.name === bin.code ? bin.code : `${bin.code} ${bin.name}`,
      })),
  };
}

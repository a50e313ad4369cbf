import { useState } from 'react';
import { App } from 'antd';
import { useText } from '../../app/text.ts';
import { KeyButton } from '../../components/key-button.tsx';
import { useService } from '../../service/service-context.tsx';
import { useAct } from '../../service/use-act.ts';
import { useAsk } from '../../service/use-ask.ts';
import { ClearRowFields } from './clear-row-fields.tsx';
import type { ClearChoices } from './clear-row-fields.tsx';
import { blankRow, lackingIn, openLinesOf, rowFor, rowsToBegin, rowsToClear } from './clear-rows.ts';
import type { ClearRow } from './clear-rows.ts';
import type { Requisition } from './requisition-types.ts';
import { RowsPanel } from './rows-panel.tsx';
import { useRowsDraft } from './use-rows-draft.ts';

/** Accounts for what was drawn, line by line: built in by an approved report, brought back, or lost. */
export function ClearPanel({ requisition }: { readonly requisition: Requisition }) {
  const t = useText();
  const service = useService();
  const { message } = App.useApp();
  const { rows, setRows, target, keeper, leave } = useRowsDraft('clear', requisition, rowsToBegin, blankRow);
  const { isKnown, ...choices } = useChoices(requisition);
  const [hasTried, setHasTried] = useState(false);
  const act = useAct(service.requisitions.clear, {
    keeper,
    done: (saved) => {
      void message.success(t('requisitions.cleared', { number: saved.number }));
      leave();
    },
  });
  const wanted = rowsToClear(rows);
  const isReady = wanted.length > 0 && rows.every((row) => lackingIn(row) === undefined);
  const clear = () => {
    setHasTried(true);
    if (isReady) void act.run({ ...target, lines: wanted });
  };
  const change = (next: ClearRow) => setRows(rows.map((row) => (row.key === next.key ? next : row)));
  const allInstalled = () =>
    setRows(
      rows.map((row) => ({ ...row, kind: 'installed', reportId: row.reportId || choices.usualReportId })),
    );

  return (
    <RowsPanel
      requisition={requisition}
      testId="clear"
      label="requisitions.clear"
      act={act}
      disabled={rows.every((row) => row.kind === null)}
      onAct={clear}
      onCancel={() => leave()}
      otherAct={
        choices.reports.length > 0 && (
          <KeyButton label="requisitions.allInstalled" keys="F7" onPress={allInstalled} />
        )
      }
    >
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
    </RowsPanel>
  );
}

/**
 * The approved reports of the case, or those that list parts drawn for none, and the bins that something can be brought back to. Until the reports are known
 * nothing may be chosen: a digit would mean another choice a moment later.
 */
function useChoices({ id, caseId }: Requisition): ClearChoices & { readonly isKnown: boolean } {
  const service = useService();
  const reports = useAsk(
    service.reports.list,
    {
      filter: { states: ['approved', 'filed'], ...(caseId === null ? { requisitionId: id } : { caseId }) },
      sort: { by: 'createdAt', descending: true },
      limit: 50,
    },
    { shows: ['report'] },
  );
  const bins = useAsk(service.stock.accounts, { kinds: ['bin'] }, { shows: ['stockAccount'] });
  const rows = reports.data?.rows ?? [];
  return {
    isKnown: !reports.isPending,
    reports: rows.map((report) => ({ value: report.id as string, label: report.number })),
    usualReportId: rows[0]?.id ?? '',
    bins: (bins.data ?? [])
      .filter((bin) => bin.active)
      .map((bin) => ({
        value: bin.id as string,
        findable: bin.findable,
        label: bin.name === bin.code ? bin.code : `${bin.code} ${bin.name}`,
      })),
  };
}

import { useState } from 'react';
import { App } from 'antd';
import { newId } from '#shared/domain/ids.ts';
import { formatQuantity } from '#shared/domain/quantities.ts';
import { useText } from '../../app/text.ts';
import type { FoundPart } from '../../components/parts/find-part.ts';
import { useScannedPart } from '../../components/parts/scanned-part.ts';
import { useService } from '../../service/service-context.tsx';
import { useAct } from '../../service/use-act.ts';
import { IssueRowFields } from './issue-row-fields.tsx';
import { proposedRows, quantityOfLine, rowOfPart, rowsToIssue } from './issue-rows.ts';
import type { IssueRow } from './issue-rows.ts';
import type { Requisition, RequisitionLine } from './requisition-types.ts';
import { RowsPanel } from './rows-panel.tsx';
import { useRowsDraft } from './use-rows-draft.ts';

/** Hands parts out: what is open, out of which bin, proposed from what lies there. By keyboard, or scan by scan. */
export function IssuePanel({ requisition }: { readonly requisition: Requisition }) {
  const t = useText();
  const service = useService();
  const { message } = App.useApp();
  const { lines } = requisition;
  const { rows, setRows, target, keeper, leave } = useRowsDraft('issue', requisition, proposedRows);
  const [scanned, setScanned] = useState<ReadonlySet<string>>(new Set());
  const act = useAct(service.requisitions.issue, {
    keeper,
    done: ({ issueId, issueNumber }) => {
      void message.success(t('requisitions.issued', { number: issueNumber }));
      leave(`?issue=${issueId}`);
    },
  });
  const wanted = rowsToIssue(rows);
  useScannedParts(rows, setRows, scanned, setScanned, lines);

  return (
    <RowsPanel
      requisition={requisition}
      testId="issue"
      label="requisitions.issue"
      act={act}
      disabled={wanted.length === 0}
      onAct={() => void act.run({ ...target, lines: wanted })}
      onCancel={() => leave()}
      hint={t('requisitions.issueHint')}
    >
      <table className="lines fields-in-lines">
        <thead>
          <tr>
            <th />
            <th>{t('requisitions.part')}</th>
            <th className="num">{t('requisitions.toIssueQuantity')}</th>
            <th>{t('requisitions.bin')}</th>
            <th>{t('requisitions.quantity')}</th>
            <th />
          </tr>
        </thead>
        {lines
          .filter((line) => line.quantity > line.issuedQuantity)
          .map((line) => (
            <LineToIssue
              key={line.id}
              line={line}
              rows={rows}
              scanned={scanned}
              isFirst={line.id === rows[0]?.requisitionLineId}
              onChange={setRows}
            />
          ))}
      </table>
    </RowsPanel>
  );
}

/** A scanned part marks its row and puts the cursor into its quantity. */
function useScannedParts(
  rows: readonly IssueRow[],
  setRows: (rows: readonly IssueRow[]) => void,
  scanned: ReadonlySet<string>,
  setScanned: (scanned: ReadonlySet<string>) => void,
  lines: readonly RequisitionLine[],
): void {
  const t = useText();
  const { message } = App.useApp();
  const take = ({ id: partId }: FoundPart, code: string) => {
    const row = rowOfPart(rows, scanned, partId) ?? asSubstitute(rows, lines, partId);
    if (!row) return void message.warning(t('requisitions.scanNotHere', { code }));
    if (row.partId !== partId) {
      setRows(rows.map((other) => (other.key === row.key ? { ...row, partId, accountId: '' } : other)));
    }
    setScanned(new Set([...scanned, row.key]));
    document.querySelector<HTMLInputElement>(`[data-field="${row.key}.quantity"] input`)?.focus();
  };
  useScannedPart(take, () => false);
}

/** A scanned substitute takes the place of the part that was asked for. */
function asSubstitute(
  rows: readonly IssueRow[],
  lines: readonly RequisitionLine[],
  partId: string,
): IssueRow | undefined {
  const line = lines.find((one) => one.substitutes.some((substitute) => substitute.partId === partId));
  return rows.find((row) => row.requisitionLineId === line?.id);
}

function LineToIssue({
  line,
  rows,
  scanned,
  isFirst,
  onChange,
}: {
  readonly line: RequisitionLine;
  readonly rows: readonly IssueRow[];
  readonly scanned: ReadonlySet<string>;
  readonly isFirst: boolean;
  readonly onChange: (rows: readonly IssueRow[]) => void;
}) {
  const t = useText();
  const own = rows.filter((row) => row.requisitionLineId === line.id);
  const openQuantity = line.quantity - line.issuedQuantity;
  const isTooMuch = quantityOfLine(rows, line.id) > openQuantity;
  const change = (next: IssueRow) => onChange(rows.map((row) => (row.key === next.key ? next : row)));
  const addAfter = (row: IssueRow) =>
    onChange(
      rows.flatMap((other) =>
        other.key === row.key
          ? [other, { ...row, key: newId<'row'>(), accountId: '', quantity: null }]
          : [other],
      ),
    );
  return (
    <tbody>
      {own.map((row, index) => (
        <IssueRowFields
          key={row.key}
          row={row}
          line={line}
          isScanned={scanned.has(row.key)}
          autoFocus={isFirst && index === 0}
          openText={index === 0 ? `${formatQuantity(openQuantity)} ${line.unitOfMeasure}` : ''}
          fault={
            isTooMuch ? t('refusals.MORE_THAN_APPROVED', { part: line.partName, openQuantity }) : undefined
          }
          onChange={change}
          onAdd={() => addAfter(row)}
          onRemove={
            own.length > 1 ? () => onChange(rows.filter((other) => other.key !== row.key)) : undefined
          }
        />
      ))}
    </tbody>
  );
}

import { useEffect, useState } from 'react';
import { App } from 'antd';
import { newId } from '#shared/domain/ids.ts';
import { formatQuantity } from '#shared/domain/quantities.ts';
import { useText } from '../../app/text.ts';
import type { FoundPart } from '../../components/parts/find-part.ts';
import { useScannedPart } from '../../components/parts/scanned-part.ts';
import { useService } from '../../service/service-context.tsx';
import { useAct } from '../../service/use-act.ts';
import { IssueRowFields } from './issue-row-fields.tsx';
import {
  lacksBin,
  proposedRows,
  quantityOfLine,
  rowOfPart,
  rowsToIssue,
  withSubstitute,
  blankRow,
} from './issue-rows.ts';
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
  const { rows, setRows, target, keeper, leave } = useRowsDraft('issue', requisition, proposedRows, blankRow);
  const [scanned, setScanned] = useState<ReadonlySet<string>>(new Set());
  const [hasTried, setHasTried] = useState(false);
  const act = useAct(service.requisitions.issue, {
    keeper,
    done: ({ issueId, issueNumber }) => {
      void message.success(t('requisitions.issued', { number: issueNumber }));
      leave(`?issue=${issueId}`);
    },
  });
  const wanted = rowsToIssue(rows);
  useScannedParts(rows, setRows, scanned, setScanned, lines);
  const issue = () => {
    setHasTried(true);
    if (rows.some(lacksBin)) return;
    if (wanted.length === 0) void message.warning(t('requisitions.nothingToIssue'));
    else void act.run({ ...target, lines: wanted });
  };

  return (
    <RowsPanel
      requisition={requisition}
      testId="issue"
      label="requisitions.issue"
      act={act}
      disabled={false}
      onAct={issue}
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
        {openLines(lines).map((line) => (
          <LineToIssue
            key={line.id}
            line={line}
            rows={rows}
            scanned={scanned}
            isFirst={line.id === rows[0]?.requisitionLineId}
            showsFaults={hasTried}
            onChange={setRows}
          />
        ))}
      </table>
    </RowsPanel>
  );
}

const openLines = (lines: readonly RequisitionLine[]) =>
  lines.filter((line) => line.quantity > line.issuedQuantity);

/** A scanned part marks its row and puts the cursor into its quantity; a substitute gets a row of its own. */
function useScannedParts(
  rows: readonly IssueRow[],
  setRows: (rows: readonly IssueRow[]) => void,
  scanned: ReadonlySet<string>,
  setScanned: (scanned: ReadonlySet<string>) => void,
  lines: readonly RequisitionLine[],
): void {
  const t = useText();
  const { message } = App.useApp();
  const [scannedLast, setScannedLast] = useState<string>();
  useEffect(() => {
    // Once it is drawn: the row of a substitute is new.
    document.querySelector<HTMLInputElement>(`[data-field="${scannedLast}.quantity"] input`)?.focus();
  }, [scannedLast, scanned]);
  const substitute = (partId: string): string | undefined => {
    const line = openLines(lines).find((one) => one.substitutes.some((other) => other.partId === partId));
    if (!line) return undefined;
    const taken = withSubstitute(rows, scanned, line, partId);
    setRows(taken.rows);
    return taken.key;
  };
  const take = ({ id: partId }: FoundPart, code: string) => {
    const key = rowOfPart(rows, scanned, partId)?.key ?? substitute(partId);
    if (key === undefined) return void message.warning(t('requisitions.scanNotHere', { code }));
    setScanned(new Set([...scanned, key]));
    setScannedLast(key);
  };
  useScannedPart(take, () => false);
}

function LineToIssue({
  line,
  rows,
  scanned,
  isFirst,
  showsFaults,
  onChange,
}: {
  readonly line: RequisitionLine;
  readonly rows: readonly IssueRow[];
  readonly scanned: ReadonlySet<string>;
  readonly isFirst: boolean;
  /** Whether what is missing is marked: after the first try. */
  readonly showsFaults: boolean;
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
          stillOpenQuantity={openQuantity - quantityOfLine(rows, line.id)}
          isBinMissing={showsFaults && lacksBin(row)}
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

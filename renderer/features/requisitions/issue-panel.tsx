import { useEffect, useMemo, useRef, useState } from 'react';
import { App } from 'antd';
import { newId } from '#shared/domain/ids.ts';
import { formatQuantity } from '#shared/domain/quantities.ts';
import { useDraft } from '../../app/drafts/use-draft.ts';
import { useOpen } from '../../app/navigate.ts';
import { pathOfRecord } from '../../app/record-paths.ts';
import { useText } from '../../app/text.ts';
import { Acts } from '../../components/acts-slot.tsx';
import { Card } from '../../components/card.tsx';
import { PlainForm } from '../../components/form/plain-form.tsx';
import { KeyButton } from '../../components/key-button.tsx';
import type { FoundPart } from '../../components/parts/find-part.ts';
import { useScannedPart } from '../../components/parts/scanned-part.ts';
import { useService } from '../../service/service-context.tsx';
import { useAct } from '../../service/use-act.ts';
import { HolderBox } from './holder-box.tsx';
import { IssueRowFields } from './issue-row-fields.tsx';
import { proposedRows, quantityOfLine, rowOfPart, rowsToIssue } from './issue-rows.ts';
import type { IssueRow } from './issue-rows.ts';
import { Heading } from './requisition-card.tsx';
import type { Requisition, RequisitionLine } from './requisition-types.ts';

interface IssueValues {
  readonly rows: readonly IssueRow[];
}

/** Hands parts out: what is open, out of which bin, proposed from what lies there. By keyboard, or scan by scan. */
export function IssuePanel({ requisition }: { readonly requisition: Requisition }) {
  const t = useText();
  const open = useOpen();
  const service = useService();
  const { message } = App.useApp();
  const { id, number, version, lines } = requisition;
  const proposed = useProposed(requisition);
  const draft = useDraft<IssueValues>(`issue/${id}`, proposed, version);
  const { rows } = draft.value;
  const [scanned, setScanned] = useState<ReadonlySet<string>>(new Set());
  const view = (search = '') => open(`${pathOfRecord('requisition', id)}${search}`, { replace: true });
  const act = useAct(service.requisitions.issue, {
    keeper: draft.keeper,
    done: ({ issueId, issueNumber }) => {
      draft.discard();
      void message.success(t('requisitions.issued', { number: issueNumber }));
      view(`?issue=${issueId}`);
    },
  });
  const wanted = rowsToIssue(rows);
  const issue = () => void act.run({ id, version: draft.version ?? version, lines: wanted });
  const setRows = (next: readonly IssueRow[]) => draft.set({ rows: next });
  useScannedParts(rows, setRows, scanned, setScanned, lines);

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
        <KeyButton
          primary
          label="requisitions.issue"
          keys="F9"
          pending={act.pending}
          disabled={wanted.length === 0}
          onPress={issue}
        />
      </Acts>
      <div className="scroll grow-column" data-testid="issue">
        <PlainForm trouble={act.trouble} onSave={issue}>
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
          <div className="inside row">
            <KeyButton
              primary
              submit
              label="requisitions.issue"
              shownKeys="F9"
              pending={act.pending}
              disabled={wanted.length === 0}
              onPress={issue}
            />
            <span className="mut sm">{t('requisitions.issueHint')}</span>
          </div>
        </PlainForm>
        <div className="two-boxes">
          <HolderBox holder={requisition.holder} />
        </div>
      </div>
    </Card>
  );
}

/** The proposal for this version of the requisition; the same rows at every drawing. */
function useProposed(requisition: Requisition): IssueValues {
  const { version } = requisition;
  const latest = useRef(requisition);
  useEffect(() => {
    latest.current = requisition;
  });
  const [made, setMade] = useState(() => ({ version, rows: proposedRows(requisition) }));
  if (made.version !== version) setMade({ version, rows: proposedRows(requisition) });
  return useMemo(() => ({ rows: made.rows }), [made]);
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

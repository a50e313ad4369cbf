import { useEffect } from 'react';
import { formatQuantity } from '#shared/domain/quantities.ts';
import { useText } from '../../app/text.ts';
import { CellField } from '../../components/form/cell-field.tsx';
import { SelectInput } from '../../components/inputs/select-input.tsx';
import { PartOfLine, QuantityOfLine } from '../../components/parts/line-fields.tsx';
import { RemoveLine } from '../../components/remove-line.tsx';
import { useService } from '../../service/service-context.tsx';
import { useAsk } from '../../service/use-ask.ts';
import type { IssueRow } from './issue-rows.ts';
import type { RequisitionLine } from './requisition-types.ts';

/** One row of the issue: the part or a substitute of it, the bin, how much. */
export function IssueRowFields({
  row,
  line,
  isScanned,
  autoFocus,
  stillOpenQuantity,
  isBinMissing,
  openText,
  fault,
  onChange,
  onAdd,
  onRemove,
}: {
  readonly row: IssueRow;
  readonly line: RequisitionLine;
  readonly isScanned: boolean;
  readonly autoFocus: boolean;
  /** What of the line no row says yet. */
  readonly stillOpenQuantity: number;
  readonly isBinMissing: boolean;
  readonly openText: string;
  readonly fault: string | undefined;
  readonly onChange: (row: IssueRow) => void;
  readonly onAdd: () => void;
  readonly onRemove: (() => void) | undefined;
}) {
  const t = useText();
  const bins = useBins(row, line);
  const there = bins.find((bin) => bin.accountId === row.accountId)?.quantity ?? 0;
  const tooMuch =
    row.accountId !== '' && row.quantity !== null && row.quantity > there
      ? t('requisitions.binHas', { thereQuantity: there })
      : undefined;
  const binFault = isBinMissing ? t(bins.length === 0 ? 'requisitions.noBin' : 'issue.required') : undefined;
  useEffect(() => {
    // A substitute is given as the part itself would be: out of the bin that has most.
    const [fullest] = bins.toSorted((one, other) => other.quantity - one.quantity);
    if (row.partId === line.partId || row.accountId !== '' || !fullest) return;
    const proposed = Math.min(fullest.quantity, stillOpenQuantity);
    const quantity = row.quantity ?? (proposed > 0 ? proposed : null);
    onChange({ ...row, accountId: fullest.accountId, quantity });
  });
  return (
    <tr className={isScanned ? 'on' : undefined}>
      <td className="good">{isScanned ? '✓' : ''}</td>
      <td className="rest">
        <PartOfRow row={row} line={line} onChange={onChange} />
      </td>
      <td className="num">{openText}</td>
      <td>
        <CellField label={t('requisitions.bin')} name={`${row.key}.accountId`} fault={binFault}>
          <SelectInput
            width={190}
            value={row.accountId === '' ? null : row.accountId}
            emptyLabel={t(bins.length === 0 ? 'requisitions.noBin' : 'requisitions.chooseBin')}
            disabled={bins.length === 0}
            choices={bins.map((bin) => ({
              value: bin.accountId,
              label: `${bin.code} · ${formatQuantity(bin.quantity)} ${line.unitOfMeasure}`,
            }))}
            onChange={(accountId) => onChange({ ...row, accountId: accountId ?? '' })}
          />
        </CellField>
      </td>
      <td>
        <QuantityOfLine
          label={t('requisitions.quantity')}
          name={`${row.key}.quantity`}
          fault={fault ?? tooMuch}
          unit={line.unitOfMeasure}
          width={110}
          autoFocus={autoFocus}
          value={row.quantity}
          onChange={(quantity) => onChange({ ...row, quantity })}
        />
      </td>
      <td>
        <span className="row tight">
          <button type="button" className="link" aria-label={t('requisitions.anotherBin')} onClick={onAdd}>
            +
          </button>
          {onRemove && <RemoveLine onPress={onRemove} />}
        </span>
      </td>
    </tr>
  );
}

/** The part asked for; where substitutes are registered, a choice among them. */
function PartOfRow({
  row,
  line,
  onChange,
}: {
  readonly row: IssueRow;
  readonly line: RequisitionLine;
  readonly onChange: (row: IssueRow) => void;
}) {
  const t = useText();
  if (line.substitutes.length === 0) return <PartOfLine line={line} />;
  const choices = [
    { value: line.partId, label: `${line.partNumber} ${line.partName}` },
    ...line.substitutes.map((one) => ({
      value: one.partId,
      label: t('requisitions.substituteChoice', {
        number: one.number,
        name: one.name,
        availableQuantity: one.availableQuantity,
      }),
    })),
  ];
  return (
    <CellField label={t('requisitions.part')} name={`${row.key}.partId`}>
      <SelectInput
        value={row.partId}
        choices={choices}
        onChange={(partId) => partId && onChange({ ...row, partId, accountId: '' })}
      />
    </CellField>
  );
}

/** The bins that hold the part of a row. */
function useBins(
  row: IssueRow,
  line: RequisitionLine,
): readonly { readonly accountId: string; readonly code: string; readonly quantity: number }[] {
  const service = useService();
  const isSubstitute = row.partId !== line.partId;
  const { data } = useAsk(
    service.parts.get,
    { id: row.partId },
    { shows: ['part', 'stock'], enabled: isSubstitute },
  );
  if (!isSubstitute) return line.bins;
  return data?.accounts.filter((account) => account.kind === 'bin' && account.quantity > 0) ?? [];
}

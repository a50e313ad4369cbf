import type { ClearingKind } from '#shared/domain/states.ts';
import { formatQuantity, oneUnit } from '#shared/domain/quantities.ts';
import { useMay } from '../../app/session/session.ts';
import { useText } from '../../app/text.ts';
import { CellField } from '../../components/form/cell-field.tsx';
import { ChoiceButtons } from '../../components/inputs/choice-buttons.tsx';
import type { Choice } from '../../components/inputs/choice-buttons.tsx';
import { MoneyInput, QuantityInput } from '../../components/inputs/number-inputs.tsx';
import { SelectInput } from '../../components/inputs/select-input.tsx';
import { TextInput } from '../../components/inputs/text-input.tsx';
import { RemoveLine } from '../../components/remove-line.tsx';
import { lackingIn } from './clear-rows.ts';
import type { ClearRow } from './clear-rows.ts';
import type { IssueLine } from './requisition-types.ts';
import { OldParts } from './slips.tsx';

/** What can be chosen for the rows. */
export interface ClearChoices {
  readonly reports: readonly Choice<string>[];
  /** The report that most rows are about. */
  readonly usualReportId: string;
  readonly bins: readonly Choice<string>[];
}

/** A drawn line and the rows that account for it. */
export function ClearRowFields({
  line,
  rows,
  choices,
  showsFaults,
  autoFocus,
  onChange,
  onSplit,
  onRemove,
}: {
  readonly line: IssueLine;
  readonly rows: readonly ClearRow[];
  readonly choices: ClearChoices;
  readonly showsFaults: boolean;
  readonly autoFocus: boolean;
  readonly onChange: (row: ClearRow) => void;
  readonly onSplit: () => void;
  readonly onRemove: (key: string) => void;
}) {
  const t = useText();
  const openQuantity = line.quantity - line.clearedQuantity;
  const missing = (row: ClearRow, ...names: readonly ReturnType<typeof lackingIn>[]) =>
    showsFaults && lackingIn(row) !== undefined && names.includes(lackingIn(row))
      ? t('issue.required')
      : undefined;
  const said = rows.reduce((sum, row) => sum + (row.kind === null ? 0 : (row.quantity ?? 0)), 0);
  return (
    <section className="clear-line">
      <div className="row tight">
        <span className="strong">{line.partName}</span>
        <span className="mut">{line.partNumber}</span>
        <span>{t('requisitions.openOf', { openQuantity })}</span>
        <span className="grow" />
        <OldParts line={line} />
        {openQuantity > oneUnit && (
          <button type="button" className="link sm" onClick={onSplit}>
            {t('requisitions.split')}
          </button>
        )}
      </div>
      {rows.map((row) => (
        <div key={row.key} className="clear-row">
          <CellField
            label={t('requisitions.quantity')}
            name={`${row.key}.quantity`}
            fault={
              said > openQuantity
                ? t('refusals.MORE_THAN_ISSUED', { part: line.partName, openQuantity })
                : missing(row, 'quantity')
            }
          >
            <QuantityInput
              width={96}
              autoFocus={autoFocus && row === rows[0]}
              value={row.quantity}
              onChange={(quantity) => onChange({ ...row, quantity })}
            />
          </CellField>
          <KindChoice row={row} choices={choices} onChange={onChange} />
          <Particulars
            row={row}
            choices={choices}
            fault={missing(row, 'reportId', 'accountId', 'reason')}
            onChange={onChange}
          />
          {rows.length > 1 && (
            <RemoveLine name={formatQuantity(row.quantity ?? 0)} onPress={() => onRemove(row.key)} />
          )}
        </div>
      ))}
    </section>
  );
}

function KindChoice({
  row,
  choices,
  onChange,
}: {
  readonly row: ClearRow;
  readonly choices: ClearChoices;
  readonly onChange: (row: ClearRow) => void;
}) {
  const t = useText();
  const may = useMay();
  const kinds: readonly ClearingKind[] = [
    ...(choices.reports.length > 0 ? (['installed'] as const) : []),
    'returned',
    ...(may('requisitions.allow') ? (['lost'] as const) : []),
  ];
  return (
    <ChoiceButtons
      value={row.kind}
      onChange={(kind) => onChange({ ...row, kind, reportId: row.reportId || choices.usualReportId })}
      choices={kinds.map((value) => ({
        value,
        label: t(`states.clearingKind_${value}`),
        ...(value === 'lost' ? { tone: 'late' as const } : {}),
      }))}
    />
  );
}

/** What each kind wants to know: the report, the bin, or the reason and what is charged. */
function Particulars({
  row,
  choices,
  fault,
  onChange,
}: {
  readonly row: ClearRow;
  readonly choices: ClearChoices;
  readonly fault: string | undefined;
  readonly onChange: (row: ClearRow) => void;
}) {
  const t = useText();
  if (row.kind === 'installed') {
    return (
      <CellField label={t('requisitions.report')} name={`${row.key}.reportId`} fault={fault}>
        <SelectInput
          width={190}
          value={row.reportId === '' ? null : row.reportId}
          emptyLabel={t('requisitions.chooseReport')}
          choices={choices.reports}
          onChange={(reportId) => onChange({ ...row, reportId: reportId ?? '' })}
        />
      </CellField>
    );
  }
  if (row.kind === 'returned') {
    return (
      <CellField label={t('requisitions.bin')} name={`${row.key}.accountId`} fault={fault}>
        <SelectInput
          width={190}
          value={row.accountId === '' ? null : row.accountId}
          emptyLabel={t('requisitions.chooseBin')}
          choices={choices.bins}
          onChange={(accountId) => onChange({ ...row, accountId: accountId ?? '' })}
        />
      </CellField>
    );
  }
  if (row.kind === null) return null;
  return (
    <>
      <CellField label={t('common.reason')} name={`${row.key}.reason`} fault={fault}>
        <TextInput
          width={220}
          maxLength={400}
          placeholder={t('common.reason')}
          value={row.reason}
          onChange={(reason) => onChange({ ...row, reason })}
        />
      </CellField>
      <CellField label={t('requisitions.charge')} name={`${row.key}.chargeFen`}>
        <MoneyInput
          width={120}
          placeholder={t('requisitions.charge')}
          value={row.chargeFen}
          onChange={(chargeFen) => onChange({ ...row, chargeFen })}
        />
      </CellField>
    </>
  );
}

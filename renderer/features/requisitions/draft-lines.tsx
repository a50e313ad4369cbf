import { amountOf, formatMoney } from '#shared/domain/money.ts';
import { formatQuantity } from '#shared/domain/quantities.ts';
import { useText } from '../../app/text.ts';
import { CellField } from '../../components/form/cell-field.tsx';
import { SelectInput } from '../../components/inputs/select-input.tsx';
import { SwitchChoice } from '../../components/inputs/switch-choice.tsx';
import { TextInput } from '../../components/inputs/text-input.tsx';
import { PartOfLine, QuantityOfLine } from '../../components/parts/line-fields.tsx';
import { RemoveLine } from '../../components/remove-line.tsx';
import type { Trouble } from '../../service/trouble.ts';
import { amountOfLines } from './draft-values.ts';
import type { LineValues } from './draft-values.ts';
import type { useJudgements } from './use-judgements.ts';

/** The lines of a draft, each a row of fields. */
export function DraftLines({
  lines,
  judgements,
  trouble,
  onChange,
}: {
  readonly lines: readonly LineValues[];
  readonly judgements: ReturnType<typeof useJudgements>;
  readonly trouble: Trouble | null;
  readonly onChange: (lines: readonly LineValues[]) => void;
}) {
  const t = useText();
  if (lines.length === 0) return null;
  const change = (key: string, fields: Partial<LineValues>) =>
    onChange(lines.map((line) => (line.key === key ? { ...line, ...fields } : line)));
  const choices = judgements.map((one) => ({
    value: one.id,
    label: `${t(`states.verdict_${one.holdingVerdict}`)} ${one.componentGroupName} ${one.clause}`.trim(),
  }));
  return (
    <table className="lines fields-in-lines" data-testid="draft-lines">
      <thead>
        <tr>
          <th>{t('requisitions.part')}</th>
          <th>{t('requisitions.quantity')}</th>
          <th>{t('requisitions.fault')}</th>
          <th>{t('requisitions.judgement')}</th>
          <th>{t('requisitions.oldPart')}</th>
          <th className="num">{t('requisitions.amount')}</th>
          <th />
        </tr>
      </thead>
      <tbody>
        {lines.map((line, index) => (
          <tr key={line.key}>
            <td className="rest">
              <PartOfLine line={line}>
                <Available line={line} />
              </PartOfLine>
            </td>
            <td>
              <QuantityOfLine
                label={t('requisitions.quantity')}
                name={`lines.${index}.quantity`}
                trouble={trouble}
                unit={line.unitOfMeasure}
                value={line.quantity}
                onChange={(quantity) => change(line.key, { quantity })}
              />
            </td>
            <td>
              <CellField label={t('requisitions.fault')} name={`lines.${index}.fault`} trouble={trouble}>
                <TextInput
                  width={150}
                  maxLength={200}
                  value={line.fault}
                  onChange={(fault) => change(line.key, { fault })}
                />
              </CellField>
            </td>
            <td>
              <CellField
                label={t('requisitions.judgement')}
                name={`lines.${index}.judgementId`}
                trouble={trouble}
              >
                <SelectInput
                  width={136}
                  value={line.judgementId}
                  emptyLabel={t(
                    choices.length === 0 ? 'requisitions.noJudgements' : 'requisitions.noJudgement',
                  )}
                  disabled={choices.length === 0}
                  choices={choices}
                  onChange={(judgementId) => change(line.key, { judgementId })}
                />
              </CellField>
            </td>
            <td>
              <SwitchChoice
                value={line.oldPartRequired}
                onChange={(oldPartRequired) => change(line.key, { oldPartRequired })}
                yes="requisitions.oldPartNeeded"
                no="requisitions.oldPartNotNeeded"
              />
            </td>
            <td className="num">{formatMoney(amountOf(line.unitPriceFen, line.quantity ?? 0))}</td>
            <td>
              <RemoveLine
                name={line.partNumber}
                onPress={() => onChange(lines.filter((other) => other.key !== line.key))}
              />
            </td>
          </tr>
        ))}
        <tr>
          <td colSpan={5} className="num mut">
            {t('requisitions.total')}
          </td>
          <td className="num strong">{formatMoney(amountOfLines(lines))}</td>
          <td />
        </tr>
      </tbody>
    </table>
  );
}

function Available({ line }: { readonly line: LineValues }) {
  const t = useText();
  const isShort = line.availableQuantity < (line.quantity ?? 0);
  return (
    <span className={isShort ? 'late' : undefined}>
      {t('requisitions.stock')} {formatQuantity(Math.max(0, line.availableQuantity))}
    </span>
  );
}

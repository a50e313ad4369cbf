import { useMemo } from 'react';
import { formatQuantity } from '#shared/domain/quantities.ts';
import { useText, type Text } from '../../app/text.ts';
import { SelectInput } from '../../components/inputs/select-input.tsx';
import { SwitchChoice } from '../../components/inputs/switch-choice.tsx';
import { TextInput } from '../../components/inputs/text-input.tsx';
import { PartLines, type LineColumn } from '../../components/parts/part-lines.tsx';
import type { Trouble } from '../../service/trouble.ts';
import { lineAmountText, totalText, unpricedIn } from './amount-texts.ts';
import { amountOfLines, type LineValues } from './draft-values.ts';
import { judgementName, type useJudgements } from './use-judgements.ts';

type Judgements = ReturnType<typeof useJudgements>;

const labels = { part: 'requisitions.part', quantity: 'requisitions.quantity' } as const;

/** The lines of a draft, each a row of fields. */
export function DraftLines({
  lines,
  judgements,
  trouble,
  onChange,
}: {
  readonly lines: readonly LineValues[];
  readonly judgements: Judgements;
  readonly trouble: Trouble | null;
  readonly onChange: (lines: readonly LineValues[]) => void;
}) {
  const t = useText();
  const columns = useMemo(
    () => [faultColumn, judgementColumn(judgements, t), oldPartColumn, amountColumn(t)],
    [judgements, t],
  );
  return (
    <PartLines
      testId="draft-lines"
      labels={labels}
      lines={lines}
      columns={columns}
      trouble={trouble}
      noteOf={availableOf}
      foot={
        <tr>
          <td colSpan={5} className="num mut">
            {t('requisitions.total')}
          </td>
          <td className="num strong">{totalText(amountOfLines(lines), unpricedIn(lines), t)}</td>
          <td />
        </tr>
      }
      onChange={onChange}
    />
  );
}

const availableOf = (line: LineValues) => <Available line={line} />;

const faultColumn: LineColumn<LineValues> = {
  label: 'requisitions.fault',
  field: 'fault',
  draw: (line, change) => (
    <TextInput width={150} maxLength={200} value={line.fault} onChange={(fault) => change({ fault })} />
  ),
};

function judgementColumn(judgements: Judgements, t: Text): LineColumn<LineValues> {
  const choices = judgements.map((one) => ({
    value: one.id,
    label: judgementName(one, t),
  }));
  return {
    label: 'requisitions.judgement',
    field: 'judgementId',
    draw: (line, change) => (
      <SelectInput
        width={136}
        value={line.judgementId}
        emptyLabel={t(choices.length === 0 ? 'requisitions.noJudgements' : 'requisitions.noJudgement')}
        disabled={choices.length === 0}
        choices={choices}
        onChange={(judgementId) => change({ judgementId })}
      />
    ),
  };
}

const oldPartColumn: LineColumn<LineValues> = {
  label: 'requisitions.oldPart',
  draw: (line, change) => (
    <SwitchChoice
      value={line.oldPartRequired}
      onChange={(oldPartRequired) => change({ oldPartRequired })}
      yes="requisitions.oldPartNeeded"
      no="requisitions.oldPartNotNeeded"
    />
  ),
};

function amountColumn(t: Text): LineColumn<LineValues> {
  return { label: 'requisitions.amount', isNumber: true, draw: (line) => lineAmountText(line, t) };
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

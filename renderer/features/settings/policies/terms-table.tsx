import { useId } from 'react';
import { CloseOutlined } from '@ant-design/icons';
import { Checkbox } from 'antd';
import { useText } from '../../../app/text.ts';
import { CountInput } from '../../../components/inputs/number-inputs.tsx';
import { SelectInput } from '../../../components/inputs/select-input.tsx';
import { TextInput } from '../../../components/inputs/text-input.tsx';
import { KeyButton } from '../../../components/key-button.tsx';
import { groupName } from '../../../components/warranty/group-name.ts';
import type { Group } from '../../../components/warranty/group-name.ts';
import type { Trouble } from '../../../service/trouble.ts';
import { FieldSpot } from '../field-spot.tsx';
import { newTerm, termColumns } from './policy-values.ts';
import type { TermValues } from './policy-values.ts';

/** What a policy grants each component group, one line for each, as it is typed. */
export function TermsTable({
  terms,
  groups,
  onChange,
  trouble,
}: {
  readonly terms: readonly TermValues[];
  readonly groups: readonly Group[];
  readonly onChange: (next: TermValues[]) => void;
  readonly trouble: Trouble | null;
}) {
  const t = useText();
  const id = useId();
  const free = groups.find(({ code }) => !terms.some((term) => term.componentGroupCode === code));
  const change = (index: number, part: Partial<TermValues>) =>
    onChange(terms.map((term, at) => (at === index ? { ...term, ...part } : term)));
  return (
    <>
      <table className="lines terms">
        <thead>
          <tr>
            {termColumns.map((column) => (
              <th key={column} id={`${id}${column}`}>
                {t(`settings.${column}`)}
              </th>
            ))}
            <th />
          </tr>
        </thead>
        <tbody>
          {terms.map((term, index) => (
            <TermRow
              key={term.key}
              headings={id}
              path={`terms.${index}`}
              term={term}
              groups={groups}
              trouble={trouble}
              onChange={(part) => change(index, part)}
              onRemove={terms.length > 1 ? () => onChange(terms.toSpliced(index, 1)) : undefined}
            />
          ))}
        </tbody>
      </table>
      <div>
        <KeyButton
          label="settings.addTerm"
          disabled={!free}
          onPress={() => onChange([...terms, newTerm(free?.code ?? '')])}
        />
      </div>
    </>
  );
}

function TermRow({
  headings,
  path,
  term,
  groups,
  trouble,
  onChange,
  onRemove,
}: {
  readonly headings: string;
  readonly path: string;
  readonly term: TermValues;
  readonly groups: readonly Group[];
  readonly trouble: Trouble | null;
  readonly onChange: (part: Partial<TermValues>) => void;
  readonly onRemove: (() => void) | undefined;
}) {
  const t = useText();
  const choices = groups.map((group) => ({
    value: group.code,
    label: groupName(group, t),
    findable: group.findable,
  }));
  const place = (column: (typeof termColumns)[number], field: keyof TermValues) => ({
    labelId: `${headings}${column}`,
    name: `${path}.${field}`,
    trouble,
  });
  return (
    <tr>
      <FieldSpot {...place('termGroup', 'componentGroupCode')}>
        <SelectInput
          value={term.componentGroupCode}
          onChange={(code) => onChange({ componentGroupCode: code ?? '' })}
          choices={choices}
          width={152}
        />
      </FieldSpot>
      <FieldSpot {...place('termClause', 'clause')}>
        <TextInput
          width={62}
          maxLength={20}
          value={term.clause}
          onChange={(clause) => onChange({ clause })}
        />
      </FieldSpot>
      <FieldSpot {...place('termMonths', 'months')}>
        <CountInput width={62} value={term.months} onChange={(months) => onChange({ months })} />
      </FieldSpot>
      <FieldSpot {...place('termMileage', 'mileageKm')}>
        <CountInput width={88} value={term.mileageKm} onChange={(mileageKm) => onChange({ mileageKm })} />
      </FieldSpot>
      <FieldSpot {...place('termHours', 'operatingHours')}>
        <CountInput
          width={72}
          value={term.operatingHours}
          onChange={(operatingHours) => onChange({ operatingHours })}
        />
      </FieldSpot>
      <FieldSpot {...place('termWear', 'wearPart')}>
        <Checkbox
          checked={term.wearPart}
          aria-labelledby={`${headings}termWear`}
          onChange={(event) => onChange({ wearPart: event.target.checked })}
        />
      </FieldSpot>
      <td className="num">
        {onRemove && (
          <button
            type="button"
            className="link"
            title={t('common.remove')}
            aria-label={t('common.remove')}
            onClick={onRemove}
          >
            <CloseOutlined />
          </button>
        )}
      </td>
    </tr>
  );
}

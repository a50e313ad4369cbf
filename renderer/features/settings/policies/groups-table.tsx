import { useId } from 'react';
import { useText } from '../../../app/text.ts';
import { TextInput } from '../../../components/inputs/text-input.tsx';
import type { Trouble } from '../../../service/trouble.ts';
import { FieldSpot } from '../field-spot.tsx';

/** A component group as it is typed. */
export interface GroupValues {
  readonly key: string;
  /** Its code can still be chosen. */
  readonly isNew: boolean;
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
}

const columns = ['groupCode', 'groupName', 'groupNameEn'] as const;

/** The component groups, one line for each; the order is theirs everywhere. */
export function GroupsTable({
  rows,
  trouble,
  onChange,
}: {
  readonly rows: readonly GroupValues[];
  readonly trouble: Trouble | null;
  /** Absent where nothing can be changed. */
  readonly onChange: ((next: GroupValues[]) => void) | undefined;
}) {
  const t = useText();
  const id = useId();
  const disabled = onChange === undefined;
  const change = (index: number, part: Partial<GroupValues>) =>
    onChange?.(rows.map((row, at) => (at === index ? { ...row, ...part } : row)));
  const move = (index: number, by: number) => {
    const moved = rows[index];
    if (moved) onChange?.(rows.toSpliced(index, 1).toSpliced(index + by, 0, moved));
  };
  return (
    <table className="lines terms">
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} id={`${id}${column}`}>
              {t(`settings.${column}`)}
            </th>
          ))}
          <th />
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={row.key}>
            <FieldSpot labelId={`${id}groupCode`} name={`groups.${index}.code`} trouble={trouble}>
              {row.isNew && !disabled ? (
                <TextInput
                  width={160}
                  maxLength={20}
                  value={row.code}
                  onChange={(code) => change(index, { code })}
                />
              ) : (
                <span className="field-value mut">{row.code}</span>
              )}
            </FieldSpot>
            <FieldSpot labelId={`${id}groupName`} name={`groups.${index}.name`} trouble={trouble}>
              <TextInput
                width={220}
                maxLength={40}
                value={row.name}
                disabled={disabled}
                onChange={(name) => change(index, { name })}
              />
            </FieldSpot>
            <FieldSpot labelId={`${id}groupNameEn`} name={`groups.${index}.nameEn`} trouble={trouble}>
              <TextInput
                width={290}
                maxLength={60}
                value={row.nameEn}
                disabled={disabled}
                onChange={(nameEn) => change(index, { nameEn })}
              />
            </FieldSpot>
            <td className="num">
              {onChange && (
                <span className="row tight">
                  <button
                    type="button"
                    className="link sm"
                    disabled={index === 0}
                    onClick={() => move(index, -1)}
                  >
                    {t('settings.moveUp')}
                  </button>
                  <button
                    type="button"
                    className="link sm"
                    disabled={index === rows.length - 1}
                    onClick={() => move(index, 1)}
                  >
                    {t('settings.moveDown')}
                  </button>
                  <button
                    type="button"
                    className="link sm"
                    disabled={rows.length === 1}
                    onClick={() => onChange(rows.toSpliced(index, 1))}
                  >
                    {t('common.remove')}
                  </button>
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

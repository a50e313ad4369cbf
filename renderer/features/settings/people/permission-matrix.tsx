import type { KeyboardEvent } from 'react';
import { permissions } from '#shared/domain/permissions.ts';
import { permissionGroupWord, permissionWord } from '#shared/messages/role-words.ts';
import type { Permission } from '#shared/nouns/index.ts';
import { useText } from '../../../app/text.ts';
import { useFieldPlace } from '../../../components/form/field-context.ts';
import { ChoiceBox } from '../../../components/inputs/choice-box.tsx';
import { permissionGroups } from './permission-groups.ts';

/**
 * What a role may do, a row for each thing that permissions are about. Space chooses; left and right go along a row, up and
 * down from row to row. In the order of Enter it is one field.
 */
export function PermissionMatrix({
  value,
  onChange,
  kept,
  disabled,
}: {
  readonly value: readonly Permission[];
  readonly onChange: (next: Permission[]) => void;
  /** Permissions that the role never loses. */
  readonly kept: readonly Permission[];
  readonly disabled: boolean;
}) {
  const { language } = useText();
  const place = useFieldPlace();
  // In the order of the permissions, whatever was pressed first.
  const toggle = (one: Permission) =>
    onChange(permissions.filter((other) => (other === one) !== value.includes(other)));
  return (
    <div role="group" aria-labelledby={place?.labelId} aria-invalid={place?.isFaulty}>
      <table className="lines permissions" onKeyDown={goToRow}>
        <tbody>
          {permissionGroups.map(({ name, permissions: of }) => (
            <tr key={name}>
              <th scope="row">{permissionGroupWord(name, language)}</th>
              <td>
                <div className="choices">
                  {of.map((permission) => (
                    <ChoiceBox
                      key={permission}
                      label={permissionWord(permission, language)}
                      isTaken={value.includes(permission)}
                      disabled={disabled || kept.includes(permission)}
                      onToggle={() => toggle(permission)}
                    />
                  ))}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Goes to the row above or below in which something can be chosen, to the same place in it or its last one. */
function goToRow(event: KeyboardEvent<HTMLTableElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const rows = [...event.currentTarget.rows].map((row) => [
    ...row.querySelectorAll<HTMLButtonElement>('button:enabled'),
  ]);
  const from = rows.findIndex((row) => row.some((box) => box === event.target));
  const column = rows[from]?.findIndex((box) => box === event.target) ?? 0;
  const others = step > 0 ? rows.slice(from + 1) : rows.slice(0, Math.max(0, from)).toReversed();
  const row = others.find((boxes) => boxes.length > 0);
  if (!row) return;
  event.preventDefault();
  row[Math.min(column, row.length - 1)]?.focus();
}

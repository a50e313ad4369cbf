import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Permission } from '#shared/nouns/index.ts';
import type { MessageKey } from '../app/text.ts';
import { useMay } from '../app/session/session.ts';
import { useText } from '../app/text.ts';
import { Card } from './card.tsx';
import { KeyButton } from './key-button.tsx';

/** A card with the few rows of one thing, each edited in its place; a new one is written above them. */
export function EditableRowsCard<Row extends { readonly id: string }>({
  title,
  tags,
  permission,
  add,
  empty,
  rows,
  columnCount,
  cells,
  form,
}: {
  readonly title: MessageKey;
  readonly tags?: ReactNode;
  /** Who may add and edit. */
  readonly permission: Permission;
  readonly add: MessageKey;
  /** What stands there while there are none. */
  readonly empty: MessageKey;
  readonly rows: readonly Row[];
  /** Without the last, in which the row is opened. */
  readonly columnCount: number;
  /** The cells of a row, but for the last. */
  readonly cells: (row: Row) => ReactNode;
  /** The form of a row, or of a new one. */
  readonly form: (row: Row | null, onDone: () => void) => ReactNode;
}) {
  const t = useText();
  const mayEdit = useMay()(permission);
  const [chosen, setChosen] = useState<string | 'new' | null>(null);
  const close = () => setChosen(null);
  const isAdding = chosen === 'new';
  return (
    <Card
      title={t(title)}
      tags={tags}
      end={mayEdit && !isAdding && <KeyButton label={add} onPress={() => setChosen('new')} />}
    >
      {isAdding && form(null, close)}
      {rows.length === 0 && !isAdding && <p className="inside mut">{t(empty)}</p>}
      {rows.length > 0 && (
        <table className="lines">
          <tbody>
            {rows.map((row) =>
              row.id === chosen ? (
                <tr key={row.id}>
                  <td className="wrap" colSpan={columnCount + 1}>
                    {form(row, close)}
                  </td>
                </tr>
              ) : (
                <tr key={row.id}>
                  {cells(row)}
                  <td className="num">
                    {mayEdit && (
                      <button type="button" className="link" onClick={() => setChosen(row.id)}>
                        {t('common.edit')}
                      </button>
                    )}
                  </td>
                </tr>
              ),
            )}
          </tbody>
        </table>
      )}
    </Card>
  );
}

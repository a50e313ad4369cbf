import type { OldPartRow } from '#shared/contract/old-parts.contract.ts';
import type { Text } from '../../app/text.ts';
import { useText } from '../../app/text.ts';
import { Tag } from '../../components/tag.tsx';
import type { Drawings } from '../../grid/told-columns.tsx';

/** How the list draws what is more than words. */
export const drawings: Drawings<OldPartRow> = {
  number: { tone: () => 'acc' },
  state: { draw: (row) => <OldPartState row={row} />, text: stateWords },
  partNumber: { tone: () => 'mut' },
  unitPlate: { tone: () => 'mut' },
  dueDay: { tone: (row) => (row.overdue ? 'late' : undefined) },
};

/** Where an old part is; how late it is while it is awaited. */
export function OldPartState({ row }: { readonly row: OldPartRow }) {
  const t = useText();
  const tone = row.overdue ? 'late' : row.state === 'due' ? 'soon' : row.state === 'in' ? 'good' : undefined;
  return <Tag tone={tone}>{stateWords(row, t)}</Tag>;
}

function stateWords(row: OldPartRow, t: Text): string {
  if (row.overdue) return t('oldParts.overdueBy', { days: row.overdueDays });
  return t(`states.oldPartState_${row.state}`);
}

import type { ToolRow } from '#shared/contract/tools.contract.ts';
import { type Text, useText } from '../../app/text.ts';
import { Tag } from '../../components/tag.tsx';
import type { Drawings } from '../../grid/told-columns.tsx';

/** How the list draws what is more than words. */
export const drawings: Drawings<ToolRow> = {
  number: { tone: () => 'acc' },
  category: { tone: () => 'mut' },
  state: { draw: (row) => <ToolState row={row} />, text: stateWords },
  dueBackDay: { tone: (row) => (row.overdueDays > 0 ? 'late' : undefined) },
  nextCheckDay: { tone: (row) => (row.checkDue ? 'late' : undefined) },
  // Zero stands for what nobody has said.
  valueFen: { value: (row) => row.valueFen || null },
  checkIntervalDays: { value: (row) => row.checkIntervalDays || null },
};

/** Where a tool is; how late it is while it is awaited. */
export function ToolState({ row }: { readonly row: ToolRow }) {
  const t = useText();
  const tones = {
    inStore: 'good',
    lent: 'soon',
    damaged: 'soon',
    lost: 'late',
    outOfUse: undefined,
  } as const;
  return <Tag tone={row.overdueDays > 0 ? 'late' : tones[row.state]}>{stateWords(row, t)}</Tag>;
}

function stateWords(row: ToolRow, t: Text): string {
  if (row.overdueDays > 0) return t('tools.overdueBy', { days: row.overdueDays });
  return t(`states.toolState_${row.state}`);
}

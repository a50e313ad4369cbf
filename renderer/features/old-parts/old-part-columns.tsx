import type { Service } from '../../service/service-context.tsx';
import type { Text } from '../../app/text.ts';
import { useText } from '../../app/text.ts';
import { Tag } from '../../components/tag.tsx';
import type { Column } from '../../grid/columns.tsx';

/** A row of the list of old parts. */
export type OldPartRow = Awaited<ReturnType<Service['oldParts']['list']['call']>>['rows'][number];

/** The columns of the list. */
export function oldPartColumns(t: Text): readonly Column<OldPartRow, 'createdAt' | 'dueDay'>[] {
  return [
    { key: 'number', label: 'oldParts.number', width: 124, tone: () => 'acc' },
    {
      key: 'state',
      label: 'common.state',
      width: 106,
      value: (row) => t(`states.oldPartState_${row.state}`),
      draw: (row) => <OldPartState row={row} />,
      text: (row) => stateWords(row, t),
    },
    { key: 'partName', label: 'oldParts.partName', grow: 1, width: 110 },
    { key: 'partNumber', label: 'oldParts.partNumber', width: 116, tone: () => 'mut' },
    { key: 'holderName', label: 'oldParts.holder', width: 76 },
    { key: 'unitPlate', label: 'oldParts.plate', width: 104, tone: () => 'mut' },
    {
      key: 'dueDay',
      label: 'oldParts.dueDay',
      kind: 'day',
      sort: 'dueDay',
      tone: (row) => (row.overdue ? 'late' : undefined),
    },
    { key: 'quantity', label: 'oldParts.quantity', kind: 'quantity', width: 60, hidden: true },
    { key: 'fault', label: 'oldParts.fault', width: 160, hidden: true },
    { key: 'caseNumber', label: 'oldParts.caseNumber', hidden: true },
    { key: 'requisitionNumber', label: 'oldParts.requisitionNumber', hidden: true },
    { key: 'createdAt', label: 'oldParts.createdAt', kind: 'moment', sort: 'createdAt', hidden: true },
    { key: 'receivedAt', label: 'oldParts.receivedAt', kind: 'moment', hidden: true },
    { key: 'receivedByName', label: 'oldParts.receivedBy', width: 80, hidden: true },
    { key: 'storeCode', label: 'oldParts.store', width: 100, hidden: true },
  ];
}

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

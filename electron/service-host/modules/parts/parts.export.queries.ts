import type { Language } from '#shared/domain/actor.ts';
import { listed } from '#shared/messages/punctuation.ts';
import { translate, type MessageKey } from '#shared/messages/translate.ts';
import type { ReadTx } from '../../database/database.ts';
import { everyPage } from '../../database/whole-list.ts';
import type { ExcelColumn, ExcelSheet } from '../../desks/lists/excel.ts';
import { listParts } from './parts.queries.ts';

type PartRow = Awaited<ReturnType<typeof listParts>>['rows'][number];

/** The whole catalogue by number, with what is where of each part. */
export async function exportParts(tx: ReadTx, _: unknown, language: Language): Promise<ExcelSheet<PartRow>> {
  const sort = { by: 'number', descending: false } as const;
  const rows = await everyPage((after, limit) => listParts(tx, { filter: {}, sort, after, limit }));
  return { name: translate(language, 'parts.exportName'), columns: columns(language), rows };
}

function columns(language: Language): readonly ExcelColumn<PartRow>[] {
  const word = (key: MessageKey) => translate(language, key);
  return [
    { title: word('parts.number'), kind: 'text', value: (row) => row.number },
    { title: word('parts.name'), kind: 'text', value: (row) => row.name, width: 26 },
    { title: word('parts.specification'), kind: 'text', value: (row) => row.specification },
    { title: word('parts.modelFit'), kind: 'text', value: (row) => row.modelFit },
    { title: word('parts.category'), kind: 'text', value: (row) => row.category, width: 12 },
    { title: word('parts.supplier'), kind: 'text', value: (row) => row.supplier },
    { title: word('parts.unitOfMeasure'), kind: 'text', value: (row) => row.unitOfMeasure, width: 8 },
    { title: word('parts.bins'), kind: 'text', value: (row) => listed(language, row.bins) },
    { title: word('parts.onHand'), kind: 'quantity', value: (row) => row.onHandQuantity },
    { title: word('parts.available'), kind: 'quantity', value: (row) => row.availableQuantity },
    { title: word('parts.outside'), kind: 'quantity', value: (row) => row.outsideQuantity },
    { title: word('parts.minimum'), kind: 'quantity', value: (row) => row.minimumQuantity },
    { title: word('parts.price'), kind: 'money', value: (row) => row.priceFen },
    { title: word('parts.averageCost'), kind: 'money', value: (row) => row.averageCostFen },
    {
      title: word('parts.oldPart'),
      kind: 'text',
      value: (row) => word(`states.oldPartRule_${row.oldPartRule}`),
      width: 12,
    },
    {
      title: word('parts.quality'),
      kind: 'text',
      value: (row) => word(`states.partQualityState_${row.qualityState}`),
      width: 10,
    },
    {
      title: word('parts.active'),
      kind: 'text',
      value: (row) => word(row.active ? 'common.yes' : 'common.no'),
      width: 8,
    },
  ];
}

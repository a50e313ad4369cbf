import { asc } from 'drizzle-orm';
import type { Language } from '#shared/domain/actor.ts';
import { translate, translateAny, type MessageKey } from '#shared/messages/translate.ts';
import type { ReadTx } from '../../database/database.ts';
import { inPortions } from '../../database/whole-list.ts';
import type { ExcelSheet } from '../excel.ts';
import { oldPartRows } from './old-parts.queries.ts';
import { withdrawnBecause } from './old-parts.rules.ts';
import { oldParts } from './old-parts.tables.ts';

type OldPartRow = Awaited<ReturnType<typeof oldPartRows>>[number];

/** All old parts, as a sheet. */
export async function exportOldParts(
  tx: ReadTx,
  _input: unknown,
  language: Language,
): Promise<ExcelSheet<OldPartRow>> {
  const ids = await tx.db
    .select({ id: oldParts.id })
    .from(oldParts)
    .orderBy(asc(oldParts.createdAt), asc(oldParts.id));
  const rows = await inPortions(ids, (some) => oldPartRows(tx, some));
  const word = (key: MessageKey) => translate(language, key);
  return {
    name: word('oldParts.exportName'),
    rows: rows.toSorted((one, other) => (one.number < other.number ? -1 : 1)),
    columns: [
      { title: word('common.number'), kind: 'text', value: (row) => row.number },
      {
        title: word('common.state'),
        kind: 'text',
        value: (row) => word(`states.oldPartState_${row.state}`),
        width: 8,
      },
      { title: word('oldParts.partNumber'), kind: 'text', value: (row) => row.partNumber },
      { title: word('oldParts.partName'), kind: 'text', value: (row) => row.partName, width: 24 },
      { title: word('oldParts.quantity'), kind: 'quantity', value: (row) => row.quantity },
      { title: word('oldParts.holder'), kind: 'text', value: (row) => row.holderName, width: 12 },
      { title: word('oldParts.caseNumber'), kind: 'text', value: (row) => row.caseNumber },
      { title: word('oldParts.requisitionNumber'), kind: 'text', value: (row) => row.requisitionNumber },
      { title: word('oldParts.plate'), kind: 'text', value: (row) => row.unitPlate, width: 12 },
      { title: word('oldParts.fault'), kind: 'text', value: (row) => row.fault, width: 32 },
      { title: word('oldParts.dueDay'), kind: 'day', value: (row) => row.dueDay },
      { title: word('oldParts.overdueDays'), kind: 'whole', value: (row) => row.overdueDays },
      { title: word('oldParts.receivedAt'), kind: 'moment', value: (row) => row.receivedAt },
      { title: word('oldParts.receivedBy'), kind: 'text', value: (row) => row.receivedByName, width: 12 },
      { title: word('oldParts.store'), kind: 'text', value: (row) => row.storeCode, width: 12 },
      {
        title: word('oldParts.waiveReason'),
        kind: 'text',
        value: (row) => waiveWords(row.waiveReason, language),
        width: 32,
      },
    ],
  };
}

/** A tag taken back by the program carries its reason as a word of ours. */
function waiveWords(reason: string, language: Language): string {
  return withdrawnBecause.some((known) => known === reason)
    ? (translateAny(language, `oldParts.withdrawn_${reason}`) ?? reason)
    : reason;
}

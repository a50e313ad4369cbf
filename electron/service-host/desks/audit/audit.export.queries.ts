import type { Language } from '#shared/domain/actor.ts';
import { recordKindOf } from '#shared/domain/looks.ts';
import { auditEntriesList } from '#shared/lists/audit-entries.list.ts';
import { actWord, kindWord, personWord } from '#shared/messages/audit-words.ts';
import { fieldWord, type FieldName } from '#shared/messages/field-word.ts';
import { translate, type MessageKey } from '#shared/messages/translate.ts';
import type { ReadTx } from '../../database/database.ts';
import { type DaySpan, everyPage } from '../../database/whole-list.ts';
import { cutToCell, type ExcelColumn, type ExcelSheet } from '../lists/excel.ts';
import { type AuditEntry, type AuditFilter, pageOfEntries } from './audit.queries.ts';

/**
 * The audit trail from one day until another as a sheet, in the order of its entries, with everything that goes into their
 * hashes: the chain can be followed, and each hash made anew, from the file alone.
 */
export async function exportAudit(
  tx: ReadTx,
  filter: AuditFilter & DaySpan,
  language: Language,
): Promise<ExcelSheet<AuditEntry>> {
  const sort = { by: 'sequence', descending: false } as const;
  const rows = await everyPage((after, limit) => pageOfEntries(tx, { filter, sort, after, limit }));
  const name = `${translate(language, 'audit.title')} ${filter.fromDay} ${filter.untilDay}`;
  return { name, columns: columns(language), rows };
}

function columns(language: Language): readonly ExcelColumn<AuditEntry>[] {
  const word = (key: MessageKey) => translate(language, key);
  const field = (name: FieldName) => fieldWord(language, auditEntriesList.kind, name);
  const told = (value: unknown) =>
    value === null ? null : cutToCell(JSON.stringify(value), word('audit.cutInCell'));
  return [
    { title: field('sequence'), kind: 'whole', value: (row) => row.sequence },
    { title: field('at'), kind: 'second', value: (row) => row.at },
    {
      title: field('personName'),
      kind: 'text',
      value: (row) => personWord(row.personName, language),
      width: 12,
    },
    { title: field('act'), kind: 'text', value: (row) => actWord(row.act, language), width: 14 },
    { title: word('audit.actCode'), kind: 'text', value: (row) => row.act, width: 24 },
    {
      title: field('subjectKind'),
      kind: 'text',
      value: (row) => kindWord(recordKindOf(row), language),
      width: 12,
    },
    { title: field('subjectId'), kind: 'text', value: (row) => row.subjectId, width: 30 },
    { title: word('audit.before'), kind: 'text', value: (row) => told(row.before), width: 40 },
    { title: word('audit.after'), kind: 'text', value: (row) => told(row.after), width: 40 },
    { title: word('audit.previousCode'), kind: 'text', value: (row) => row.previousHash, width: 66 },
    { title: word('audit.code'), kind: 'text', value: (row) => row.hash, width: 66 },
    // What the hash is made of besides.
    { title: word('audit.atMilliseconds'), kind: 'whole', value: (row) => row.at, width: 16 },
    { title: word('audit.personId'), kind: 'text', value: (row) => row.personId, width: 30 },
    { title: word('audit.personAsKept'), kind: 'text', value: (row) => row.personName, width: 12 },
    { title: word('audit.kindCode'), kind: 'text', value: (row) => row.subjectKind, width: 14 },
  ];
}

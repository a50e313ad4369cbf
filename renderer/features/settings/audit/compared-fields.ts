import type { AuditRow } from '#shared/contract/audit.contract.ts';
import { formatMoney } from '#shared/domain/money.ts';
import { formatQuantity } from '#shared/domain/quantities.ts';
import { kindOfField } from '#shared/lists/kind-of-field.ts';
import { fieldWord } from '#shared/messages/field-word.ts';
import { permissionWord } from '#shared/messages/role-words.ts';
import { translateAny } from '#shared/messages/translate.ts';
import { kinds, viewOf } from '#shared/nouns/index.ts';
import type { Text } from '../../../app/text.ts';

/** A field of an entry as it is read. */
export interface ComparedField {
  /** As the books call it. */
  readonly key: string;
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly differs: boolean;
}

/** What is needed to write a value for a person. */
interface Reader {
  readonly t: Text;
  /** Names of people, and of roles that the firm added, by id. */
  readonly names: ReadonlyMap<string, string>;
  /** The kind of record that the fields are of. */
  readonly subjectKind: string;
  /** Of a list that was handed out: it tells its columns and its order by the names of fields. */
  readonly isOfList: boolean;
}

/** The fields of an entry, before and after; those that differ come first. People and roles are shown by name. */
export function comparedFields(
  row: AuditRow,
  names: ReadonlyMap<string, string>,
  t: Text,
): readonly ComparedField[] {
  const reader: Reader = {
    t,
    names,
    subjectKind: kindOfFields(row),
    isOfList: row.subjectKind === 'export',
  };
  const before = fieldsOf(row.before);
  const after = fieldsOf(row.after);
  const keys = [...new Set([...before.keys(), ...after.keys()])];
  const fields = keys.map((key) => {
    const one = written(key, before.get(key), reader);
    const other = written(key, after.get(key), reader);
    return { key, name: fieldName(key, reader), before: one, after: other, differs: one !== other };
  });
  return fields.toSorted((one, other) => Number(other.differs) - Number(one.differs));
}

/** A list that was handed out tells of the fields of its rows. */
function kindOfFields({ subjectKind, subjectId }: AuditRow): string {
  if (subjectKind !== 'export') return subjectKind;
  const view = `${subjectId.split('.')[0]}.view`;
  return kinds.find((kind) => viewOf(kind) === view) ?? subjectKind;
}

function fieldsOf(value: unknown): ReadonlyMap<string, unknown> {
  if (value === null || value === undefined) return new Map();
  const isRecord = typeof value === 'object' && !Array.isArray(value);
  return isRecord ? new Map(Object.entries(value)) : new Map([['lines', value]]);
}

function fieldName(key: string, { t, subjectKind }: Reader): string {
  return fieldWord(t.language, subjectKind, key);
}

function written(key: string, value: unknown, reader: Reader): string {
  const { t } = reader;
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no');
  if (typeof value === 'string') {
    if (reader.isOfList && (key === 'columns' || key === 'by')) return fieldName(value, reader);
    return reader.names.get(value) ?? wordOf(key, value, reader) ?? value;
  }
  if (typeof value === 'number') return writtenNumber(key, value, t);
  if (Array.isArray(value)) {
    const parts = value.map((part) => written(key, part, reader));
    // Lines of a document stand under one another.
    return value.some((part) => typeof part === 'object') ? parts.join('\n') : t.listed(parts);
  }
  if (typeof value !== 'object') return '';
  const named = Object.entries(value)
    .filter(([, part]) => part !== null && part !== '')
    .map(([name, part]) => `${fieldName(name, reader)} ${written(name, part, reader)}`);
  return t.listed(named);
}

/** The ending of a name tells how its number is written, as everywhere in the books. */
function writtenNumber(key: string, value: number, t: Text): string {
  const kind = kindOfField(key);
  if (kind === 'money') return formatMoney(value);
  if (kind === 'quantity') return formatQuantity(value);
  return kind === 'moment' ? t.fullMoment(value) : String(value);
}

/** The word for a value of a closed list, under the field's own name or that of its kind of record. */
function wordOf(key: string, value: string, { t, subjectKind }: Reader): string | undefined {
  const ending = key.charAt(0).toUpperCase() + key.slice(1);
  if (key === 'permissions') return permissionWord(value, t.language);
  if (key === 'decision') return translateAny(t.language, `decisions.kind_${value.replace('.', '_')}`);
  const lists = [
    key,
    `${subjectKind}${ending}`,
    key.replace(/s$/, ''),
    `${subjectKind}${ending.replace(/s$/, '')}`,
    `contact${ending}`,
    `account${ending}`,
    `part${ending}`,
  ];
  for (const list of lists) {
    const word = translateAny(t.language, `states.${list}_${value}`);
    if (word !== undefined) return word;
  }
  return undefined;
}

import { formatMoney } from '#shared/domain/money.ts';
import { formatQuantity } from '#shared/domain/quantities.ts';
import { translateAny } from '#shared/messages/translate.ts';
import type { Text } from '../../../app/text.ts';
import type { AuditRow } from './audit-words.ts';

/** A field of an entry as it is read. */
export interface ComparedField {
  /** As the books call it. */
  readonly key: string;
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly differs: boolean;
}

/** The fields of an entry, before and after; those that differ come first. People are shown by name. */
export function comparedFields(
  row: AuditRow,
  people: ReadonlyMap<string, string>,
  t: Text,
): readonly ComparedField[] {
  const before = fieldsOf(row.before);
  const after = fieldsOf(row.after);
  const keys = [...new Set([...before.keys(), ...after.keys()])];
  const fields = keys.map((key) => {
    const one = written(key, before.get(key), people, t);
    const other = written(key, after.get(key), people, t);
    const name = translateAny(t.language, `auditFields.${key}`) ?? key;
    return { key, name, before: one, after: other, differs: one !== other };
  });
  return fields.toSorted((one, other) => Number(other.differs) - Number(one.differs));
}

function fieldsOf(value: unknown): ReadonlyMap<string, unknown> {
  if (value === null || value === undefined) return new Map();
  return typeof value === 'object' && !Array.isArray(value)
    ? new Map(Object.entries(value))
    : new Map([['lines', value]]);
}

/** The ending of a name tells how its number is written, as everywhere in the books. */
function written(key: string, value: unknown, people: ReadonlyMap<string, string>, t: Text): string {
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no');
  if (typeof value === 'string') return people.get(value) ?? value;
  if (typeof value === 'number') return writtenNumber(key, value, t);
  if (Array.isArray(value) && value.every((part) => typeof part === 'string')) {
    return value.map((part) => people.get(part) ?? part).join(t.language === 'en' ? ', ' : '、');
  }
  return JSON.stringify(value, null, 1).replaceAll(/\n\s*/g, ' ');
}

function writtenNumber(key: string, value: number, t: Text): string {
  if (key.endsWith('Fen')) return formatMoney(value);
  if (/quantity$/i.test(key)) return formatQuantity(value);
  return key === 'at' || key.endsWith('At') ? t.fullMoment(value) : String(value);
}

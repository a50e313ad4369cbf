import type { MessageKey, Text } from '../../app/text.ts';
import type { ComparedField } from './use-form.ts';

/** The names of the fields that hold rows, as the lines of a document. */
export type RowFields<Value> = {
  [Name in keyof Value]-?: NonNullable<Value[Name]> extends readonly object[] ? Name : never;
}[keyof Value] &
  string;

/** How the rows of a field are compared. */
export interface ComparedRows<Row> {
  readonly label: MessageKey;
  /** What the row is about: rows about the same are one row that was changed. */
  readonly about: (row: Row) => string;
  readonly show: (row: Row, t: Text) => string;
}

/** What two versions say of one thing; null where a version lacks the row. */
export interface Difference {
  readonly name: string;
  readonly label: MessageKey;
  readonly mine: string | null;
  readonly theirs: string | null;
}

interface Compared {
  readonly fields: ReadonlyMap<string, ComparedField>;
  readonly rows: ReadonlyMap<string, ComparedRows<never>>;
}

/**
 * What two versions say differently, rows one by one. What reads the same is no difference: an empty fee and one of nought.
 * A field that no input of the form tells is told as well: nothing may be overwritten unseen.
 */
export function differing(
  { fields, rows }: Compared,
  mine: object,
  theirs: object,
  t: Text,
): readonly Difference[] {
  const [ours, others] = [new Map(Object.entries(mine)), new Map(Object.entries(theirs))];
  const told = new Set([...fields.values()].flatMap(({ also = [] }) => also));
  return [...ours].flatMap(([name, value]: [string, unknown]): Difference[] => {
    const other: unknown = others.get(name);
    if (!others.has(name) || told.has(name) || JSON.stringify(other) === JSON.stringify(value)) return [];
    const asRows = rows.get(name);
    if (asRows) {
      // The form says of this field that it holds rows of this kind.
      const [own, their] = [value as readonly never[], other as readonly never[]];
      return differingRows(own, their, asRows, t).map((row) => ({ ...row, name, label: asRows.label }));
    }
    const { label, show } = fields.get(name) ?? { label: 'common.otherField' as const, show: plainly };
    const texts = { mine: show(value, mine), theirs: show(other, theirs) };
    return texts.mine === texts.theirs ? [] : [{ name, label, ...texts }];
  });
}

/** The rows that only one version has, and those about the same that read differently. */
export function differingRows<Row>(
  mine: readonly Row[],
  theirs: readonly Row[],
  { about, show }: ComparedRows<Row>,
  t: Text,
): readonly Pick<Difference, 'mine' | 'theirs'>[] {
  const read = (row: Row) => ({ about: about(row), text: show(row, t) });
  const left = theirs.map(read);
  const taken = (same: (row: { readonly about: string; readonly text: string }) => boolean) => {
    const place = left.findIndex(same);
    return place === -1 ? undefined : left.splice(place, 1)[0];
  };
  const unlike = mine.map(read).filter((row) => !taken(({ text }) => text === row.text));
  const changed = unlike.map((row) => ({
    mine: row.text,
    theirs: taken((other) => other.about === row.about)?.text ?? null,
  }));
  return [...changed, ...left.map(({ text }) => ({ mine: null, theirs: text }))];
}

function plainly(value: unknown): string {
  if (value === null || value === undefined || value === '') return '—';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

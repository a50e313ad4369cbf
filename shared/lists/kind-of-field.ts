/** How the value of a field is written: in a cell, in a form, on paper, in a file. */
export type FieldKind = 'text' | 'count' | 'quantity' | 'money' | 'day' | 'moment';

const endings: readonly (readonly [RegExp, FieldKind])[] = [
  [/(^f|F)en$/, 'money'],
  [/(^q|Q)uantity(After)?$/, 'quantity'],
  [/(^a|A)t$|Until$/, 'moment'],
  [/(^d|D)ay$/, 'day'],
  [/(^c|C)ount$|(^d|D)ays$|(^k|K)m$|(^h|H)ours$|(^o|O)rdinal$/, 'count'],
];

/** The kind of a field by the ending of its name: `priceFen` is money, `dueDay` a day, `overdueDays` a count, the rest is text. */
export function kindOfField(name: string): FieldKind {
  return endings.find(([ending]) => ending.test(name))?.[1] ?? 'text';
}

/*
 * A draft or a filter may have been kept by an older version of the program. Its fields are looked at one by one: a field
 * that still exists is taken over, and everything else is left out, because the host refuses a field it does not know.
 */

/** An empty row for each field that holds rows: it says which fields a kept row may have. */
export type BlankRows<Value> = { readonly [Name in keyof Value]?: object };

/** `initial` with every field of `kept` that still fits. */
export function fitting<Value extends object>(
  initial: Value,
  kept: unknown,
  blankRows: BlankRows<Value> = {},
): Value {
  if (kindOf(kept) !== 'object') return initial;
  const fields = new Map<string, unknown>(Object.entries(Object(kept)));
  const rows = new Map<string, unknown>(Object.entries(blankRows));
  const fitted = Object.entries(initial).map(([name, usual]) => {
    const value = fields.get(name);
    if (!isOfKind(value, usual)) return [name, usual];
    const blank = rows.get(name);
    if (!Array.isArray(value) || typeof blank !== 'object' || blank === null) return [name, value];
    return [name, value.map((row) => fitting(blank, row))];
  });
  // Every field has the name and the kind that it has in `initial`.
  return Object.fromEntries(fitted) as Value;
}

/** Whether a kept value can stand where `usual` stands; of an empty field nobody knows which kind it takes. */
function isOfKind(value: unknown, usual: unknown): boolean {
  if (value === undefined) return false;
  const kinds = [kindOf(value), kindOf(usual)];
  return kinds.includes('null') || kinds.includes('undefined') || kinds[0] === kinds[1];
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

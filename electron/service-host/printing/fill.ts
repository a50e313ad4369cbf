/**
 * Puts values into the places `{name}` of a sentence, and chooses its words `{count|row|rows}` as the screens do. What is put
 * in is not looked at again; an unknown place stays.
 */
export function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(gap, (place, name: string, one?: string, many?: string) => {
    const value = values[name];
    if (value === undefined) return place;
    if (one === undefined || many === undefined) return String(value);
    return String(value) === '1' ? one : many;
  });
}

const gap = /\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}/g;

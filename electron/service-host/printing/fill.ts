/** Puts values into the places `{name}` of a sentence. What is put in is not looked at again; an unknown place stays. */
export function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

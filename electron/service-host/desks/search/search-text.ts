import { polyphonic } from 'pinyin-pro';
import { normalised } from '#shared/domain/found-by.ts';

const readingsAtMost = 24;
/** Characters of a person's name: 欧阳小明. */
const namesAtMost = 4;

/** Everything a record is found by: each text as it is, by its pinyin, and by the initials of that; one to a line. */
export function searchText(texts: readonly string[]): string {
  const forms = new Set<string>();
  for (const text of texts) {
    const plain = normalised(text);
    if (plain === '') continue;
    forms.add(plain);
    for (const form of pinyinForms(plain)) forms.add(form);
  }
  return [...forms].join('\n');
}

/** Rows that people choose from, each with everything it is found by. */
export function withFindable<Row extends object>(
  rows: readonly Row[],
  textsOf: (row: Row) => readonly string[],
): (Row & { findable: string })[] {
  return rows.map((row) => ({ ...row, findable: searchText(textsOf(row)) }));
}

/**
 * Full pinyin and initials of a text with Chinese characters, for every way its characters can be read; of a short one,
 * as names are, also the first character in full and the initials of the others.
 */
function pinyinForms(text: string): readonly string[] {
  if (!/\p{Script=Han}/u.test(text)) return [];
  const readings = polyphonic(text, { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' }).map(
    (options) => [...new Set(options.filter((reading) => reading !== '').flatMap(withoutUmlaut))],
  );
  const initials = readings.map((options) => [...new Set(options.map((reading) => firstOf(reading)))]);
  const [first = [], ...others] = readings;
  const isName = others.length > 0 && others.length < namesAtMost && /^\p{Script=Han}+$/u.test(text);
  return [
    ...combined(readings),
    ...combined(initials),
    ...(isName ? combined([first, ...initials.slice(1)]) : []),
  ];
}

/** 吕 is typed as lv and as lu; ü itself counts as v. */
function withoutUmlaut(reading: string): readonly string[] {
  return /^[ln]ve?$/.test(reading) ? [reading, reading.replace('v', 'u')] : [reading];
}

/** A run of letters or digits between characters belongs whole to the initials: 粤B3K721D is yb3k721d. */
function firstOf(reading: string): string {
  return /^[a-zv]{1,6}$/.test(reading) && /[aeiouv]/.test(reading) ? reading.charAt(0) : reading;
}

function combined(options: readonly (readonly string[])[]): readonly string[] {
  let made = [''];
  for (const readings of options) {
    const grown = made.flatMap((before) => readings.map((reading) => before + reading));
    // Names with many ambiguous characters are found by their first readings.
    made = grown.length <= readingsAtMost ? grown : made.map((before) => before + (readings[0] ?? ''));
  }
  return made;
}

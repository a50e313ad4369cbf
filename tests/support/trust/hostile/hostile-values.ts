import type { Chance } from '../dose.ts';

const depth = 1000;
const longTextLength = 1_000_000;
const longArrayLength = 20_000;

/** A value that nobody's page would send, under a name for the report. */
export interface HostileValue {
  readonly name: string;
  readonly make: () => unknown;
  /** Takes a megabyte or so: tried less often. */
  readonly isLarge?: boolean;
}

/** What is put in the place of a sound value, over both wires. */
export const hostileValues: readonly HostileValue[] = [
  ...named({
    null: null,
    true: true,
    'empty text': '',
    zero: 0,
    'minus zero': -0,
    'minus one': -1,
    half: 0.5,
    '2^53-1': Number.MAX_SAFE_INTEGER,
    '2^53': 2 ** 53,
    '2^53+1': 2n ** 53n + 1n,
    '2^64': 2n ** 64n,
    'smallest number': Number.MIN_VALUE,
    'largest number': Number.MAX_VALUE,
    NaN: Number.NaN,
    Infinity: Number.POSITIVE_INFINITY,
    '-Infinity': Number.NEGATIVE_INFINITY,
    'number as text': '1000',
    'high surrogate alone': '\ud840',
    'low surrogate alone': 'A\udfb7B',
    'surrogates the wrong way round': '\udfb7\ud840',
    NUL: 'A\u0000B',
    'escape sequence': '\u001b[2J',
    'right-to-left override': 'A\u202etxt.exe',
    isolates: '\u2066A\u2069',
    'left-to-right mark': '\u200e1',
    'no character': '\uffff',
    'line separator': 'A\u2028B',
    'byte order mark': '\ufeff1',
    'thousand combining marks': `e${'\u0301'.repeat(1000)}`,
    'grows in composed form': '\ufdfa'.repeat(40),
    SQL: `'); DROP TABLE people; --`,
    wildcards: '%_%\\',
    'search operators': '"a" OR NEAR(b*) - ^c',
    script: '<img src=x onerror=alert(1)>',
    formula: '=cmd|calc!A0',
    'path out': '../../../etc/passwd',
    '__proto__ as text': '__proto__',
    'constructor as text': 'constructor',
    'toString as text': 'toString',
    'empty list': [],
    'empty object': {},
    'list of null': [null],
    'object like a list': { 0: 'A', length: 1 },
    'object like a promise': { then: 'A', catch: 'B' },
    'object that pretends to be text': { toString: 'A', valueOf: 'B', toJSON: 'C' },
  }),
  { name: 'own __proto__', make: () => withKey('__proto__', { polluted: true }) },
  { name: 'own constructor', make: () => withKey('constructor', { prototype: { polluted: true } }) },
  { name: 'own prototype', make: () => withKey('prototype', { polluted: true }) },
  { name: 'deep list', make: () => nested(depth, (inner) => [inner]) },
  { name: 'deep object', make: () => nested(depth, (inner) => ({ a: inner })) },
  { name: 'a megabyte of text', make: () => 'A'.repeat(longTextLength), isLarge: true },
  { name: 'a megabyte of spaces', make: () => ' '.repeat(longTextLength), isLarge: true },
  { name: 'a megabyte of digits', make: () => '9'.repeat(longTextLength), isLarge: true },
  { name: 'a megabyte to compose', make: () => 'e\u0301'.repeat(longTextLength / 2), isLarge: true },
  {
    name: 'a long list of numbers',
    make: () => Array.from({ length: longArrayLength }, (_, index) => index),
    isLarge: true,
  },
  {
    name: 'a long list of objects',
    make: () => Array.from({ length: longArrayLength / 2 }, () => ({})),
    isLarge: true,
  },
  {
    name: 'an object of many keys',
    make: () => Object.fromEntries(Array.from({ length: longArrayLength }, (_, index) => [`k${index}`, 0])),
    isLarge: true,
  },
];

/** What the page's own wire can carry besides. */
export const richValues: readonly HostileValue[] = [
  { name: 'undefined', make: () => undefined },
  { name: 'a date', make: () => new Date(0) },
  { name: 'no date', make: () => new Date(Number.NaN) },
  { name: 'a big integer', make: () => 2n ** 64n },
  { name: 'a map', make: () => new Map([['__proto__', 1]]) },
  { name: 'a set', make: () => new Set(['A']) },
  { name: 'an address', make: () => new URL('http://127.0.0.1:1/') },
  { name: 'a slow expression', make: () => /^(a+)+$/ },
];

/** Where one field of an input can be altered: the input itself, then everything in it. */
export type Place = readonly (string | number)[];

/** Every place in an input. */
export function placesIn(value: unknown, here: Place = []): readonly Place[] {
  if (typeof value !== 'object' || value === null || value instanceof Blob) return [here];
  const inner = Object.entries(value).flatMap(([key, field]: [string, unknown]) =>
    placesIn(field, [...here, Array.isArray(value) ? Number(key) : key]),
  );
  return [here, ...inner];
}

/** The input with another value at a place. */
export function withValueAt(input: unknown, [key, ...rest]: Place, value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(input)) {
    const list: readonly unknown[] = input;
    return list.map((one, index) => (index === key ? withValueAt(one, rest, value) : one));
  }
  // A place in a value that is no list is a key of an object.
  const fields = input as Readonly<Record<string, unknown>>;
  return { ...fields, [key]: withValueAt(fields[key], rest, value) };
}

/** The input without what is at a place, or with a field more there. */
export function withKeysAltered(input: unknown, place: Place, chance: Chance): unknown {
  const key = place.at(-1);
  const parent = place.slice(0, -1);
  const holder = place.length === 0 ? input : valueAt(input, parent);
  if (typeof key === 'string' && chance.percent(50)) {
    // The key was found in it.
    const { [key]: _, ...others } = holder as Readonly<Record<string, unknown>>;
    return withValueAt(input, parent, others);
  }
  const here = valueAt(input, place);
  if (typeof here !== 'object' || here === null || Array.isArray(here))
    return withValueAt(input, place, { value: here });
  const extra = chance.oneOf([
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    '',
    'id ',
    'unknown',
    '0',
  ]);
  return withValueAt(input, place, Object.assign(withKey(extra, { polluted: true }), here));
}

function valueAt(input: unknown, place: Place): unknown {
  // Each step was taken by placesIn before.
  return place.reduce((at, key) => (at as Record<string | number, unknown>)[key], input);
}

function named(values: Readonly<Record<string, unknown>>): readonly HostileValue[] {
  return Object.entries(values).map(([name, value]) => ({ name, make: () => value }));
}

/** An object with a key of its own, whatever the key is called. */
function withKey(key: string, value: unknown): object {
  return Object.defineProperty({}, key, { value, enumerable: true, configurable: true, writable: true });
}

function nested(levels: number, around: (inner: unknown) => unknown): unknown {
  let value: unknown = 'A';
  for (let level = 0; level < levels; level += 1) value = around(value);
  return value;
}

import { StandardRPCJsonSerializer } from '@orpc/client/standard';
import type { Chance } from '../dose.ts';
import {
  hostileValues,
  placesIn,
  richValues,
  withKeysAltered,
  withValueAt,
  type HostileValue,
} from './hostile-values.ts';

/** The two wires that take bodies over HTTP: plain JSON for programs, the page's own. */
export type BodyWire = 'api' | 'rpc';

/** What the host is to make of a body: this input, nothing that could be read, or whatever suits it. */
export type Reading =
  | { readonly kind: 'input'; readonly input: unknown }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'open' };

/** A body as it goes over the wire. */
export interface Payload {
  readonly name: string;
  readonly wire: BodyWire;
  readonly contentType: string;
  readonly body: string | Uint8Array<ArrayBuffer>;
  readonly reading: Reading;
}

const json = 'application/json';
/** Large ones take a hundred times as long as the others. */
const largeEvery = 100;
const serializer = new StandardRPCJsonSerializer();

/** A sound input with one of its fields altered. */
export function alteredPayload(input: unknown, chance: Chance): Payload {
  const wire = chance.oneOf(['api', 'rpc'] as const);
  const place = chance.oneOf(placesIn(input));
  const where = place.join('.') || 'all of it';
  if (chance.percent(12)) {
    return encoded(`keys at ${where}`, wire, withKeysAltered(input, place, chance));
  }
  const { name, make } = hostileValue(wire, chance);
  if (place.length === 0 || chance.percent(90))
    return encoded(`${name} at ${where}`, wire, withValueAt(input, place, make()));
  return doubled(`${name} and again at ${where}`, wire, input, place[0], make());
}

/** An input as it travels; the page's own wire marks what JSON has no words for, and carries files in parts. */
export function encoded(name: string, wire: BodyWire, input: unknown): Payload {
  if (wire === 'api') return readAgain({ name, wire, contentType: json, body: jsonText(input) });
  const [plain, meta, maps, files] = serializer.serialize(input);
  if (files.length === 0) {
    const body =
      meta.length === 0 ? `{"json":${jsonText(input) || 'null'},"meta":[]}` : jsonText({ json: plain, meta });
    return readAgain({ name, wire, contentType: json, body });
  }
  const data = jsonText({ json: plain, meta, maps });
  const parts = files.map((_, index) => part(`name="${index}"; filename="a.pdf"`, '%PDF-1.4'));
  const body = `${part('name="data"', data)}${parts.join('')}--b--\r\n`;
  const contentType = 'multipart/form-data; boundary=b';
  return { name, wire, contentType, body, reading: { kind: 'input', input } };
}

/** One part of a form in parts. */
export function part(disposition: string, content: string): string {
  return `--b\r\ncontent-disposition: form-data; ${disposition}\r\n\r\n${content}\r\n`;
}

function hostileValue(wire: BodyWire, chance: Chance): HostileValue {
  const all = wire === 'rpc' ? [...hostileValues, ...richValues] : hostileValues;
  const wantsLarge = chance.between(1, largeEvery) === 1;
  return chance.oneOf(all.filter(({ isLarge = false }) => isLarge === wantsLarge));
}

/** One key twice in one object: readers differ in which they take. */
function doubled(
  name: string,
  wire: BodyWire,
  input: unknown,
  key: string | number | undefined,
  value: unknown,
): Payload {
  const text = jsonText(input);
  const member = `${JSON.stringify(String(key))}:${jsonText(value) || 'null'}`;
  const isFirst = name.length % 2 === 0;
  const both =
    text === '{}' || !text.startsWith('{')
      ? `{${member},${member}}`
      : isFirst
        ? `{${member},${text.slice(1)}`
        : `${text.slice(0, -1)},${member}}`;
  const body = wire === 'api' ? both : `{"json":${both},"meta":[]}`;
  return readAgain({ name, wire, contentType: json, body });
}

/** A body of JSON with what the host is to read from it, for the verdict of the contract upon it. */
export function readAgain(payload: Omit<Payload, 'reading'> & { readonly body: string }): Payload {
  return { ...payload, reading: readingOf(payload.wire, payload.body.replace(/^\ufeff/, '')) };
}

function readingOf(wire: BodyWire, body: string): Reading {
  if (body === '') return { kind: 'input', input: undefined };
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return { kind: 'unreadable' };
  }
  if (wire === 'api') return { kind: 'input', input: value };
  // Whoever encodes for this wire puts the envelope around.
  const { json: plain, meta } = value as {
    json: unknown;
    meta: Parameters<typeof serializer.deserialize>[1];
  };
  return { kind: 'input', input: serializer.deserialize(plain, meta) };
}

/** JSON that also says what JSON.stringify would smooth over: −0, NaN, infinities, integers past 2^53. */
function jsonText(value: unknown): string {
  const text = JSON.stringify(value, (_, field: unknown) => {
    if (typeof field === 'bigint') return `@raw ${field}@`;
    if (typeof field !== 'number') return field;
    if (Object.is(field, -0)) return '@raw -0@';
    if (Number.isNaN(field)) return '@raw NaN@';
    return Number.isFinite(field) ? field : `@raw ${field > 0 ? '' : '-'}1e999@`;
  }) as string | undefined;
  return (text ?? '').replaceAll(/"@raw ([^@"]*)@"/g, '$1');
}

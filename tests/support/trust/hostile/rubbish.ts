import type { Chance } from '../dose.ts';
import { part, readAgain, type BodyWire, type Payload } from './payloads.ts';

const deepest = 10_000;
const longTextLength = 1_000_000;
const json = 'application/json';
const form = 'application/x-www-form-urlencoded';
const multipart = 'multipart/form-data; boundary=b';

/** Bodies that are no input of anything, in the words of either wire. `sound` is an input that would be taken. */
export function rubbishPayload(sound: unknown, chance: Chance): Payload {
  const wire = chance.oneOf(['api', 'rpc'] as const);
  const kinds = wire === 'rpc' && chance.percent(40) ? rpcRubbish : anyRubbish;
  const [name, make] = chance.oneOf(kinds);
  const [contentType, body] = make(sound, wire);
  // Large ones take a hundred times as long as the others: another is drawn mostly.
  if (body.length >= longTextLength && chance.percent(90)) return rubbishPayload(sound, chance);
  const payload = { name: `rubbish: ${name}`, wire, contentType };
  const isJson = typeof body === 'string' && (contentType === json || contentType === '');
  // How the host reads other types of content is its own affair: it must not fail at them, whatever it makes of them.
  if (!isJson || rpcRubbish.some(([one]) => one === name))
    return { ...payload, body, reading: { kind: 'open' } };
  if (wire === 'rpc' && body !== '' && !body.startsWith('{"json"'))
    return { ...payload, body, reading: { kind: 'open' } };
  return readAgain({ ...payload, body });
}

type Rubbish = readonly [
  name: string,
  make: (sound: unknown, wire: BodyWire) => readonly [contentType: string, body: Payload['body']],
];

const anyRubbish: readonly Rubbish[] = [
  ['nothing', () => [json, '']],
  ['nothing of no type', () => ['', '']],
  ['spaces', () => [json, ' \n\t']],
  ['not JSON', () => [json, '{"a":']],
  ['words', () => [json, 'hello']],
  ['NaN', () => [json, 'NaN']],
  ['a quote left open', () => [json, '"'.padEnd(2000, 'A')]],
  ['bytes', () => [json, bytes(4096)]],
  ['bytes that are no UTF-8', () => [json, new Uint8Array([0x22, 0xed, 0xa0, 0x80, 0xff, 0x22])]],
  ['a byte order mark', (sound) => [json, `\ufeff${JSON.stringify(sound)}`]],
  ['a sound input twice', (sound) => [json, JSON.stringify(sound).repeat(2)]],
  ['a sound input cut off', (sound) => [json, JSON.stringify(sound).slice(0, -1)]],
  ['a sound input as text', (sound, wire) => around(wire, JSON.stringify(JSON.stringify(sound)))],
  ['a sound input in a list', (sound, wire) => around(wire, `[${JSON.stringify(sound)}]`)],
  ['null', (_, wire) => around(wire, 'null')],
  ['a number', (_, wire) => around(wire, '1e999')],
  ['a list', (_, wire) => around(wire, '[1,2,3]')],
  ['lists 10,000 deep', (_, wire) => around(wire, '['.repeat(deepest) + ']'.repeat(deepest))],
  ['objects 10,000 deep', (_, wire) => around(wire, `${'{"a":'.repeat(deepest)}1${'}'.repeat(deepest)}`)],
  ['lists left open', (_, wire) => [json, around(wire, '')[1].slice(0, 8) + '['.repeat(deepest)]],
  ['own __proto__ alone', (_, wire) => around(wire, '{"__proto__":{"polluted":true}}')],
  [
    'own __proto__ with a sound input',
    (sound, wire) =>
      around(
        wire,
        JSON.stringify({ '': 0 }).replace('""', '"__proto__"').replace('0', JSON.stringify(sound)),
      ),
  ],
  ['one key a thousand times', (_, wire) => around(wire, `{${'"a":1,'.repeat(1000)}"a":1}`)],
  ['a megabyte of spaces', () => [json, ' '.repeat(longTextLength)]],
  ['text', (sound) => ['text/plain', JSON.stringify(sound)]],
  ['XML', () => ['application/xml', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>']],
  ['an event stream', () => ['text/event-stream', 'event: message\ndata: {"json":1}\n\n']],
  ['an event stream that never ends', () => ['text/event-stream', 'event: error\nretry: 1e999\nid: \u0000']],
  ['an unknown type', () => ['application/octet-stream', bytes(4096)]],
  ['a type that is none', () => ['\u00e9;;;=', bytes(16)]],
  ['a form', () => [form, 'operationId=1&lines[0][quantity]=1']],
  [
    'a form that pollutes',
    () => [form, '__proto__[polluted]=1&constructor[prototype][polluted]=1&a[__proto__][polluted]=1'],
  ],
  [
    'a form with far indexes',
    () => [form, 'a[9999]=1&a[99999999999]=1&a[-1]=1&a[1e9]=1&[]=1&[=1&]=1&a[[]]=1&\\=1'],
  ],
  ['a form of one deep name', () => [form, `a${'[b]'.repeat(deepest)}=1`]],
  [
    'a form of many names',
    () => [form, Array.from({ length: 5000 }, (_, index) => `a[${index}][b]=1`).join('&')],
  ],
  ['a form of many equal names', () => [form, 'a=1&'.repeat(20_000)]],
  ['a form of bad escapes', () => [form, '%=%&%zz=%ff%fe&%00=%00']],
  [
    'a form in parts',
    () => [
      multipart,
      parts(['operationId', '1'], ['__proto__', '1'], ['constructor[prototype][polluted]', '1']),
    ],
  ],
  ['a form in parts that lacks its end', () => [multipart, parts(['a', '1']).slice(0, -8)]],
  ['a form in parts without a boundary', () => ['multipart/form-data', parts(['a', '1'])]],
  [
    'a form of very many parts',
    () => [multipart, parts(...Array.from({ length: 1000 }, (): [string, string] => ['a', '1']))],
  ],
];

const rpcRubbish: readonly Rubbish[] = [
  ['marks into nothing', () => [json, '{"json":{},"meta":[[1,"a","b"]]}']],
  [
    'marks into __proto__',
    () => [json, '{"json":{},"meta":[[3,"__proto__","polluted"],[1,"constructor","prototype"]]}'],
  ],
  ['marks of no kind', () => [json, '{"json":{"a":1},"meta":[[99,"a"],[null],[],["0","a"],[{},"a"]]}']],
  ['marks that are no list', () => [json, '{"json":{},"meta":{"length":1e9}}']],
  ['marks that are a number', () => [json, '{"json":{},"meta":1}']],
  ['marks of a wrong kind', () => [json, '{"json":{"a":1},"meta":[[0,"a"]]}']],
  ['a big integer of a megabyte', () => [json, `{"json":"${'9'.repeat(longTextLength)}","meta":[[0]]}`]],
  ['an address that is none', () => [json, '{"json":"no address","meta":[[4]]}']],
  ['an expression that is none', () => [json, '{"json":"/(/","meta":[[5]]}']],
  ['a slow expression', () => [json, `{"json":"/^(a|a|b?)*$/v","meta":[[5]]}`]],
  ['a map of no pairs', () => [json, '{"json":[1,2],"meta":[[7]]}']],
  ['a mark put on twice', () => [json, '{"json":[[]],"meta":[[6,0],[6,0],[7]]}']],
  ['twenty thousand marks', () => [json, `{"json":{"a":null},"meta":[${'[2,"a"],'.repeat(20_000)}[2,"a"]]}`]],
  ['a very long mark', () => [json, `{"json":{},"meta":[[1,${'"a",'.repeat(20_000)}"a"]]}`]],
  ['no envelope', () => [json, '{"a":1}']],
  [
    'files that are not there',
    () => [multipart, parts(['data', '{"json":{"a":{}},"meta":[],"maps":[["a"]]}'])],
  ],
  [
    'a file into __proto__',
    () => [multipart, parts(['data', '{"json":{},"meta":[],"maps":[["__proto__","polluted"]]}'], ['0', '1'])],
  ],
  ['parts without data', () => [multipart, parts(['a', '1'])]],
  ['parts with data that is no JSON', () => [multipart, parts(['data', '{'])]],
];

function around(wire: BodyWire, text: string): readonly [string, string] {
  return [json, wire === 'rpc' ? `{"json":${text},"meta":[]}` : text];
}

function bytes(count: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: count }, (_, index) => (index * 167 + 13) % 256);
}

function parts(...fields: readonly (readonly [name: string, value: string])[]): string {
  return `${fields.map(([name, value]) => part(`name="${name}"`, value)).join('')}--b--\r\n`;
}

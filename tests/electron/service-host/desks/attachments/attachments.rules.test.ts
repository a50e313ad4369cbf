import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { labelOf, plainName } from '#host/desks/attachments/file-names.rules.ts';
import { mediaTypeOf } from '#host/desks/attachments/media-types.rules.ts';
import { hostileNames, samples, strangers } from './files.ts';

describe('the type of a file follows from its content', () => {
  test.each(Object.entries(samples))('%s', (type, content) => expect(mediaTypeOf(content)).toBe(type));
  test.each([
    ['audio/mpeg', [0xff, 0xfb, 0x90, 0x00]],
    ['audio/mpeg', [0xff, 0xf3, 0x40, 0x00]],
    ['audio/aac', [0xff, 0xf9, 0x50, 0x80]],
    ['image/gif', [...'GIF87a'].map((character) => character.charCodeAt(0))],
  ])('%s without a container', (type, content) => expect(mediaTypeOf(Uint8Array.from(content))).toBe(type));
  test.each(Object.entries(strangers))('not taken in: %s', (_, content) =>
    expect(mediaTypeOf(content)).toBeUndefined(),
  );
});

test.each([
  ['旧泵 1.jpg', 'image/jpeg', '旧泵 1.jpg'],
  ['旧泵.JPEG', 'image/jpeg', '旧泵.jpg'],
  ['C:\\Users\\王\\scan.PDF', 'application/pdf', 'scan.pdf'],
  ['photo.png', 'image/jpeg', 'photo.png.jpg'],
  ['evil.exe', 'image/png', 'evil.exe.png'],
  ['../../etc/passwd', 'image/png', 'passwd.png'],
  ['', 'image/png', 'image.png'],
  ['...', 'application/pdf', 'application.pdf'],
  ['CON', 'image/png', '_CON.png'],
  ['nul.png', 'image/png', '_nul.png'],
  ['a\u202egnp.exe', 'image/png', 'agnp.exe.png'],
  ['𠮷䶮㛃 😀.gif', 'image/gif', '𠮷䶮㛃 😀.gif'],
  ['a.png:stream', 'image/png', 'a.png_stream.png'],
] as const)('%j as %s is called %j', (name, type, label) => expect(labelOf(name, type)).toBe(label));

test('a label is one plain name of at most 120 characters, whatever was uploaded', () => {
  const names = fc.oneof(
    fc.constantFrom(...hostileNames('/canary')),
    fc.string({ unit: 'binary', maxLength: 400 }),
  );
  fc.assert(
    fc.property(names, (name) => {
      const label = labelOf(name, 'image/png');
      expect([...label].length).toBeLessThanOrEqual(120);
      expect(label).toMatch(/^[^/\\<>:"|?*\p{Cc}\p{Cf}\p{Cs}]+\.png$/u);
      expect(label).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)\./i);
      expect(label).not.toMatch(/^[.\s]|[.\s]\.png$/);
      expect(labelOf(label, 'image/png')).toBe(label);
      expect([...plainName(name)].length).toBeLessThanOrEqual(120);
    }),
    { numRuns: 3000 },
  );
});

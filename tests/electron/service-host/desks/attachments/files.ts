/** Small files that begin as real ones of their kind do. */
export const samples = {
  'image/jpeg': bytes('\xff\xd8\xff\xe0\x00\x10JFIF'),
  'image/png': bytes('\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR'),
  'image/gif': bytes('GIF89a\x01\x00'),
  'image/webp': bytes('RIFF\x24\x00\x00\x00WEBPVP8 '),
  'application/pdf': bytes('%PDF-1.7\n%'),
  'audio/mpeg': bytes('ID3\x04\x00\x00'),
  'audio/mp4': bytes(
    '\x00\x00\x00\x20ftypmp42\x00\x00\x00\x00moov....hhdlr\x00\x00\x00\x00\x00\x00\x00\x00soun',
  ),
  'audio/aac': bytes('\xff\xf1\x50\x80'),
  'audio/wav': bytes('RIFF\x24\x00\x00\x00WAVEfmt '),
  'audio/amr': bytes('#!AMR\n<'),
  'audio/ogg': bytes('OggS\x00\x02'),
} as const;

/** What nobody takes in, whatever it is called. */
export const strangers: Readonly<Record<string, Uint8Array<ArrayBuffer>>> = {
  nothing: bytes(''),
  text: bytes('hello'),
  page: bytes('<!doctype html><script>alert(1)</script>'),
  svg: bytes('<svg xmlns="http://www.w3.org/2000/svg"/>'),
  program: bytes('MZ\x90\x00'),
  script: bytes('#!/bin/sh\n'),
  zip: bytes('PK\x03\x04'),
  film: bytes(
    '\x00\x00\x00\x20ftypisom\x00\x00\x00\x00hdlr\x00\x00\x00\x00\x00\x00\x00\x00vide hdlr\x00\x00\x00\x00\x00\x00\x00\x00soun',
  ),
  'UTF-16 text': bytes('\xff\xfeh\x00i\x00'),
  'PDF further on': bytes('x%PDF-1.7'),
  'half a head': bytes('\x89PN'),
};

/** Pictures that no page and no paper shows, by their format. */
export const unshownPictures: readonly (readonly [string, Uint8Array<ArrayBuffer>])[] = [
  ['HEIC', bytes('\x00\x00\x00\x18ftypheic\x00\x00\x00\x00')],
  ['HEIC', bytes('\x00\x00\x00\x18ftypmif1\x00\x00\x00\x00')],
  ['AVIF', bytes('\x00\x00\x00\x18ftypavif\x00\x00\x00\x00')],
  ['TIFF', bytes('II*\x00\x08\x00\x00\x00')],
  ['TIFF', bytes('MM\x00*\x00\x00\x00\x08')],
  ['BMP', bytes('BM\x46\x00\x00\x00\x00\x00\x00\x00\x36')],
];

/** Names that try to be more than names, at least 200. `outside` is a file that none of them may reach. */
export function hostileNames(outside: string): readonly string[] {
  const goals = [
    'canary.txt',
    outside,
    'etc/passwd',
    'Windows\\win.ini',
    'shouhou.db',
    '.ssh/authorized_keys',
  ];
  const ways = [
    '../',
    '../../',
    '../../../../../../',
    '..\\',
    '..\\..\\..\\',
    '/',
    '//',
    '\\\\server\\share\\',
    '\\\\?\\C:\\',
    'C:',
    'C:\\',
    'c:/',
    '%2e%2e%2f',
    '..%2f',
    '%2e%2e/',
    '..%5c',
    '....//',
    '..;/',
    '.\\..\\',
    'file:///',
    '\0',
    'a\0/../',
    '..\u2215',
    '..\u2044',
    '\u202e',
    '\u2066',
    '~/',
    './',
    ' ../',
    '.../',
  ];
  const bare = [
    '',
    '.',
    '..',
    '...',
    '/',
    '\\',
    ' ',
    '\0',
    'CON',
    'con.png',
    'AUX',
    'NUL.txt',
    'COM1',
    'lpt9.jpg',
    'COM\u00b9.png',
    'CONIN$',
    'PRN.',
    'name.',
    'name ',
    'name.png:stream',
    'name.png::$DATA',
    'a'.repeat(5000),
    '𠮷'.repeat(500),
    'e\u0301'.repeat(300),
    '\ud800',
    'a\ud800b',
    'a\nb',
    'a\r\nContent-Type: text/html',
    'a"; filename="b.exe',
    '<script>alert(1)</script>.png',
    'a|b?c*d<e>f.png',
    '\u200b',
    '\ufeff',
    '..png',
    '.png',
    'x.exe',
    'x.png.exe',
    'x.svg',
    'x.html',
    '-rf',
    '$(id)',
    '`id`',
  ];
  return [...ways.flatMap((way) => goals.map((goal) => way + goal)), ...bare];
}

function bytes(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

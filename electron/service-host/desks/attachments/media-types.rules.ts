/**
 * The kinds of file that are kept, and the ending a file of the kind has when it is saved. HEIC is in older books; no browser
 * and no paper shows it, so that it is not taken in any more.
 */
export const fileEndings = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/heic': 'heic',
  'application/pdf': 'pdf',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'audio/aac': 'aac',
  'audio/wav': 'wav',
  'audio/amr': 'amr',
  'audio/ogg': 'ogg',
} as const;
export type MediaType = keyof typeof fileEndings;

/**
 * What a file is by its first bytes, whatever it is called; undefined for everything that is not taken in. Pictures, PDF
 * and recordings alone: text, SVG and pages could carry a script, and films are too large for what they show.
 */
export function mediaTypeOf(bytes: Uint8Array): MediaType | undefined {
  const has = (text: string, from = 0) => startsWith(bytes, text, from);
  if (has('\xff\xd8\xff')) return 'image/jpeg';
  if (has('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (has('GIF87a') || has('GIF89a')) return 'image/gif';
  if (has('RIFF') && has('WEBP', 8)) return 'image/webp';
  if (has('RIFF') && has('WAVE', 8)) return 'audio/wav';
  if (has('%PDF-')) return 'application/pdf';
  if (has('#!AMR')) return 'audio/amr';
  if (has('OggS')) return 'audio/ogg';
  if (has('ftyp', 4)) return isSoundAlone(bytes) ? 'audio/mp4' : undefined;
  if (has('ID3')) return 'audio/mpeg';
  return typeOfFrame(bytes);
}

/** The format of a picture that a desk cannot show, by its first bytes; undefined when it is no such picture. */
export function unshownPictureOf(bytes: Uint8Array): string | undefined {
  const has = (text: string, from = 0) => startsWith(bytes, text, from);
  if (has('BM') && has('\0\0\0\0', 6)) return 'BMP';
  if (has('II*\0') || has('MM\0*')) return 'TIFF';
  if (has('ftypavif', 4) || has('ftypavis', 4)) return 'AVIF';
  return heicBrands.some((brand) => has(`ftyp${brand}`, 4)) ? 'HEIC' : undefined;
}

const heicBrands = ['heic', 'heix', 'heim', 'heis', 'hevc', 'mif1', 'msf1'];

/** Films, pictures and sound share a container (ISO/IEC 14496-12). */
function isSoundAlone(bytes: Uint8Array): boolean {
  const handlers = handlersIn(bytes);
  return handlers.includes('soun') && !handlers.includes('vide');
}

/** The handler types of the tracks: four letters, eight bytes after each `hdlr`. */
function handlersIn(bytes: Uint8Array): readonly string[] {
  const found: string[] = [];
  for (let at = bytes.indexOf(0x68); at >= 0; at = bytes.indexOf(0x68, at + 1)) {
    if (startsWith(bytes, 'hdlr', at)) found.push(String.fromCharCode(...bytes.subarray(at + 12, at + 16)));
  }
  return found;
}

/** Sound without a container: an MPEG layer III frame, or AAC in ADTS, by the bits of its head. */
function typeOfFrame(bytes: Uint8Array): MediaType | undefined {
  const [first = 0, second = 0, third = 0] = bytes;
  if (first !== 0xff || bytes.length < 4) return undefined;
  if ((second & 0xf6) === 0xf0) return 'audio/aac';
  const isLayerThree = (second & 0xe6) === 0xe2;
  const hasBitRate = (third & 0xf0) !== 0xf0 && (third & 0x0c) !== 0x0c;
  return isLayerThree && hasBitRate ? 'audio/mpeg' : undefined;
}

/** `text` stands for bytes, one each. */
function startsWith(bytes: Uint8Array, text: string, from = 0): boolean {
  if (bytes.length < from + text.length) return false;
  for (let index = 0; index < text.length; index += 1) {
    if (bytes[from + index] !== text.charCodeAt(index)) return false;
  }
  return true;
}

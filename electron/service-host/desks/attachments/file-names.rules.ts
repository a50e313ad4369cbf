import { fileEndings, type MediaType } from './media-types.rules.ts';

const longestName = 120;
const controlsAndDirections = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\ufffe\uffff]/gu;
/** What no file of Windows may be called, with or without an ending. */
const reserved = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;

/**
 * A name that is a label and nothing else: no folders, no control or direction characters, nothing that means something
 * to a file system, at most 120 characters, with the ending of what the file really is.
 */
export function labelOf(uploadedName: string, mediaType: MediaType): string {
  const ending = `.${fileEndings[mediaType]}`;
  const base = withoutEnding(plainName(uploadedName), mediaType) || (mediaType.split('/')[0] ?? '');
  const safe = reserved.test(base) ? `_${base}` : base;
  return `${firstCharacters(safe, longestName - ending.length).trimEnd()}${ending}`;
}

/** The last part of a path, without what is no text; at most 120 characters. For telling a person which file is meant. */
export function plainName(uploadedName: string): string {
  const lastPart =
    uploadedName
      .normalize('NFC')
      .split(/[/\\∕⁄⧵]/u)
      .at(-1) ?? '';
  const plain = lastPart.replace(controlsAndDirections, '').replace(/[<>:"|?*]/g, '_');
  return firstCharacters(plain.replace(/^[.\s]+|[.\s]+$/gu, ''), longestName);
}

/** The name without the ending that is put on again; any other ending is a part of the name. */
function withoutEnding(name: string, mediaType: MediaType): string {
  const own = mediaType === 'image/jpeg' ? /\.jpe?g$/i : new RegExp(`\\.${fileEndings[mediaType]}$`, 'i');
  return name.replace(own, '').replace(/[.\s]+$/u, '');
}

function firstCharacters(text: string, count: number): string {
  return [...text].slice(0, count).join('');
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCharacterMap, type CharacterMap } from './character-map.ts';

/** The fonts of the papers as they lie in the font folder. */
export const fontFiles = {
  regular: 'NotoSansSC-Regular.ttf',
  bold: 'NotoSansSC-Bold.ttf',
  latin: 'NotoSans-Regular.ttf',
  latinBold: 'NotoSans-Bold.ttf',
  japanese: 'NotoSansJP-Regular.ttf',
  emoji: 'NotoEmoji-Regular.ttf',
} as const;

/** A family of the chain, in the order in which a character is looked for. */
export type FontName = 'chinese' | 'latin' | 'japanese' | 'emoji';

/** The files behind each family; Japanese and emoji have one weight. */
export const fontFamilies: Readonly<Record<FontName, { readonly normal: string; readonly bold: string }>> = {
  chinese: { normal: fontFiles.regular, bold: fontFiles.bold },
  latin: { normal: fontFiles.latin, bold: fontFiles.latinBold },
  japanese: { normal: fontFiles.japanese, bold: fontFiles.japanese },
  emoji: { normal: fontFiles.emoji, bold: fontFiles.emoji },
};

/** The fonts of the papers, each read when the first character asks for it. */
export interface FontChain {
  readonly covers: (font: FontName, codePoint: number) => boolean;
}

/** Opens the chain on `fontFolder`; `onFileRead` receives every font file once, before anything is set in it. */
export function openFontChain(
  fontFolder: string,
  onFileRead: (name: string, content: Buffer) => void,
): FontChain {
  const maps = new Map<FontName, CharacterMap>();
  const read = (file: string): Buffer => {
    const content = readFileSync(join(fontFolder, file));
    onFileRead(file, content);
    return content;
  };
  const mapOf = (font: FontName): CharacterMap => {
    let map = maps.get(font);
    if (!map) {
      const { normal, bold } = fontFamilies[font];
      map = readCharacterMap(read(normal));
      if (bold !== normal) read(bold);
      maps.set(font, map);
    }
    return map;
  };
  return { covers: (font, codePoint) => mapOf(font)(codePoint) };
}

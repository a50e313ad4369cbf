import { findFontFolder } from './fonts/font-folder.ts';
import { fontFamilies, openFontChain } from './fonts/font-chain.ts';
import { openTextSplitter } from './fonts/text-runs.ts';
import type { PaperDefinition } from './layout/paper-definition.ts';
import { setPaper } from './layout/set-paper.ts';
import { pdfmake } from './pdfmake.ts';

/** A paper as PDF, and the characters in it that no font has: they stand in it as '〓'. */
export interface RenderedPaper {
  readonly pdf: Uint8Array<ArrayBuffer>;
  readonly missingCharacters: readonly string[];
}

/** Makes papers, and looks through them before they are made. */
export interface PaperWriter {
  readonly write: (paper: PaperDefinition) => Promise<RenderedPaper>;
  /** The characters that no font has, and no PDF: takes a few milliseconds. */
  readonly look: (paper: PaperDefinition) => Promise<RenderedPaper>;
}

/**
 * Opens the writer that turns definitions into PDF in this very thread; the worker is its only user outside of tests. The
 * fonts are read once. Everything a paper contains is in its definition: no file is read for it and nothing is fetched.
 */
export function openPaperWriter(fontFolder: string = findFontFolder()): PaperWriter {
  pdfmake.setLocalAccessPolicy(() => false);
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setFonts({ ...fontFamilies });
  const chain = openFontChain(fontFolder, (name, content) => pdfmake.virtualfs.writeFileSync(name, content));
  return {
    write: async (paper) => {
      const splitter = openTextSplitter(chain);
      const document = pdfmake.createPdf(setPaper(paper, splitter));
      const pdf = new Uint8Array(await document.getBuffer());
      return { pdf, missingCharacters: splitter.missingCharacters() };
    },
    look: async (paper) => {
      const splitter = openTextSplitter(chain);
      for (const text of textsOf(paper)) splitter.split(text);
      return { pdf: new Uint8Array(), missingCharacters: splitter.missingCharacters() };
    },
  };
}

/** Every text that is drawn; the codes are drawn as squares, and the logo as a picture. */
function textsOf(value: unknown, key = ''): readonly string[] {
  if (typeof value === 'string') return ['qrText', 'logoDataUrl'].includes(key) ? [] : [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, field]) => textsOf(field, name));
}

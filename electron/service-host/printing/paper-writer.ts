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

/**
 * Opens the writer that turns definitions into PDF in this very thread; the worker is its only user outside of tests. The
 * fonts are read once. Everything a paper contains is in its definition: no file is read for it and nothing is fetched.
 */
export function openPaperWriter(
  fontFolder: string = findFontFolder(),
): (paper: PaperDefinition) => Promise<RenderedPaper> {
  pdfmake.setLocalAccessPolicy(() => false);
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setFonts({ ...fontFamilies });
  const chain = openFontChain(fontFolder, (name, content) => pdfmake.virtualfs.writeFileSync(name, content));
  return async (paper) => {
    const splitter = openTextSplitter(chain);
    const document = pdfmake.createPdf(setPaper(paper, splitter));
    const pdf = new Uint8Array(await document.getBuffer());
    return { pdf, missingCharacters: splitter.missingCharacters() };
  };
}

import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** The words of a PDF, all pages, without the spaces that its typesetting puts between them. */
export async function textOfPdf(pdf: Uint8Array): Promise<string> {
  const task = getDocument({ data: pdf, useSystemFonts: false, verbosity: 0 });
  const document = await task.promise;
  const texts: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    texts.push(items.map((item) => ('str' in item ? item.str : '')).join(''));
  }
  await task.destroy();
  return texts.join('\n').replaceAll(/[ \u3000]/g, '');
}

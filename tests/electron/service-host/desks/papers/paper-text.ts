import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { seePdf } from '../../printing/pdf-tools.ts';
import { pdf } from './office.ts';

/** Set to a folder to look at the papers with one's own eyes. */
const showIn = process.env['SHOW_PAPERS_IN'];

/** What a paper says, without its white space. */
export async function textOf(file: Promise<Blob>, name: string): Promise<string> {
  const bytes = await pdf(file);
  if (showIn !== undefined) {
    mkdirSync(showIn, { recursive: true });
    writeFileSync(join(showIn, `${name}.pdf`), bytes);
  }
  return seePdf(bytes).texts.join('\n').replaceAll(/\s+/g, '');
}

/** Expects every word on a paper. */
export function expectAll(text: string, wanted: readonly string[]) {
  for (const one of wanted) expect(text).toContain(one.replaceAll(/\s+/g, ''));
}

import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { assert, assertNever } from '#shared/domain/assert.ts';
import type { TextSplitter } from '../fonts/text-runs.ts';
import { setEmphasis } from './emphasis.ts';
import { setFacts } from './facts.ts';
import { planFoot } from './foot.ts';
import { planHead } from './head.ts';
import { setLineTable } from './line-table.ts';
import { ink, lookOf, points } from './look.ts';
import type { Block, PaperDefinition } from './paper-definition.ts';
import { setSignatures } from './signatures.ts';
import { setTag } from './tag.ts';
import { setTextBoxes } from './text-boxes.ts';
import { openTypesetter, type Typesetter } from './typesetter.ts';

/** Sets a whole paper as a document of pdfmake, every copy of it from page one. */
export function setPaper(paper: PaperDefinition, splitter: TextSplitter): TDocumentDefinitions {
  assert(paper.copies.length > 0, 'a paper has at least one copy');
  const { page } = paper;
  const look = lookOf(page.density);
  const area = {
    widthPoints: points(page.widthMm - 2 * page.marginsMm.side),
    heightPoints: points(page.heightMm - page.marginsMm.top - page.marginsMm.bottom),
  };
  const margins = openTypesetter(look, area, splitter);
  const head = paper.head && planHead(paper.head, paper.copies, page, margins);
  const foot = paper.foot && planFoot(paper.foot, page, margins);
  const top = points(page.marginsMm.top) + (head ? head.heightPoints + look.gap : 0);
  const bottom = points(page.marginsMm.bottom) + (foot?.heightPoints ?? 0);
  const typesetter = openTypesetter(
    look,
    { ...area, heightPoints: points(page.heightMm) - top - bottom },
    splitter,
  );
  // Copies differ in nothing but the name in their head, so each takes the same number of pages.
  const copyAt = (pageNumber: number, pageCount: number) => {
    const pages = pageCount / paper.copies.length;
    const index = Math.floor((pageNumber - 1) / pages);
    return { name: paper.copies[index] ?? '', page: pageNumber - index * pages, pages };
  };
  return {
    pageSize: { width: points(page.widthMm), height: points(page.heightMm) },
    pageMargins: [points(page.marginsMm.side), top, points(page.marginsMm.side), bottom],
    defaultStyle: { font: 'chinese', fontSize: look.text, color: ink.text, ...keepSpaces },
    info: {
      title: `${paper.title} ${paper.head?.number.value ?? ''}`.trim(),
      creationDate: new Date(paper.printedAt),
    },
    language: paper.language,
    displayTitle: true,
    ...(head && {
      header: (pageNumber: number, pageCount: number) => {
        const copy = copyAt(pageNumber, pageCount);
        return head.set(copy.name, copy.page, copy.pages);
      },
    }),
    ...(foot && { footer: foot.set }),
    content: paper.copies.flatMap((_, index) => setBlocks(paper.blocks, index > 0, typesetter)),
  };
}

const keepSpaces = { preserveLeadingSpaces: true };

function setBlocks(blocks: readonly Block[], onNewPage: boolean, typesetter: Typesetter): Content[] {
  let breakBefore = onNewPage;
  const contents: Content[] = [];
  // Room after the last block could push it to the next page for nothing.
  const lastTypesetter = { ...typesetter, look: { ...typesetter.look, gap: 0 } };
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'pageBreak') breakBefore = true;
    else {
      const content = setBlock(block, index === blocks.length - 1 ? lastTypesetter : typesetter);
      contents.push(breakBefore ? { stack: [content], pageBreak: 'before' } : content);
      breakBefore = false;
    }
  }
  return contents;
}

function setBlock(block: Exclude<Block, { kind: 'pageBreak' }>, typesetter: Typesetter): Content {
  switch (block.kind) {
    case 'facts':
      return setFacts(block, typesetter);
    case 'textBoxes':
      return setTextBoxes(block, typesetter);
    case 'lineTable':
      return setLineTable(block, typesetter);
    case 'signatures':
      return setSignatures(block, typesetter);
    case 'emphasis':
      return setEmphasis(block, typesetter);
    case 'tag':
      return setTag(block, typesetter);
    default:
      return assertNever(block);
  }
}

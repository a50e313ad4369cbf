import type { Content, TableCell } from 'pdfmake/interfaces.js';
import { firmTexts, rightTexts, titleTexts, type HeadText } from './head-texts.ts';
import { ink, points } from './look.ts';
import { isUsableLogo } from './logo.ts';
import type { PageFormat, PaperHead } from './paper-definition.ts';
import { lineHeight } from './text-width.ts';
import { stacked, type Typesetter } from './typesetter.ts';

/** The head of a paper, measured: how much room it takes under the upper margin, and how it is set on each page. */
export interface PlannedHead {
  readonly heightPoints: number;
  readonly set: (copyName: string, pageNumber: number, pageCount: number) => Content;
}

const sideMm = 58;
const logoMm = { width: 16, height: 11 } as const;
const rule = 1.5;
const roomAboveRule = 5;

/**
 * Plans the head: the firm at the left, the title, the number and the page at the right, a rule underneath. It is given all
 * the room its longest text can need, because the engine tears a head apart that is higher than its margin.
 */
export function planHead(
  head: PaperHead,
  copies: readonly string[],
  page: PageFormat,
  typesetter: Typesetter,
): PlannedHead {
  const side = points(sideMm);
  const middle = typesetter.widthPoints - 2 * side;
  const hasLogo = isUsableLogo(head.logoDataUrl);
  const firm = firmTexts(head, side - (hasLogo ? points(logoMm.width + 2) : 0));
  const title = titleTexts(head, middle);
  const heights = [
    heightOf(firm),
    heightOf(title),
    ...copies.map((copy) => heightOf(rightTexts(head, copy, 888, 888, side))),
    hasLogo ? points(logoMm.height) : 0,
    points(typesetter.look.headMm) - rule - roomAboveRule,
  ];
  const height = Math.max(...heights);
  const setFirm = (texts: readonly HeadText[]) =>
    hasLogo ? withLogo(head.logoDataUrl, setTexts(texts, typesetter)) : setTexts(texts, typesetter);
  return {
    heightPoints: height + rule + roomAboveRule,
    set: (copyName, pageNumber, pageCount) => ({
      margin: [points(page.marginsMm.side), points(page.marginsMm.top), points(page.marginsMm.side), 0],
      table: {
        widths: [side, middle, side],
        heights: [height],
        body: [
          [
            bottom(setFirm(firm)),
            bottom({ ...setTexts(title, typesetter), alignment: 'center' }),
            bottom({
              ...setTexts(rightTexts(head, copyName, pageNumber, pageCount, side), typesetter),
              alignment: 'right',
            }),
          ],
        ],
      },
      layout: ruleBelow,
    }),
  };
}

function heightOf(texts: readonly HeadText[]): number {
  return texts.reduce(
    (height, { parts, lines }) => height + Math.max(...parts.map((part) => part.size)) * lines * lineHeight,
    0,
  );
}

function setTexts(texts: readonly HeadText[], typesetter: Typesetter): { stack: Content[] } {
  return stacked(
    texts.map(({ parts, letterSpacing }) => ({
      ...typesetter.line(parts.map(({ text, size, bold }) => ({ text, style: { fontSize: size, bold } }))),
      // Spacing holds inside of pieces only, so a spaced title is one piece.
      ...(letterSpacing > 0 && { characterSpacing: letterSpacing, noWrap: true }),
    })),
  );
}

function withLogo(logoDataUrl: string, names: { stack: Content[] }): Content & object {
  return {
    columns: [
      { image: logoDataUrl, fit: [points(logoMm.width), points(logoMm.height)], width: points(logoMm.width) },
      { ...names, width: '*' },
    ],
    columnGap: points(2),
  };
}

function bottom(cell: Content & object): TableCell {
  return { ...cell, verticalAlignment: 'bottom' };
}

const ruleBelow = {
  hLineWidth: (index: number) => (index === 1 ? rule : 0),
  vLineWidth: () => 0,
  hLineColor: ink.text,
  paddingLeft: () => 0,
  paddingRight: () => 0,
  paddingTop: () => 0,
  paddingBottom: () => roomAboveRule,
};

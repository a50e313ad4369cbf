import { fill } from '../fill.ts';
import type { PaperHead } from './paper-definition.ts';
import { fittingSize, linesNeeded, shortened, type SizeChoice } from './text-width.ts';

const firmSizes: readonly SizeChoice[] = [
  [11.25, 1],
  [10.5, 1],
  [10, 2],
  [8, 3],
  [6.5, 5],
];
const departmentSizes: readonly SizeChoice[] = [
  [9, 1],
  [8.25, 1],
  [7.5, 1],
  [6.5, 3],
];
const titleSizes: readonly SizeChoice[] = [
  [18, 1],
  [15, 1],
  [13, 1],
  [11, 3],
];
const markSizes: readonly SizeChoice[] = [[9, 2]];
const numberSizes: readonly SizeChoice[] = [
  [11.25, 1],
  [9, 1],
  [7, 3],
];
const lineSizes: readonly SizeChoice[] = [
  [9, 1],
  [8, 1],
  [7, 3],
];

/** A piece of the head with the most lines it can take. */
export interface HeadText {
  readonly parts: readonly { readonly text: string; readonly size: number; readonly bold: boolean }[];
  readonly lines: number;
  readonly letterSpacing: number;
}

/** The firm and its department. */
export function firmTexts(head: PaperHead, widthPoints: number): readonly HeadText[] {
  return [
    headText(head.firmName, widthPoints, firmSizes, true),
    headText(head.department, widthPoints, departmentSizes),
  ];
}

/** The title, and under it what tells a reprint. */
export function titleTexts(head: PaperHead, widthPoints: number): readonly HeadText[] {
  const mark = head.reprintMark === '' ? [] : [headText(head.reprintMark, widthPoints, markSizes, true)];
  // Chinese titles are set wide, as on printed forms.
  if (/^\p{Ideographic}{1,7}$/u.test(head.title)) {
    return [
      {
        parts: [{ text: head.title, size: 18, bold: true }],
        lines: 1,
        letterSpacing: head.title.length <= 4 ? 6 : 3,
      },
      ...mark,
    ];
  }
  return [headText(head.title, widthPoints, titleSizes, true), ...mark];
}

/** Number, references, copy and page. */
export function rightTexts(
  head: PaperHead,
  copyName: string,
  pageNumber: number,
  pageCount: number,
  widthPoints: number,
): readonly HeadText[] {
  // Room for the label before it.
  const room = widthPoints - 27;
  const size = fittingSize(head.number.value, room, numberSizes);
  const number = shortened(head.number.value, room, size, 3);
  const pageOf = fill(head.pageOf, { page: pageNumber, pages: pageCount });
  return [
    {
      parts: [
        { text: `${head.number.label} `, size: 9, bold: false },
        { text: number, size, bold: true },
      ],
      lines: linesNeeded(number, room, size),
      letterSpacing: 0,
    },
    ...head.references.map((reference) => headText(reference, widthPoints, lineSizes)),
    headText([copyName, pageOf].filter(Boolean).join('　'), widthPoints, lineSizes),
  ];
}

function headText(text: string, widthPoints: number, choices: readonly SizeChoice[], bold = false): HeadText {
  const size = fittingSize(text, widthPoints, choices);
  const cut = shortened(text, widthPoints, size, choices.at(-1)?.[1] ?? 1);
  return { parts: [{ text: cut, size, bold }], lines: linesNeeded(cut, widthPoints, size), letterSpacing: 0 };
}

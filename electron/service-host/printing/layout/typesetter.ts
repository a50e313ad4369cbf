import type { Content, ContentText, Style } from 'pdfmake/interfaces.js';
import type { TextSplitter } from '../fonts/text-runs.ts';
import type { Look } from './look.ts';

/** What every block needs to be set: the type, the text area in points, and text split among the fonts. */
export interface Typesetter {
  readonly look: Look;
  readonly widthPoints: number;
  readonly heightPoints: number;
  /** A text of one style; it is drawn as it is, whatever signs are in it. */
  readonly text: (text: string) => ContentText;
  /** Texts of their own styles in one line. */
  readonly line: (parts: readonly StyledText[]) => ContentText;
}

export interface StyledText {
  readonly text: string;
  readonly style: Pick<Style, 'bold' | 'fontSize'>;
}

/** Opens a typesetter that splits its text with `splitter`. */
export function openTypesetter(
  look: Look,
  area: Pick<Typesetter, 'widthPoints' | 'heightPoints'>,
  splitter: TextSplitter,
): Typesetter {
  const runs = (text: string, style: StyledText['style']): ContentText[] =>
    splitter
      .split(text)
      .map((run) =>
        run.font === 'chinese' ? { text: run.text, ...style } : { text: run.text, font: run.font, ...style },
      );
  return {
    look,
    ...area,
    text: (text) => ({ text: runs(text, {}) }),
    line: (parts) => ({ text: parts.flatMap((part) => runs(part.text, part.style)) }),
  };
}

/** Nodes one below the other. */
export function stacked(nodes: readonly Content[]): { stack: Content[] } {
  return { stack: [...nodes] };
}

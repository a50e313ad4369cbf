import type { Language } from '#shared/domain/actor.ts';
import type { Moment } from '#shared/domain/days.ts';

/**
 * Everything one paper says and where it stands, in millimetres. Plain data: it travels to the worker, is compared in
 * tests, and knows nothing of the program that draws it.
 */
export interface PaperDefinition {
  readonly title: string;
  readonly language: Language;
  readonly page: PageFormat;
  readonly printedAt: Moment;
  readonly head?: PaperHead | undefined;
  readonly foot?: PaperFoot | undefined;
  /** Names of the copies; the whole paper is set once for each. One empty name means a single copy without a name. */
  readonly copies: readonly string[];
  readonly blocks: readonly Block[];
}

/** Size and margins of a sheet; `compact` sets smaller type and closer rows, for half-sheets and labels, `list` the smallest. */
export interface PageFormat {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly marginsMm: { readonly side: number; readonly top: number; readonly bottom: number };
  readonly density: 'normal' | 'compact' | 'list';
}

/** Stands on top of every page. `pageOf` holds the places {page} and {pages}. */
export interface PaperHead {
  readonly firmName: string;
  readonly department: string;
  readonly logoDataUrl?: string | undefined;
  readonly title: string;
  readonly reprintMark: string;
  readonly number: { readonly label: string; readonly value: string };
  readonly references: readonly string[];
  readonly pageOf: string;
}

/** Stands at the bottom of every page. */
export interface PaperFoot {
  readonly lines: readonly string[];
  readonly qrText?: string | undefined;
  /** What stands in the place of the code where there is none yet: the paper keeps its shape. */
  readonly qrPlace?: string | undefined;
}

/** One part of a paper, from top to bottom. */
export type Block = Facts | TextBoxes | LineTable | Signatures | Emphasis | Tag | PageBreak;

/** A width in millimetres, or what is left of the line. */
export type Width = number | 'rest';

/** A grid of labels and values; a fact may take the room of several. */
export interface Facts {
  readonly kind: 'facts';
  readonly labelMm: number;
  readonly valuesMm: readonly Width[];
  readonly rows: readonly (readonly Fact[])[];
}

export interface Fact {
  readonly label: string;
  readonly value: string;
  /** How many pairs of the grid it takes; the last fact of a row always takes what is left. */
  readonly pairs?: number | undefined;
}

/** Boxes for longer text, each at least so high that a hand can write in it. */
export interface TextBoxes {
  readonly kind: 'textBoxes';
  readonly labelMm: number;
  readonly rows: readonly { readonly label: string; readonly text: string; readonly heightMm: number }[];
}

/** A table of lines under a head that is repeated on every page, closed by rows of their own spans. */
export interface LineTable {
  readonly kind: 'lineTable';
  readonly columns: readonly LineColumn[];
  readonly rows: readonly (readonly string[])[];
  readonly closing: readonly (readonly ClosingCell[])[];
}

export interface LineColumn {
  readonly title: string;
  readonly width: Width;
  readonly align: Align;
  /** Whether a value of it stays on one line as long as there is any way: amounts, quantities, numbers. */
  readonly isWhole?: boolean | undefined;
}

export type Align = 'left' | 'center' | 'right';

export interface ClosingCell {
  readonly text: string;
  readonly columns: number;
  readonly align?: Align | undefined;
}

/** Boxes to sign in, side by side, kept together on one page. */
export interface Signatures {
  readonly kind: 'signatures';
  readonly heightMm: number;
  readonly dateLine: string;
  readonly fields: readonly { readonly label: string; readonly note: string }[];
}

/** One sentence that must be seen first, with what belongs to it beside it. */
export interface Emphasis {
  readonly kind: 'emphasis';
  readonly text: string;
  readonly detail: string;
}

/** A label to hang on a part: number, code, facts in small type. Fills its page. */
export interface Tag {
  readonly kind: 'tag';
  readonly title: string;
  readonly number: string;
  readonly qrText?: string | undefined;
  /** What stands in the place of the code where there is none yet. */
  readonly qrPlace?: string | undefined;
  readonly note: string;
  readonly facts: readonly TagFact[];
}

/** A value is cut after `lines` lines, so that the label never runs over; its ending is never cut off. */
export interface TagFact {
  readonly label: string;
  readonly value: string;
  readonly ending?: string | undefined;
  readonly lines: number;
}

export interface PageBreak {
  readonly kind: 'pageBreak';
}

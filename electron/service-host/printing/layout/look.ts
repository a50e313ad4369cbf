import type { PageFormat } from './paper-definition.ts';

/** Points in a millimetre; PDF measures in points of 1/72 inch. */
const pointsPerMillimetre = 72 / 25.4;

/** Millimetres as points. */
export function points(millimetres: number): number {
  return millimetres * pointsPerMillimetre;
}

/** The one set of colours and rules of all papers. */
export const ink = { text: '#111111', quiet: '#444444', rule: '#444444', label: '#f2f2f2' } as const;

/** Thickness of the rules of a grid, in points. */
export const rulePoints = 0.5;

/** Type and room, in points. The padding is smaller on top because the type of the chain sits low in its line. */
export interface Look {
  readonly text: number;
  readonly small: number;
  readonly paddingSide: number;
  readonly paddingTop: number;
  readonly paddingBottom: number;
  readonly gap: number;
  /** Least room between the upper margin and the rule under the head, in millimetres. */
  readonly headMm: number;
  /** Side of the code in the foot, in millimetres. */
  readonly qrMm: number;
}

/** The type and room of a page format. */
export function lookOf(density: PageFormat['density']): Look {
  return looks[density];
}

const looks: Readonly<Record<PageFormat['density'], Look>> = {
  normal: {
    text: 9.75,
    small: 8.25,
    paddingSide: 5.25,
    paddingTop: 3,
    paddingBottom: 4,
    gap: 8,
    headMm: 18,
    qrMm: 19,
  },
  compact: {
    text: 9,
    small: 7.75,
    paddingSide: 4.5,
    paddingTop: 1.8,
    paddingBottom: 2.5,
    gap: 4.5,
    headMm: 15.5,
    qrMm: 16,
  },
  list: {
    text: 8,
    small: 7.5,
    paddingSide: 3,
    paddingTop: 1.4,
    paddingBottom: 2,
    gap: 4.5,
    headMm: 15.5,
    qrMm: 16,
  },
};

import type { PageFormat } from '../layout/paper-definition.ts';

/** A4, upright: the sheet of most papers. */
export const a4: PageFormat = {
  widthMm: 210,
  heightMm: 297,
  marginsMm: { side: 13.7, top: 11, bottom: 10 },
  density: 'normal',
};

/** A4, upright or lying, set small: the sheets of lists. */
export const a4List: PageFormat = { ...a4, density: 'list' };
export const a4ListLandscape: PageFormat = { ...a4List, widthMm: 297, heightMm: 210 };

/** Half a sheet of A4: A5, lying. */
export const a5Landscape: PageFormat = {
  widthMm: 210,
  heightMm: 148,
  marginsMm: { side: 13.7, top: 8, bottom: 7 },
  density: 'compact',
};

/** The label of label printers that hangs on a part: 80 × 50 mm. */
export const tag80By50: PageFormat = {
  widthMm: 80,
  heightMm: 50,
  marginsMm: { side: 3.5, top: 2.5, bottom: 1.5 },
  density: 'compact',
};

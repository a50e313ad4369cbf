/** Beside the words of a head, in pixels: the padding of its cell, and the arrow of a column that can be sorted by. */
const paddingWidth = 19;
const arrowWidth = 20;

/** How wide a column must be in pixels so that its head is read whole, in whatever language it is. */
export function headWidth(words: string, isSortable: boolean): number {
  pen ??= newPen();
  const width = pen?.measureText(words).width ?? 0;
  return Math.ceil(width) + paddingWidth + (isSortable ? arrowWidth : 0);
}

let pen: CanvasRenderingContext2D | null | undefined;

/** Writes as the heads of the grid are written (grid-theme.ts). */
function newPen(): CanvasRenderingContext2D | null {
  const made = document.createElement('canvas').getContext('2d');
  if (made) made.font = `500 12px ${getComputedStyle(document.body).fontFamily}`;
  return made;
}

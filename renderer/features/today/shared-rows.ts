/**
 * Shares the rows that there is room for among the cards of a column: each has one, as far as it wants any, and the rest goes
 * to whoever has least. So no card is cut in the middle of a row, and a long one leaves room for the others.
 */
export function sharedRows(room: number, wanted: readonly number[]): readonly number[] {
  const shared = wanted.map((rows) => Math.min(rows, 1));
  let left = room - shared.reduce((sum, rows) => sum + rows, 0);
  while (left > 0) {
    const open = [...shared.keys()].filter((index) => (shared[index] ?? 0) < (wanted[index] ?? 0));
    if (open.length === 0) break;
    const least = Math.min(...open.map((index) => shared[index] ?? 0));
    const next = open.find((index) => shared[index] === least) ?? 0;
    shared[next] = least + 1;
    left -= 1;
  }
  return shared;
}

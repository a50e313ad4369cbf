/** What one printed list may hold; whoever prints more prints its first rows. How many columns have room, the paper finds out. */
export const listPaperBounds = { columns: 24, rows: 1000, cellCharacters: 400 } as const;

/** How many rows a statement may have that is printed whole: some 250 sheets. */
export const mostRowsOnPaper = 10_000;

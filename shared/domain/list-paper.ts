/** What one printed list may hold; whoever prints more prints its first rows. */
export const listPaperBounds = { columns: 12, rows: 1000, cellCharacters: 400 } as const;

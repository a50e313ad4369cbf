/** The books a window or a program works in: those of the firm, or the sample, where nothing is real work. */
export type Books = 'real' | 'sample';

/** The header of a call that is meant for the sample; without it a call goes to the real books. */
export const booksHeader = 'shouhou-books';

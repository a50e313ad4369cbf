/** The largest file that is attached to a record, in bytes. */
export const largestFileBytes = 20_000_000;

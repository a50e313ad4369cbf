/** How a loan ends. */
export const loanEnds = ['inOrder', 'damaged', 'lost'] as const;
/** What a check shows. */
export const checkResults = ['ok', 'notOk'] as const;

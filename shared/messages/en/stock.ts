/** The spare-parts ledger. */
export const stock = {
  movementsExportName: 'Parts ledger',
  sequence: 'Entry',
  postedAt: 'Posted',
  document: 'Document',
  documentKind: 'Kind',
  documentKind_receipt: 'Receipt',
  documentKind_reversal: 'Reversal',
  documentKind_issue: 'Issue',
  documentKind_clearing: 'Clearing',
  documentKind_oldPart: 'Old part',
  from: 'From',
  to: 'To',
  value: 'Value',
  fromAfter: 'Left at source',
  toAfter: 'Now at destination',
  reverses: 'Reverses entry',
} as const;

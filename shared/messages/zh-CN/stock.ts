/** The spare-parts ledger. */
export const stock = {
  movementsExportName: '备件台账分录',
  sequence: '序号',
  postedAt: '过账时间',
  document: '单据',
  documentKind: '单据类别',
  documentKind_receipt: '入库',
  documentKind_reversal: '冲销',
  documentKind_issue: '发料',
  documentKind_clearing: '销账',
  documentKind_oldPart: '旧件',
  from: '从',
  to: '到',
  value: '金额',
  fromAfter: '发出方结存',
  toAfter: '接收方结存',
  reverses: '冲销分录',
} as const;

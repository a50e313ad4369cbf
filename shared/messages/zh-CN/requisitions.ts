/** Words of the requisitions. */
export const requisitions = {
  exportName: '领料单',
  holder: '领用人',
  customer: '客户',
  plate: '车牌',
  caseNumber: '服务单',
  purpose: '用途',
  amount: '金额',
  createdAt: '开单时间',
  createdBy: '开单人',
  submittedBy: '提交人',
  partNumber: '件号',
  partName: '名称',
  quantity: '数量',
  issuedQuantity: '已发',
  clearedQuantity: '已销',
  fault: '故障',
} as const;

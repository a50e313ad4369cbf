/** Words of the old parts. */
export const oldParts = {
  exportName: '旧件',
  partNumber: '件号',
  partName: '名称',
  quantity: '数量',
  holder: '领用人',
  caseNumber: '服务单',
  requisitionNumber: '领料单',
  plate: '车牌',
  fault: '故障',
  dueDay: '应回日期',
  overdueDays: '超期天数',
  receivedAt: '收回时间',
  receivedBy: '收件人',
  store: '存放',
  waiveReason: '免交原因',
} as const;

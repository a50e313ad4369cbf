/** Calls and letters: the card during a call, and the register. */
export const contacts = {
  exportName: '来电来函',
  kind: '方式',
  direction: '来去',
  telephone: '电话',
  callerName: '来电人',
  customer: '用户',
  unit: '车辆',
  category: '类别',
  urgency: '紧急',
  summary: '内容',
  answer: '答复',
  caseNumber: '服务单',
  senderReference: '来函编号',
  receivedDay: '收到日期',
  voidReason: '作废原因',
} as const;

/** Words of the service reports. */
export const reports = {
  exportName: '服务报告',
  caseNumber: '服务单',
  customer: '客户',
  plate: '车牌',
  technicians: '服务员',
  finishedAt: '完工时间',
  printCount: '打印次数',
  signedAt: '签字时间',
  createdAt: '建立时间',
  missing_technicians: '服务员',
  missing_finishTime: '完工时间',
  missing_timesInOrder: '到达时间应早于完工时间',
  missing_symptom: '故障现象',
  missing_cause: '故障原因',
  missing_work: '处理经过',
  missing_parts: '更换的配件(或注明未换件)',
} as const;

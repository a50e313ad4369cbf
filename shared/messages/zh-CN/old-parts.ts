/** Old parts: the list, the scan at the return, and letting one stay away. */
export const oldParts = {
  overdueBy: '超 {days} 天',

  // The list.
  due: '未回',
  overdue: '逾期',
  in: '已回',
  waived: '免交',
  all: '全部',
  choose: '从左边选一件旧件。',
  empty_due: '没有要交回的旧件。发料时会按配件的规定打出旧件签。',
  empty_overdue: '没有逾期未回的旧件。',
  empty_in: '还没有收回旧件。扫旧件签就能收。',
  empty_waived: '没有免交的旧件。',
  empty_all: '还没有旧件。发料时会按配件的规定打出旧件签。',

  // Scanning.
  scan: '扫旧件签',
  scanHint: '一签一扫，不用按别的键',
  storeIn: '存入',
  scanned: '本次收回 {count} 件',
  nothingScanned: '扫一张旧件签，结果就出现在这里。',
  found: '收到',
  alreadyIn: '早已收回',
  unknown: '没有这张签',
  failed: '没有收上',
  waiting: '正在收',
  again: '再试',
  startAnew: '清空记录',

  // One of them.
  printTag: '打印旧件签',
  waive: '免交',
  waiveTitle: '旧件 {number} 不用交回',
  waiveNote: '写明原因，之后这一行可以销账。',
  waiveDone: '{number} 已免交',
  openRequisition: '领料单',
  askWaive: '申请免交',
  askWaiveTitle: '申请旧件 {number} 免交',
  askWaiveNote: '负责人会在“审批”里看到。',
  waiveAsked: '已申请免交：{reason}',
  askWaiveDone: '{number} 已提交负责人审批',
} as const;

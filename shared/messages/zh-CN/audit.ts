/** The audit trail and its check. */
export const audit = {
  wholeLine:
    '操作记录完整:共 {entries} 条,首尾相连,没有被改动。末条校验码 {head}(请记在账外,日后可据此发现尾部被截去)。',
  brokenLine: '操作记录有问题:前 {entries} 条完好,第 {entry} 条{because}。请保留现状,联系负责人。',
  notChecked: '没有能检查操作记录({reason})。请确认资料文件夹或数据库地址。',
  fault_missing: '缺失,被删去了',
  fault_inserted: '是多出来的,不是程序写的',
  fault_unreadable: '已读不出,内容被改动',
  fault_notLinked: '与上一条接不上,被调换或改动',
  fault_changed: '与其校验码不符,内容被改动',
  fault_headDiffers: '与账外记下的校验码不同,这条或之前的记录被重写过',
  fault_cut: '起被截去,比账外记下的少',
} as const;

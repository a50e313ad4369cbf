/** The prints of a document, the refused ones too. */
export const prints = {
  title: '打印记录',
  none: '还没有打印过。',
  times: '印过 {count} 次',
  nameOfPrint: '{number} 第 {ordinal} 次打印',
  ordinal: '第 {ordinal} 次',
  refusedBecause: '未准打印：{reason}',
  because_REPORT_INCOMPLETE: '内容还不齐全',
  because_WRONG_STATE: '当时的状态不能打印',
  because_NOT_APPROVED: '还没有批准',
  because_CONTENT_CHANGED: '内容与封存的不一致',
  because_other: '不能打印',
  show: '看原样',
  asPrinted: '这是当时打印的原样，以后也不会变。要再打印一份，请关闭后用“打印”，那会另记一次。',
  missing: '这些字没有字体，打印出来是 〓：{characters}。请改用别的写法，或打印后手写补上。',
  missed: '缺字：{characters}',
  history: '打印记录',
} as const;

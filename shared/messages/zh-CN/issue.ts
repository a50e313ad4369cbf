/** Faults of single fields. */
export const issue = {
  required: '请填写',
  tooShort: '至少 {limit} 个字符',
  tooLong: '最多 {limit} 个字符',
  tooSmall: '不能小于 {limit}',
  tooLarge: '不能大于 {limit}',
  notANumber: '请填数字',
  wholeNumber: '请填整数',
  unwantedCharacters: '含有不能打印的字符,请重新输入',
  oneLine: '只能写一行',
  day: '请按 年-月-日 填写有效日期',
  telephone: '电话号码只能含数字和 + - ( ) 空格',
  choice: '请从列出的项目中选',
  format: '格式不对',
  unknownField: '没有这一项',
  wrongKind: '内容的类型不对',
  internal: '程序内部出错,什么都没有改变。请把日志交给技术支持。',
} as const;

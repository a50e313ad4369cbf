/** What the desktop shell itself says, outside of any page. */
export const desktop = {
  windowTitle: '售后前台',
  hostRefusedTitle: '数据服务没有启动',
  hostRefused:
    '数据服务没有启动（{reason}），已保存的内容没有改变。请重试；仍不行时，请把日志交给管理员：{logFile}',
  hostRefused_crashedAgain:
    '数据服务多次意外退出，已不再自动重启；已保存的内容没有改变。请重试；仍不行时，请重新启动电脑，再把日志交给管理员：{logFile}',
  tryAgain: '重试',
  quit: '退出',
  undo: '撤销',
  cut: '剪切',
  copy: '复制',
  paste: '粘贴',
  selectAll: '全选',
};

/** What the desktop shell itself says, outside of any page. */
export const desktop = {
  windowTitle: '售后前台',
  hostRefusedTitle: '数据服务没有启动',
  hostRefused:
    '数据服务没有启动（{reason}），已保存的内容没有改变。请重试；仍不行时，请把日志交给管理员：{logFile}',
  hostRefused_crashedAgain:
    '数据服务多次意外退出，已不再自动重启；已保存的内容没有改变。请重试；仍不行时，请重新启动电脑，再把日志交给管理员：{logFile}',
  hostRefused_newerDatabase: '数据是由更新的版本写入的，这个版本太旧，没有打开它。请安装最新版本。',
  hostRefused_damaged:
    '数据库文件有损坏。为了不让损坏扩大，没有打开它。请联系管理员从备份恢复。日志：{logFile}',
  hostRefused_diskFull: '磁盘已满，数据服务没有启动；已保存的内容没有改变。请腾出空间后重试。',
  hostRefused_busy: '数据正被另一个程序使用，例如办公室服务器。请先关闭它，再重试。',
  hostRefused_inputOutput: '读写数据文件夹失败；请检查磁盘和权限后重试。日志：{logFile}',
  tryAgain: '重试',
  quit: '退出',
  undo: '撤销',
  cut: '剪切',
  copy: '复制',
  paste: '粘贴',
  selectAll: '全选',
};

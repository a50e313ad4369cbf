/** Why the program does not start, and what to do about it. */
export const start = {
  badArguments: '启动参数不对：{argument}。用法：{usage}',
  folderMissing: '没有这个数据文件夹：{folder}。请检查 --data 是否写错；要在那里新建一份账套，请加上 --new。',
  folderForeign:
    '这个文件夹里没有账套，却有别的文件：{folder}。请检查 --data 是否写错；要在那里新建一份账套，请加上 --new。',
  folderNotUsable: '不能读写数据文件夹 {folder}（{code}）。请检查权限、磁盘是否只读，再重试。',
  booksMissing:
    '这个文件夹里有过账套，但数据文件 {file} 不在或是空的。没有另建新账套。请把数据文件放回原处，或从备份恢复；账套在 PostgreSQL 上的，请加上 --postgres。',
  booksEmpty:
    '数据文件 {file} 是空的，没有当作新账套打开。请从备份恢复；要在那里新建一份账套，请加上 --new。',
  inUse:
    '这份数据正由电脑 {computer} 上的程序（进程号 {pid}）使用，自 {sinceAt} 起。请先关闭它，或用浏览器连接它，再重试。',
  portTaken: '端口 {port} 已被别的程序占用。请关闭它，或用 --port 换一个端口。',
  portRefused: '系统不允许使用端口 {port}。请用 --port 换一个 1024 以上的端口。',
  newerDatabase: '数据是由更新的版本写入的，这个版本太旧，没有打开它。请安装最新版本。',
  damaged: '数据文件有损坏。为了不让损坏扩大，没有打开它。请联系管理员从备份恢复。',
  diskFull: '磁盘已满，程序没有启动；已保存的内容没有改变。请腾出空间后重试。',
  busy: '数据正被另一个程序使用，例如办公室服务器。请先关闭它，再重试。',
  inputOutput: '读写数据文件夹失败；请检查磁盘和权限后重试。',
  connectionLost: '连接不上 PostgreSQL 数据库。请检查 --postgres 的地址，以及服务器是否在运行。',
  accessDenied: 'PostgreSQL 数据库拒绝登录。请检查 --postgres 里的用户名和密码。',
  noSuchDatabase: 'PostgreSQL 服务器上没有这个数据库。请检查 --postgres 的地址，或先建立数据库。',
  wrongLocale:
    'PostgreSQL 数据库的编码或语言环境不对，中文会存错。请用 UTF8 编码、非 C 的语言环境新建数据库。',
  unexpected: '程序没有启动（{code}），已保存的内容没有改变。请重试；仍不行时，请把这一行交给管理员。',
};

/** Duties: the list, the time left, letting one be, the bell. */
export const duties = {
  scope_mine: '我的',
  scope_team: '同岗位的',
  scope_all: '全部',
  anyKind: '全部种类',
  empty_open: '没有未办的事。',
  empty_late: '没有逾期的事。',
  empty_ended: '没有这样的待办。',
  choose: '从左边选一件待办；按 Enter 打开它的单据。',
  daysLeft: '剩 {count} 天',
  hoursLeft: '剩 {count} 小时',
  minutesLeft: '剩 {count} 分钟',
  daysLate: '超 {count} 天',
  hoursLate: '超 {count} 小时',
  minutesLate: '超 {count} 分钟',
  paused: '暂停',

  // The bell.
  bell: '到期提醒',
  bellIsOn: '到期时会在屏幕角上提醒，只写单号',
  bellIsOff: '不再提醒',
  noticesRefused: '浏览器不让本程序提醒。请在浏览器的网站设置中允许通知，再按一次。',
  dueNow: '待办到期',
  severalDue: '{count} 件待办到期',

  // One of them.
  openRecord: '打开单据',
  waive: '免办',
  waiveTitle: '免办：{duty} {number}',
  waiveNote: '写明原因。单据本身不变，这件事不再催办，也不计入及时率。',
  waivedNow: '已免办',
  ofTeam: '由有“{permission}”权限的人办理',
} as const;

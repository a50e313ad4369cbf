/** Lists. */
export const grid = {
  quickText: '筛选',
  tickAll: '全选',
  columns: '显示的列',
  resetColumns: '恢复默认列',
  export: '导出 Excel',
  exporting: '正在导出',
  print: '打印列表',
  rowsLoaded: '{count} 行',
  rowsLoadedMore: '{count} 行以上',
  empty: '这里还没有内容。',
  noMatch: '没有符合条件的记录。',
  clearFilter: '清除筛选',
  notLoaded: '没有读到列表。',
  list: '列表',
} as const;

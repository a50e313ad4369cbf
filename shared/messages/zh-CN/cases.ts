/** Cases: the list, the page of one case, and what happened to it. */
export const cases = {
  exportName: '服务单',
  openedAt: '登记时间',
  customer: '用户',
  plate: '车牌 / 序列号',
  product: '型号',
  category: '类别',
  faultGroup: '故障组',
  urgency: '紧急',
  symptom: '现象',
  owner: '负责',
  closedAt: '关闭时间',
} as const;

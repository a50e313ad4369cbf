/** Customers, their people and telephone numbers. */
export const customers = {
  customers: '客户',
  customer: '客户',
  name: '名称',
  kind: '性质',
  telephone: '电话',
  telephones: '电话',
  region: '地区',
  address: '地址',
  distanceClass: '远近',
  distanceKm: '距离(公里)',
  importance: '重要程度',
  unitCount: '产品',
  openCaseCount: '未结服务单',
  active: '在用',
  notes: '备注',
  createdAt: '建档时间',
} as const;

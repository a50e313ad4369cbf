/** Product models and delivered units. */
export const units = {
  units: '产品档案',
  unit: '产品',
  plate: '车牌',
  serialNumber: '车架号 / 序列号',
  engineNumber: '发动机号',
  productCode: '型号',
  productName: '型号名称',
  productLine: '产品系列',
  customer: '客户',
  region: '使用地区',
  saleDay: '销售日期',
  cardReceivedDay: '回执卡收到',
  readingDay: '读数日期',
  mileageKm: '里程(公里)',
  operatingHours: '小时数',
  active: '在用',
} as const;

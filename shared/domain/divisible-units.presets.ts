/** Units of measure that are divided; whatever else is counted, is counted in pieces. */
export const divisibleUnits: ReadonlySet<string> = new Set(
  [
    '千克 公斤 克 毫克 斤 两 吨 升 毫升 立升 米 厘米 毫米 公里 分米 尺 寸 码 英尺 英寸 平方米 平米 立方米 方 小时 工时 天',
    'kg g mg t l ml cl dl m cm mm km dm ft in yd m2 m3 ㎡ gal oz lb h kwh',
  ].flatMap((words) => words.split(' ').map((word) => word.normalize('NFKC'))),
);

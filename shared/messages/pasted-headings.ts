/** What a column of a table that is pasted can hold. `other` is known and not needed: the catalogue has it. */
export type PastedColumn = 'number' | 'quantity' | 'unitPrice' | 'amount' | 'bin' | 'fault' | 'other';

/**
 * The headings that people write over such columns, without spaces, brackets and signs. A heading also counts when it ends
 * with one of them, as '申请数量' does.
 */
export const pastedHeadings: Readonly<Record<PastedColumn, readonly string[]>> = {
  number: [
    '件号',
    '零件号',
    '配件号',
    '备件号',
    '零件编号',
    '配件编号',
    '物料编码',
    '物料号',
    '料号',
    '图号',
    '编码',
    '代码',
    '编号',
    '条码',
    'partnumber',
    'partno',
    'itemno',
    'number',
    'code',
    'sku',
  ],
  quantity: ['数量', '件数', 'quantity', 'qty'],
  unitPrice: ['单价', '价格', 'unitprice', 'price'],
  amount: ['金额', '总价', '合计', '小计', 'amount', 'total'],
  bin: ['库位', '货位', '仓位', '储位', 'bin', 'location'],
  fault: [
    '故障',
    '故障现象',
    '故障描述',
    '原因',
    '备注',
    '说明',
    'fault',
    'reason',
    'remark',
    'remarks',
    'notes',
  ],
  other: [
    '序号',
    '行号',
    '序',
    '名称',
    '品名',
    '单位',
    '规格',
    '型号',
    '规格型号',
    '品牌',
    'no',
    'name',
    'description',
    'unit',
    'unitofmeasure',
    'uom',
    'specification',
    'model',
    'brand',
  ],
};

/** The first words of a row that sums the rows above it. */
export const sumWords = ['合计', '总计', '小计', '共计', 'total', 'subtotal', 'sum'] as const;

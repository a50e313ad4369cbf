/** The accounts that stand for a whole kind: what lies outside the house, and the common old-parts store. */
export const wellKnownAccounts = {
  supplier: { code: 'OUT-SUPPLIER', name: '供应商' },
  customer: { code: 'OUT-CUSTOMER', name: '用户（已装车）' },
  opening: { code: 'OUT-OPENING', name: '期初' },
  adjustment: { code: 'OUT-ADJUST', name: '盘点差异' },
  scrap: { code: 'OUT-SCRAP', name: '报废与丢失' },
  otherSource: { code: 'OUT-OTHER', name: '其他来源' },
  oldParts: { code: 'OLD-PARTS', name: '旧件库' },
} as const;

export type WellKnownKind = keyof typeof wellKnownAccounts;

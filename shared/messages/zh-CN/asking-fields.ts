/** The words of the fields that tell who asks a leader for an exception, when and why. */
export const askingFields = {
  allowAskedBy: '申请放行人',
  allowAskedAt: '申请放行时间',
  allowAskReason: '申请放行原因',
  waiveAskedBy: '申请免交人',
  waiveAskedAt: '申请免交时间',
  waiveAskReason: '申请免交原因',
  loseAskedBy: '申请报失人',
  loseAskedAt: '申请报失时间',
  loseAskReason: '申请报失原因',
  loseAskChargeFen: '申请扣款',
} as const;

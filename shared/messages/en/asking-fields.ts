import type { askingFields as chinese } from '../zh-CN/asking-fields.ts';

/** The words of the fields that tell who asks a leader for an exception, when and why. */
export const askingFields = {
  allowAskedBy: 'Allowance asked by',
  allowAskedAt: 'Allowance asked at',
  allowAskReason: 'Why allowance was asked',
  waiveAskedBy: 'Waiver asked by',
  waiveAskedAt: 'Waiver asked at',
  waiveAskReason: 'Why a waiver was asked',
  loseAskedBy: 'Reported lost by',
  loseAskedAt: 'Reported lost at',
  loseAskReason: 'Why reported lost',
  loseAskChargeFen: 'Charge asked',
} as const satisfies Record<keyof typeof chinese, string>;

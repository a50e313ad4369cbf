import { defaultTimeZone } from '#shared/domain/days.ts';

/** The groups of settings, with what holds until the firm chooses. Money in fen. */
export const settingDefaults = {
  firm: { name: '', department: '', telephone: '', address: '', timeZone: defaultTimeZone, logoAttachmentId: null as string | null },
  stock: { backdateDays: 7 },
  requisitions: { holderLimitFen: 500_000, holderLimitDays: 30, oldPartDueDays: 30 },
  papers: { copyNames: ['存根', '财务', '用户'] as readonly string[] },
} as const;

export type SettingGroup = keyof typeof settingDefaults;
export type SettingsOf<Group extends SettingGroup> = (typeof settingDefaults)[Group] extends infer Value
  ? { readonly [Key in keyof Value]: Value[Key] extends number ? number : Value[Key] extends string ? string : Value[Key] }
  : never;

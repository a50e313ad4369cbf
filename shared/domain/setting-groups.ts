/** The groups of values that the firm chooses; `stock`, `requisitions` and `drafts` are parts of `limits`. */
export const settingGroups = [
  'firm',
  'limits',
  'stock',
  'requisitions',
  'drafts',
  'papers',
  'decisions',
  'duties',
  'workingTime',
] as const;
export type SettingGroup = (typeof settingGroups)[number];

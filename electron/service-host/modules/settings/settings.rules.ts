import type { SettingGroup } from '#shared/domain/setting-groups.ts';
import { defaultTimeZone } from '#shared/domain/days.ts';
import type { SigningRule } from '#shared/domain/decision-kinds.ts';
import { presetCopyNames, presetDuties, presetWorkingTime } from './settings.presets.ts';

const stock = { backdateDays: 7 };
const requisitions = { holderLimitFen: 500_000, holderLimitDays: 30, oldPartDueDays: 30 };
const signingRules: readonly SigningRule[] = [];
const drafts = { draftsBelongToAuthor: true };

/** The groups of settings, with what holds until the firm chooses. Money in fen. */
export const settingDefaults = {
  firm: {
    name: '',
    department: '',
    telephone: '',
    address: '',
    timeZone: defaultTimeZone,
    logoAttachmentId: null as string | null,
  },
  /** The limits of all modules, saved as one; `stock`, `requisitions` and `drafts` are parts of it. */
  limits: { ...stock, ...requisitions, ...drafts },
  stock,
  requisitions,
  drafts,
  papers: { copyNames: presetCopyNames },
  /** Who signs; one of those with the right where no rule says otherwise. */
  decisions: { rules: signingRules },
  duties: presetDuties,
  workingTime: presetWorkingTime,
} as const satisfies Readonly<Record<SettingGroup, unknown>>;

export type SettingsOf<Group extends SettingGroup> = (typeof settingDefaults)[Group] extends infer Value
  ? {
      readonly [Key in keyof Value]: Value[Key] extends number
        ? number
        : Value[Key] extends boolean
          ? boolean
          : Value[Key] extends string
            ? string
            : Value[Key];
    }
  : never;

/** The group under which a group is saved. */
export function savedGroup(group: SettingGroup): SettingGroup {
  return group === 'stock' || group === 'requisitions' || group === 'drafts' ? 'limits' : group;
}

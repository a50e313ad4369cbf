import { and, eq } from 'drizzle-orm';
import { refuse } from '#shared/contract/refusals.ts';
import type { WriteTx } from '../../database/database.ts';
import { logoBounds, type LogoFault } from '../../printing/pictures/logo-picture.ts';
import { lastChange } from '../../desks/audit/audit.queries.ts';
import { recordAudit } from '../../desks/audit/audit.service.ts';
import { isPictureForPaper, settingsForEditing } from './settings.queries.ts';
import type { SettingsOf } from './settings.rules.ts';
import type { SettingGroup } from '#shared/domain/setting-groups.ts';
import { settings } from '../../schema/settings.tables.ts';

/** A group that is saved as it stands; `stock`, `requisitions` and `drafts` are parts of `limits`. */
export type EditableGroup = Exclude<SettingGroup, 'stock' | 'requisitions' | 'drafts'>;

interface SettingsEdit<Group extends EditableGroup> {
  readonly version: number;
  readonly values: Partial<SettingsOf<Group>>;
}

/** Saves a group of settings. Refuses CHANGED_MEANWHILE when somebody saved since `version` (0: never saved). */
export async function saveSettings<Group extends EditableGroup>(
  tx: WriteTx,
  group: Group,
  input: SettingsEdit<Group>,
) {
  const current = await settingsForEditing(tx, group);
  if (current.version !== input.version) {
    const last = await lastChange(tx, 'setting', group);
    const { by, at } = last ?? { by: '', at: tx.now };
    refuse('CHANGED_MEANWHILE', { kind: 'setting', id: group, by, at, current: current.values });
  }
  const value = { ...current.values, ...input.values };
  const version = current.version + 1;
  if (current.version === 0) await tx.db.insert(settings).values({ key: group, value, version });
  else
    await tx.db
      .update(settings)
      .set({ value, version })
      .where(and(eq(settings.key, group), eq(settings.version, current.version)));
  await recordAudit(tx, {
    act: 'settings.save',
    subjectKind: 'setting',
    subjectId: group,
    before: current.values,
    after: value,
  });
  const id: string = group;
  return { id, version };
}

/**
 * Saves what the firm is called and where it is. The logo must be a PNG or JPEG picture that was attached, without the
 * fault that was found in it beforehand.
 */
export async function saveFirm(tx: WriteTx, logoFault: LogoFault | undefined, input: SettingsEdit<'firm'>) {
  const { logoAttachmentId } = input.values;
  if (logoAttachmentId && !(await isPictureForPaper(tx, logoAttachmentId))) {
    refuse('INVALID_INPUT', { issues: [{ path: 'values.logoAttachmentId', code: 'choice' }] });
  }
  if (logoFault) {
    const limit = logoFault === 'logoTooLarge' ? { limit: logoBounds.sidePixels } : {};
    refuse('INVALID_INPUT', { issues: [{ path: 'values.logoAttachmentId', code: logoFault, ...limit }] });
  }
  return saveSettings(tx, 'firm', input);
}

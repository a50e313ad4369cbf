import { and, eq } from 'drizzle-orm';
import { refuse } from '#shared/contract/refusals.ts';
import type { WriteTx } from '../../database/database.ts';
import { recordAudit } from '../audit/audit.service.ts';
import { settingsForEditing } from './settings.queries.ts';
import type { SettingGroup, SettingsOf } from './settings.rules.ts';
import { settings } from './settings.tables.ts';

/** Saves a group of settings. Refuses CHANGED_MEANWHILE when somebody saved since `version` (0: never saved). */
export async function saveSettings<Group extends SettingGroup>(
  tx: WriteTx,
  group: Group,
  input: { readonly version: number; readonly values: Partial<SettingsOf<Group>> },
) {
  const current = await settingsForEditing(tx, group);
  if (current.version !== input.version) refuse('CHANGED_MEANWHILE', { by: '', at: tx.now, current: current.values });
  const value = { ...current.values, ...input.values };
  const version = current.version + 1;
  if (current.version === 0) await tx.db.insert(settings).values({ key: group, value, version });
  else await tx.db.update(settings).set({ value, version }).where(and(eq(settings.key, group), eq(settings.version, current.version)));
  await recordAudit(tx, { act: 'settings.save', subjectKind: 'setting', subjectId: group, before: current.values, after: value });
  return { id: group as string, version };
}

import { eq } from 'drizzle-orm';
import type { ReadTx } from '../../database/database.ts';
import { given, statement } from '../../database/statement.ts';
import { settingDefaults, type SettingGroup, type SettingsOf } from './settings.rules.ts';
import { settings } from './settings.tables.ts';

/** A group of settings: what the firm chose, and the defaults for the rest. */
export async function settingsOf<Group extends SettingGroup>(tx: ReadTx, group: Group): Promise<SettingsOf<Group>> {
  const [row] = await tx.run(findSetting, { key: group });
  // Saved through the contract of this group, whose fields are those of the defaults.
  return { ...settingDefaults[group], ...(row?.value as object | undefined) } as unknown as SettingsOf<Group>;
}

/** The same with the version an editor must name; 0 while nothing was saved. */
export async function settingsForEditing<Group extends SettingGroup>(tx: ReadTx, group: Group) {
  const [row] = await tx.run(findSetting, { key: group });
  return { values: await settingsOf(tx, group), version: row?.version ?? 0 };
}

const findSetting = statement('settings.find', (db) => db.select().from(settings).where(eq(settings.key, given('key'))));

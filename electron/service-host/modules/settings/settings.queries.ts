import { eq } from 'drizzle-orm';
import type { ReadTx } from '../../database/database.ts';
import { given, statement } from '../../database/statement.ts';
import { attachments } from '../../schema/attachments.tables.ts';
import { savedGroup, settingDefaults, type SettingsOf } from './settings.rules.ts';
import { type SettingGroup } from '#shared/domain/setting-groups.ts';
import { settings } from '../../schema/settings.tables.ts';

/** A group of settings: what the firm chose, and the defaults for the rest. */
export async function settingsOf<Group extends SettingGroup>(
  tx: ReadTx,
  group: Group,
): Promise<SettingsOf<Group>> {
  return (await settingsForEditing(tx, group)).values;
}

/** The same with the version an editor must name; 0 while nothing was saved. */
export async function settingsForEditing<Group extends SettingGroup>(
  tx: ReadTx,
  group: Group,
): Promise<{ readonly values: SettingsOf<Group>; readonly version: number }> {
  const [row] = await tx.run(findSetting, { key: savedGroup(group) });
  // What is saved is an object of this group's fields.
  const saved = new Map(Object.entries((row?.value ?? {}) as object));
  const values = Object.fromEntries(
    Object.entries(settingDefaults[group]).map(([name, value]) => [name, saved.get(name) ?? value]),
  );
  // Saved through the contract of this group, whose fields are those of the defaults.
  return { values: values as unknown as SettingsOf<Group>, version: row?.version ?? 0 };
}

/** Whether the attachment was filed as the logo of the firm, is a picture that a paper can carry, and nobody has voided it. */
export async function isPictureForPaper(tx: ReadTx, attachmentId: string): Promise<boolean> {
  const [found] = await tx.db.select().from(attachments).where(eq(attachments.id, attachmentId));
  if (!found || found.subjectKind !== 'setting' || found.purpose !== 'logo') return false;
  return found.voidedAt === null && /^image\/(png|jpeg)$/.test(found.mediaType);
}

const findSetting = statement('settings.find', (db) =>
  db
    .select()
    .from(settings)
    .where(eq(settings.key, given('key'))),
);

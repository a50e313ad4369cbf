import type { WriteTx } from '../../database/database.ts';
import { draftPolicy, publishPolicy, saveGroups } from './policies.service.ts';
import { presetGroups, presetPolicies } from './warranty.presets.ts';
import { componentGroups } from '../../schema/warranty.tables.ts';

/** Gives a new firm component groups and policies to begin with. Does nothing where component groups exist. */
export async function installPresets(tx: WriteTx): Promise<void> {
  if ((await tx.db.$count(componentGroups)) > 0) return;
  await saveGroups(tx, { version: 0, groups: presetGroups });
  for (const { fields, publish } of presetPolicies) {
    const drafted = await draftPolicy(tx, fields);
    if (publish) await publishPolicy(tx, drafted);
  }
}

import { refuse } from '#shared/contract/refusals.ts';
import type { ReadTx, WriteTx } from '../../database/database.ts';
import { createPerson } from '../people/people.service.ts';
import { people } from '../../schema/people.tables.ts';
import { settingsOf } from '../settings/settings.queries.ts';
import { saveSettings } from '../settings/settings.service.ts';
import { installPresets } from '../warranty/presets.service.ts';

interface FirstStart {
  readonly firm: {
    readonly name: string;
    readonly department: string;
    readonly telephone: string;
    readonly address: string;
  };
  readonly admin: { readonly signInName: string; readonly name: string };
}

/** Whether a firm and its first admin exist. */
export async function sessionStatus(tx: ReadTx, version: string) {
  const firm = await settingsOf(tx, 'firm');
  return { setUp: (await tx.db.$count(people)) > 0, firmName: firm.name, version, engine: tx.engine };
}

/** Creates the firm with warranty policies to begin with, and its first admin. Refuses ALREADY_SET_UP when anybody exists. */
export async function setUpFirm(tx: WriteTx, passwordHash: string, input: FirstStart) {
  if ((await tx.db.$count(people)) > 0) refuse('ALREADY_SET_UP', {});
  await saveSettings(tx, 'firm', { version: 0, values: input.firm });
  await installPresets(tx);
  return createPerson(tx, passwordHash, { ...input.admin, roles: ['admin'], active: true });
}

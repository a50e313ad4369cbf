import type { ReadTx } from '../../database/database.ts';
import type { House } from '../../desks/papers/set-paper.queries.ts';
import { settingsForEditing, settingsOf } from './settings.queries.ts';

/** Whose papers they are. */
export async function houseOf(tx: ReadTx): Promise<House> {
  const firm = await settingsOf(tx, 'firm');
  const { name, department, telephone, address, timeZone, logoAttachmentId } = firm;
  return { firm: { name, department, telephone, address }, timeZone, logoAttachmentId };
}

/** The names the firm gave the copies of its reports; none as long as it chose nothing. */
export async function chosenCopyNames(tx: ReadTx): Promise<readonly string[]> {
  const { version, values } = await settingsForEditing(tx, 'papers');
  return version > 0 ? values.copyNames : [];
}

// Where the program keeps a person's files when nothing else is said.
import { homedir } from 'node:os';
import { join } from 'node:path';

const name = 'shouhou-desk';

/** The person's own folder for this program, as the system has it. */
export function personalFolder() {
  if (process.platform === 'win32')
    return join(process.env.APPDATA ?? join(homedir(), 'AppData', 'Roaming'), name);
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', name);
  return join(process.env.XDG_DATA_HOME || join(homedir(), '.local', 'share'), name);
}

import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const entry = join(import.meta.dirname, '../../../electron/service-host/entries/verify-audit.ts');
const run = promisify(execFile);

/** Checks the audit trail of books in use as `npm run audit:verify` does, against a head noted before; gives its sentence, fails where it is not whole. */
export async function checkAuditByCommand(dataFolder: string, noted: string): Promise<string> {
  const { stdout } = await run(process.execPath, [entry, '--data', dataFolder, '--noted', noted]);
  return stdout.trim();
}

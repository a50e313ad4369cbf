import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';

/** Past this size a log begins anew; the one before is kept beside it. */
export const logFileMostBytes = 2 * 1024 * 1024;

/** Writes lines with their time to `file`; when the disk takes none, the program goes on without them. */
export function openLogFile(file: string, now: () => Date = () => new Date()): (line: string) => void {
  return (line) => {
    try {
      mkdirSync(path.dirname(file), { recursive: true });
      beginAnewWhenLong(file);
      appendFileSync(file, `${now().toISOString()} ${line.trimEnd()}\n`);
    } catch {
      // A log that cannot be written must not stop the work it tells about.
    }
  };
}

function beginAnewWhenLong(file: string): void {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats !== undefined && stats.size > logFileMostBytes) renameSync(file, `${file}.1`);
}

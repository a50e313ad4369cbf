import { existsSync, statfsSync } from 'node:fs';

/** Linux keeps what lies here in memory, where a commit need not wait for the disk. */
export const memoryFolder = '/dev/shm';

/** Whether it is there and has room for what a run of tests makes. */
export function hasMemoryFolder(): boolean {
  if (!existsSync(memoryFolder)) return false;
  const { bavail, bsize } = statfsSync(memoryFolder);
  return bavail * bsize > 4 * 1024 ** 3;
}

import { StorageFailure, type StorageFailureReason } from '../database.ts';

const reasons: readonly (readonly [prefix: string, reason: StorageFailureReason])[] = [
  ['SQLITE_FULL', 'diskFull'],
  ['SQLITE_BUSY', 'busy'],
  ['SQLITE_CORRUPT', 'damaged'],
  ['SQLITE_NOTADB', 'damaged'],
  ['SQLITE_IOERR', 'inputOutput'],
  ['SQLITE_READONLY', 'inputOutput'],
  ['SQLITE_CANTOPEN', 'inputOutput'],
];

/** Gives an error of the engine the name the business knows it by; any other error comes back as it is. */
export function toStorageFailure(error: unknown): unknown {
  // Drizzle wraps what the engine threw and keeps it as the cause.
  for (let current = error; current instanceof Error; current = current.cause) {
    const code: unknown = 'code' in current ? current.code : undefined;
    if (typeof code !== 'string') continue;
    const reason = reasons.find(([prefix]) => code.startsWith(prefix))?.[1];
    if (reason) return new StorageFailure(reason, error);
  }
  return error;
}

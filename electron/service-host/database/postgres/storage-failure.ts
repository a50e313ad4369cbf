import { StorageFailure, type StorageFailureReason } from '../database.ts';

/** SQLSTATE classes and node's socket errors (PostgreSQL 18, appendix A). */
const reasons: readonly (readonly [prefix: string, reason: StorageFailureReason])[] = [
  ['53100', 'diskFull'],
  ['28', 'accessDenied'],
  ['3D000', 'noSuchDatabase'],
  ['53', 'busy'],
  ['40', 'busy'],
  ['55P03', 'busy'],
  ['57', 'connectionLost'],
  ['08', 'connectionLost'],
  ['58', 'inputOutput'],
  ['XX001', 'damaged'],
  ['XX002', 'damaged'],
  ['ECONN', 'connectionLost'],
  ['ENOTFOUND', 'connectionLost'],
  ['EAI_AGAIN', 'connectionLost'],
  ['ETIMEDOUT', 'connectionLost'],
  ['EHOSTUNREACH', 'connectionLost'],
  ['EPIPE', 'connectionLost'],
];

/** Gives an error of the engine the name the business knows it by; any other error comes back as it is. */
export function toStorageFailure(error: unknown): unknown {
  const code = codeOf(error);
  if (code === undefined)
    return isLostConnection(error) ? new StorageFailure('connectionLost', error) : error;
  const reason = reasons.find(([prefix]) => code.startsWith(prefix))?.[1];
  return reason ? new StorageFailure(reason, error) : error;
}

/** Whether running the same work again can succeed: serialisation failure or deadlock. */
export function mayRunAgain(error: unknown): boolean {
  const code = codeOf(error);
  return code === '40001' || code === '40P01';
}

function codeOf(error: unknown): string | undefined {
  for (let current = error; current instanceof Error; current = current.cause) {
    const code: unknown = 'code' in current ? current.code : undefined;
    if (typeof code === 'string') return code;
  }
  return undefined;
}

function isLostConnection(error: unknown): boolean {
  for (let current = error; current instanceof Error; current = current.cause) {
    // node-postgres gives these two no code.
    if (/Connection terminated|Client has encountered a connection error/.test(current.message)) return true;
  }
  return false;
}

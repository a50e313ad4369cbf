import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { present } from '#shared/domain/assert.ts';
import { refuse } from '#shared/contract/refusals.ts';
import { WriteQueue } from '../../database/write-queue.ts';
import { isWeakPassword, isWeakPin } from './passwords.rules.ts';

/** Cost of one hash (OWASP password storage cheat sheet: scrypt N=2^17, r=8, p=1, about 128 MB). */
const cost = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 };
const keyLength = 32;
/** At most two hashes at once, so that guesses cannot take the memory of the PC. */
const lanes = [new WriteQueue(), new WriteQueue()];
let nextLane = 0;
let work = cost.N;

/** Makes hashes cheap, or of another cost; called by tests alone. */
export function useCheapHashes(size: number = 2 ** 4): void {
  work = size;
}

/** A salted hash of a password or PIN, with everything needed to check it later. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  return `scrypt$${work}$${salt.toString('base64url')}$${(await derive(password, salt, work)).toString('base64url')}`;
}

/** Whether the password belongs to the hash. Takes as long for no hash at all. */
export async function passwordFits(password: string, hash: string | null): Promise<boolean> {
  const [, size, salt, expected] = (hash ?? `scrypt$${work}$${'A'.repeat(22)}$${'A'.repeat(43)}`).split('$');
  const found = await derive(password, Buffer.from(salt ?? '', 'base64url'), Number(size));
  const wanted = Buffer.from(expected ?? '', 'base64url');
  return hash !== null && found.length === wanted.length && timingSafeEqual(found, wanted);
}

function derive(password: string, salt: Buffer, size: number): Promise<Buffer> {
  const lane = present(lanes[nextLane++ % lanes.length], 'a lane');
  return lane.run(
    () =>
      new Promise((resolve, reject) => {
        scrypt(password.normalize('NFKC'), salt, keyLength, { ...cost, N: size }, (error, key) =>
          error ? reject(error) : resolve(key),
        );
      }),
  );
}

/** The hash of a password that is about to be set. Refuses PASSWORD_TOO_WEAK. */
export async function hashNewPassword(password: string, signInName: string): Promise<string> {
  refuseWeakPassword(password, signInName);
  return hashPassword(password);
}

/** Refuses PASSWORD_TOO_WEAK for what anybody would guess. */
export function refuseWeakPassword(password: string, signInName: string): void {
  if (isWeakPassword(password, signInName)) refuse('PASSWORD_TOO_WEAK', {});
}

/** Refuses PIN_TOO_WEAK for what anybody would guess. */
export function refuseWeakPin(pin: string): void {
  if (isWeakPin(pin)) refuse('PIN_TOO_WEAK', {});
}

/** Identifies one record of a kind; sorts by the time of its making. 26 characters, Crockford base 32, lower case. */
export type Id<Kind extends string = string> = string & { readonly __kind?: Kind };

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const randomLength = 16;

/** What every id looks like (48 bits of time, 80 of chance, as in the ULID specification). */
export const idPattern = /^[0-7][0-9a-hjkmnp-tv-z]{25}$/;

let last: { readonly now: number; readonly digits: readonly number[] } | undefined;

/**
 * A new id. `now` is UTC milliseconds, of the host where records are made: of two ids of the same millisecond the one
 * made later is the greater. Without it the id is made by the clock of this PC, for operations.
 */
export function newId<Kind extends string>(now?: number): Id<Kind> {
  if (now === undefined) return idOf(Date.now(), randomDigits());
  const digits = last?.now === now ? following(last.digits) : randomDigits();
  last = { now, digits };
  return idOf(now, digits);
}

function idOf(now: number, digits: readonly number[]): string {
  return timePart(now) + digits.map((digit) => alphabet.charAt(digit)).join('');
}

function timePart(now: number): string {
  let rest = now;
  let text = '';
  for (let place = 0; place < 10; place += 1) {
    text = alphabet.charAt(rest % 32) + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}

/** The first digit stays below half, so that counting on never runs over within a millisecond. */
function randomDigits(): readonly number[] {
  const bytes = crypto.getRandomValues(new Uint8Array(randomLength));
  return Array.from(bytes, (byte, index) => (index === 0 ? byte & 15 : byte & 31));
}

function following(digits: readonly number[]): readonly number[] {
  const next = [...digits];
  for (let place = next.length - 1; place >= 0; place -= 1) {
    const digit = (next[place] ?? 0) + 1;
    next[place] = digit % 32;
    if (digit < 32) break;
  }
  return next;
}

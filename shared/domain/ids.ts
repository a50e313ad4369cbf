/** Identifies one record of a kind; sorts by the time of its making. 26 characters, Crockford base 32, lower case. */
export type Id<Kind extends string = string> = string & { readonly __kind?: Kind };

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const randomLength = 16;

/** What every id looks like (48 bits of time, 80 of chance, as in the ULID specification). */
export const idPattern = /^[0-7][0-9a-hjkmnp-tv-z]{25}$/;

/** A new id. `now` is UTC milliseconds; two ids of the same millisecond differ by chance alone. */
export function newId<Kind extends string>(now: number = Date.now()): Id<Kind> {
  return timePart(now) + randomPart();
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

function randomPart(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(randomLength));
  let text = '';
  for (const byte of bytes) text += alphabet.charAt(byte & 31);
  return text;
}

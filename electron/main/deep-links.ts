/** The scheme that telephone programs open the caller's screen with. */
export const linkScheme = 'shouhou';

/** The longest number taken from a link; E.164 allows 15 digits, prefixes of a telephone system come before them. */
export const callNumberMostCharacters = 20;

/** The number in `shouhou://call?number=…`: digits, with `+` at most in front; null for every other link. */
export function numberOfCallLink(link: string): string | null {
  if (link.length > 500) return null;
  const query = /^shouhou:\/\/call\/?\?([^#]*)(?:#.*)?$/i.exec(link)?.[1];
  if (query === undefined) return null;
  const raw = query
    .split('&')
    .find((pair) => pair.startsWith('number='))
    ?.slice('number='.length);
  return raw === undefined ? null : sanitisedNumber(raw);
}

/** The number in the first call link among a program's arguments, or null. */
export function numberAmongArguments(argumentList: readonly string[]): string | null {
  for (const argument of argumentList) {
    const number = numberOfCallLink(argument);
    if (number !== null) return number;
  }
  return null;
}

/** A cut number would be somebody else's, so one that is too long is dropped as a whole. */
function sanitisedNumber(raw: string): string | null {
  const text = decoded(raw);
  if (text === null) return null;
  const digits = text.replaceAll(/[^0-9]/g, '');
  const number = text.trimStart().startsWith('+') ? `+${digits}` : digits;
  return digits === '' || number.length > callNumberMostCharacters ? null : number;
}

/** Not URLSearchParams, which would read the `+` of +86 as a space. */
function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

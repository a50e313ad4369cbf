/** Digits at the end of a number that are enough to tell a landline, without its area code. */
export const shortestLandline = 7;

/**
 * The digits under which a number is kept: without separators, extension and China's country code, a mobile number
 * without a 0 before it, a landline with the 0 of its area code. Empty when there is no digit in it.
 */
export function digitsOf(shown: string): string {
  const main = mainNumber(shown);
  const digits = main.replace(/\D/g, '');
  const national = withoutCountry(main, digits);
  return isMobile(national.slice(1)) && national.startsWith('0') ? national.slice(1) : national;
}

/** The digits behind the main number: 801 of '85551234转801'; empty where there is no extension. */
export function extensionOf(shown: string): string {
  return shown.normalize('NFKC').slice(mainNumber(shown).length).replace(/\D/g, '');
}

/** Whether `told` leads where `kept` does: the same digits, and the same extension; a switchboard is everybody's. */
export function isSameLine(kept: string, told: string): boolean {
  const extension = extensionOf(told);
  return digitsOf(kept) === digitsOf(told) && (extension === '' || extension === extensionOf(kept));
}

/** Tells numbers of one owner apart: each extension is a number of its own. */
export function telephoneKey(shown: string): string {
  const digits = digitsOf(shown);
  return digits === '' ? '' : `${digits} ${extensionOf(shown)}`;
}

function mainNumber(shown: string): string {
  const plain = shown.normalize('NFKC');
  return /^[^\p{L}#*,;]*\d[^\p{L}#*,;]*/u.exec(plain)?.[0] ?? plain;
}

/** Every way the same line may have been kept or may be announced, the likeliest first. */
export function sameDigits(digits: string): readonly string[] {
  const bare = digits.length >= 12 && digits.startsWith('86') ? digits.slice(2) : digits;
  const local = bare.startsWith('0') ? bare.slice(1) : bare;
  return [...new Set([digits, bare, local, `0${local}`, `86${local}`, `860${local}`])];
}

/** What a landline with an area code is when it was written down without one. */
export function withoutAreaCode(digits: string): readonly string[] {
  if (isMobile(digits) || isServiceNumber(digits)) return [];
  return sameDigits(digits).flatMap((form) =>
    // Area codes of the four great cities have two digits after the 0, all others three.
    /^0[12]\d{8,9}$/.test(form) || /^0[3-9]\d{9,10}$/.test(form)
      ? [form.slice(/^0[12]/.test(form) ? 3 : 4)]
      : [],
  );
}

/** Whether `called`, a landline without area code, is the end of `kept`, which has one. */
export function endsLandline(kept: string, called: string): boolean {
  return isShortLandline(called) && withoutAreaCode(kept).includes(called);
}

/** Whether these digits are a landline that lacks its area code. */
export function isShortLandline(digits: string): boolean {
  return digits.length >= shortestLandline && digits.length <= 8 && !digits.startsWith('0');
}

function withoutCountry(written: string, digits: string): string {
  const abroad = /^[\s(]*(?:\+|00)/.test(written);
  const code = /^[\s(]*(?:\+\s*86|0086)/.test(written) ? digits.indexOf('86') + 2 : 0;
  if (abroad && code > 0) return withAreaZero(digits.slice(code));
  return isMobile(digits.slice(2)) && digits.startsWith('86') ? digits.slice(2) : digits;
}

/** Behind the country code the 0 of an area code is left out. */
function withAreaZero(digits: string): string {
  return isMobile(digits) || isServiceNumber(digits) || digits.startsWith('0') || digits.length < 9
    ? digits
    : `0${digits}`;
}

/** 400 and 800 numbers belong to no area. */
function isServiceNumber(digits: string): boolean {
  return /^[48]00\d{7}$/.test(digits);
}

function isMobile(digits: string): boolean {
  return /^1[3-9]\d{9}$/.test(digits);
}

const shortestPassword = 8;
/** So long a row of neighbours makes a password of few guesses; a shorter one may stand inside a sentence. */
const longestRow = 5;

/** The rows of keys and signs that people walk along. */
const rows = [
  '01234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1qaz2wsx3edc4rfv5tgb',
];

/** Passwords that guessers try first and that the other rules let through. */
const common = new Set(
  `password passw0rd p@ssword p@ssw0rd password1 password12 password123 password1234 iloveyou sunshine princess football
  baseball superman starwars welcome1 welcome123 letmein1 trustno1 whatever changeme changeme1 admin123 admin1234 admin888
  administrator root1234 test1234 qwerty123 qwerty12 qwer1234 1q2w3e4r 1q2w3e4r5t q1w2e3r4 zaq12wsx 1qaz2wsx 1qaz@wsx
  a1234567 a12345678 a123456789 aa123456 aa12345678 abc12345 abc123456 abcd1234 asd12345 asdf1234 qq123456 wang1234 zhang123
  woaini1314 woaini520 woaini521 5201314a 52013141 1314520a woaini123 iloveyou1 nihao123 caonima1 woshishui mima1234 mima123456
  shouhou123 shouhou1 houtai123 kefu1234 kefu12345 qwe123456 123qweasd 123456qwe 123456abc 123456aa 1234qwer 1a2b3c4d`.split(
    /\s+/,
  ),
);

/** Whether a password is too short, or among the first that anybody would guess. */
export function isWeakPassword(password: string, signInName: string): boolean {
  const text = plain(password);
  const name = plain(signInName);
  return (
    [...text].length < shortestPassword ||
    isRepeated(text) ||
    isRow(text) ||
    common.has(text) ||
    (name !== '' && restOf(text, name) < 4)
  );
}

/** Whether a PIN repeats one digit or two, or counts up or down. */
export function isWeakPin(pin: string): boolean {
  return isRepeated(pin) || isRow(pin);
}

/** Blanks around it and upper case keep nobody from guessing it. */
function plain(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}

/** Whether it is one piece of up to four signs over and over, the last one perhaps cut. */
function isRepeated(text: string): boolean {
  return [1, 2, 3, 4].some((length) => {
    const piece = text.slice(0, length);
    return text.length >= 2 * length && piece.repeat(Math.ceil(text.length / length)).startsWith(text);
  });
}

/** Whether hardly anything is left of it without the rows of neighbours it is made of. */
function isRow(text: string): boolean {
  const isShort = text.length <= longestRow;
  const known = rows.flatMap((row) => [row, [...row].toReversed().join('')]);
  if (isShort) return known.some((row) => row.includes(text));
  let rest = text;
  for (let length = text.length; length >= longestRow; length -= 1)
    for (let start = 0; start + length <= rest.length; start += 1) {
      const piece = rest.slice(start, start + length);
      if (known.some((row) => row.includes(piece))) rest = rest.slice(0, start) + rest.slice(start + length);
    }
  return rest.length < 3;
}

/** How many signs are left of a text without the name that stands in it. */
function restOf(text: string, name: string): number {
  return text.includes(name) ? text.length - name.length : text.length;
}

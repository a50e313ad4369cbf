/**
 * Characters that nobody sees: they come along when a text is copied from a chat, a page or a telephone program. Direction
 * marks, zero-width characters, soft hyphens, fillers, tags, the byte order mark.
 */
const invisible =
  /[\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\u{e0000}-\u{e007f}]/gu;
/** Line ends that no keyboard makes: next line, line separator, paragraph separator. */
const oddLineEnds = /[\u0085\u2028\u2029]/g;

/** A text without its invisible characters; `lineEnd` stands for line ends that no keyboard makes. */
export function withoutInvisible(text: string, lineEnd = ''): string {
  return text.replace(invisible, '').replace(oddLineEnds, lineEnd);
}

/** Whether there is anything to see in a text. */
export function saysSomething(text: string): boolean {
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(text);
}

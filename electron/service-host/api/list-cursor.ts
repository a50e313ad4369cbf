import { createHash } from 'node:crypto';
import { refuse } from '#shared/contract/refusals.ts';
import { canonicalJson } from '#shared/domain/canonical-json.ts';

/*
 * The cursor of a page holds in front which question it belongs to: the procedure, the filter and the sort. Sent with
 * another question it would give a page that looks right and is wrong, so it is refused.
 */

const form = /^([\w-]{12})\.(.*)$/s;

/** The input with the cursor as the query wrote it. Refuses CURSOR_OF_ANOTHER_LIST, and INVALID_INPUT for no cursor of ours. */
export function openCursor<Input>(path: readonly string[], input: Input): Input {
  if (typeof input !== 'object' || input === null || !('after' in input)) return input;
  const { after } = input;
  if (typeof after !== 'string') return input;
  const [, mark, cursor] = form.exec(after) ?? [];
  if (mark === undefined) refuse('INVALID_INPUT', { issues: [{ path: 'after', code: 'format' }] });
  if (mark !== markOf(path, input)) refuse('CURSOR_OF_ANOTHER_LIST', {});
  return { ...input, after: cursor };
}

/** The answer, its cursor marked with the question it belongs to. */
export function markCursor<Result>(path: readonly string[], input: unknown, result: Result): Result {
  if (typeof result !== 'object' || result === null || !('rows' in result) || !('next' in result))
    return result;
  return typeof result.next === 'string'
    ? { ...result, next: `${markOf(path, input)}.${result.next}` }
    : result;
}

/** The next page may have another size. */
function markOf(path: readonly string[], input: unknown): string {
  const { after: _, limit: __, ...question } = Object(input);
  return createHash('sha256')
    .update(canonicalJson([path, question]))
    .digest('base64url')
    .slice(0, 12);
}

/** Names by id. No id, and an id that nobody has, is answered with the blank name. */
export type Names<Name> = (id: string | null | undefined) => Name;

/**
 * The names of the records that some rows mention, for their list: one question for all of them, and none where no row
 * mentions any. `read` is the noun's own question, so that nobody else reads its table for a name.
 */
export async function namesOf<Name>(
  ids: readonly (string | null | undefined)[],
  read: (ids: readonly string[]) => PromiseLike<readonly (Name & { readonly id: string })[]>,
  blank: Name,
): Promise<Names<Name>> {
  const mentioned = [...new Set(ids.filter((id) => id !== null && id !== undefined))];
  const rows = mentioned.length === 0 ? [] : await read(mentioned);
  const byId = new Map<string, Name>(rows.map((row) => [row.id, row]));
  return (id) => byId.get(id ?? '') ?? blank;
}

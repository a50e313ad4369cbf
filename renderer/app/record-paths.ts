import { cards, type PlacedKind } from '#shared/nouns/index.ts';

/** Where a record of each kind is opened. */
export function pathOfRecord(kind: PlacedKind, id: string): string {
  return `${cards[kind].path}/${id}`;
}

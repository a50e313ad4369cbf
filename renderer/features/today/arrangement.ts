/** How a person has arranged the cards; nothing chosen means the order of the roles. */
export interface Arrangement {
  readonly order: readonly string[];
  readonly hidden: readonly string[];
}

/** The cards as they come by the roles of the person. */
export const byRole: Arrangement = { order: [], hidden: [] };

/** Cards in the first column; the others stand beside them. */
const inFirstColumn = 4;

interface Named {
  readonly name: string;
}

/** The cards in the order of the person; one that is new in this version stands at the end. */
export function arranged<Card extends Named>(
  cards: readonly Card[],
  { order }: Arrangement,
): readonly Card[] {
  const place = (card: Card) => (order.includes(card.name) ? order.indexOf(card.name) : order.length);
  return cards.toSorted((one, other) => place(one) - place(other));
}

/** What is shown in each of the two columns. */
export function columnsOf<Card extends Named>(
  cards: readonly Card[],
  arrangement: Arrangement,
): readonly [readonly Card[], readonly Card[]] {
  const shown = arranged(cards, arrangement).filter(({ name }) => !arrangement.hidden.includes(name));
  return [shown.slice(0, inFirstColumn), shown.slice(inFirstColumn)];
}

/** A card one place up (-1) or down (1). */
export function moved(
  cards: readonly Named[],
  arrangement: Arrangement,
  name: string,
  step: -1 | 1,
): Arrangement {
  const order = arranged(cards, arrangement).map((card) => card.name);
  const from = order.indexOf(name);
  const to = from + step;
  if (from < 0 || to < 0 || to >= order.length) return arrangement;
  return { ...arrangement, order: order.toSpliced(from, 1).toSpliced(to, 0, name) };
}

/** A card hidden, or shown again. */
export function toggled(arrangement: Arrangement, name: string): Arrangement {
  const { hidden } = arrangement;
  return {
    ...arrangement,
    hidden: hidden.includes(name) ? hidden.filter((one) => one !== name) : [...hidden, name],
  };
}

import { addDays, daysBetween } from '#shared/domain/days.ts';
import type { Day } from '#shared/domain/days.ts';

/** Days after the sale within which a warranty card should come, until a policy says otherwise. */
export const usualCardDays = 20;

/** How it stands with the warranty card of a unit. */
export type CardStanding =
  | { readonly kind: 'inTime'; readonly day: Day }
  | { readonly kind: 'late'; readonly day: Day; readonly days: number }
  | { readonly kind: 'due'; readonly day: Day }
  | { readonly kind: 'overdue'; readonly day: Day }
  | { readonly kind: 'missing' };

/** Tells from sale and receipt how it stands with the card today. */
export function standingOfCard(
  { saleDay, cardReceivedDay }: { readonly saleDay: Day | null; readonly cardReceivedDay: Day | null },
  today: Day,
  withinDays: number = usualCardDays,
): CardStanding {
  const lastDay = saleDay === null ? null : addDays(saleDay, withinDays);
  if (cardReceivedDay !== null) {
    const days = lastDay === null ? 0 : daysBetween(lastDay, cardReceivedDay);
    return days > 0 ? { kind: 'late', day: cardReceivedDay, days } : { kind: 'inTime', day: cardReceivedDay };
  }
  if (lastDay === null) return { kind: 'missing' };
  return today > lastDay ? { kind: 'overdue', day: lastDay } : { kind: 'due', day: lastDay };
}

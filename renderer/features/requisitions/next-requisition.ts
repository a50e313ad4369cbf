import { requisitionCard } from '#shared/nouns/requisition.card.ts';
import type { Service } from '../../service/service-context.tsx';

/** So many are looked through for the next one; more than wait in any office. */
const lookedThrough = 200;

/** The requisition that waits for a decision after this one, the first when it was the last, nothing when none waits. */
export async function nextToDecide(service: Service, id: string | undefined): Promise<string | undefined> {
  const { rows } = await service.requisitions.list.call({
    filter: { states: [...requisitionCard.acts.approve.from] },
    sort: { by: 'createdAt', descending: false },
    limit: lookedThrough,
  });
  const others = rows.filter((row) => row.id !== id);
  // What was decided has left the list already; those after it were written later, and ids sort by their making.
  const later = others.find((row) => id !== undefined && row.id > id);
  return (later ?? others[0])?.id;
}

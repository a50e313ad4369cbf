import type { Service } from '../../service/service-context.tsx';

/** So many are looked through for the next one; more than wait in any office. */
const lookedThrough = 200;

/** The report that waits for a leader after this one, the first when it was the last, nothing when none waits. */
export async function nextToDecide(service: Service, id: string): Promise<string | undefined> {
  const { rows } = await service.reports.list.call({
    filter: { toDecide: true },
    sort: { by: 'createdAt', descending: false },
    limit: lookedThrough,
  });
  const others = rows.filter((row) => row.id !== id);
  // Those after it were written later, and ids sort by their making.
  return (others.find((row) => row.id > id) ?? others[0])?.id;
}

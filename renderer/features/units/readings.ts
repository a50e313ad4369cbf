import type { Service } from '../../service/service-context.tsx';

/** What the counters of a unit showed on a day, as its file tells it. */
export type Reading = Awaited<ReturnType<Service['units']['get']['call']>>['readings'][number];

/** Whether a reading counts; a voided one is only shown. */
export function isInForce({ voidedAt }: Pick<Reading, 'voidedAt'>): boolean {
  return voidedAt === null;
}

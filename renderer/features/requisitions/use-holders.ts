import type { AccountKind } from '#shared/domain/states.ts';
import { useService } from '../../service/service-context.tsx';
import { useAsk } from '../../service/use-ask.ts';

const holderKinds: AccountKind[] = ['technician', 'station', 'shipment'];

/** The accounts that parts can be charged to: technicians, stations, shipments. Undefined while that is not known. */
export function useHolderAccounts() {
  const service = useService();
  const { data } = useAsk(service.stock.accounts, { kinds: holderKinds }, { shows: ['stockAccount'] });
  // Technicians draw parts every day, stations now and then.
  return data
    ?.filter((account) => account.active)
    .toSorted((one, other) => holderKinds.indexOf(one.kind) - holderKinds.indexOf(other.kind));
}

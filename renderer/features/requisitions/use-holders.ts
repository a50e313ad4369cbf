import { useService } from '../../service/service-context.tsx';
import { useAsk } from '../../service/use-ask.ts';

/** The accounts that parts can be charged to: technicians, stations, shipments. Undefined while that is not known. */
export function useHolderAccounts() {
  const service = useService();
  const { data } = useAsk(
    service.stock.accounts,
    { kinds: ['technician', 'station', 'shipment'] },
    { shows: ['stockAccount'] },
  );
  return data?.filter((account) => account.active);
}

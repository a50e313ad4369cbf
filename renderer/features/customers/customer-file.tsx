import type { Service } from '../../service/service-context.tsx';
import { useService } from '../../service/service-context.tsx';
import { useAsk } from '../../service/use-ask.ts';
import { Asked } from '../../components/asked.tsx';
import { CustomerCard } from './customer-card.tsx';
import { CustomerCasesCard } from './customer-cases-card.tsx';
import { CustomerContactsCard } from './customer-contacts-card.tsx';
import { CustomerUnitsCard } from './customer-units-card.tsx';
import { PeopleCard } from './people-card.tsx';

/** A customer's whole file as the host tells it. */
export type Customer = Awaited<ReturnType<Service['customers']['get']['call']>>;

/** Everything about one customer: who it is, its people, units, cases, calls and letters. */
export function CustomerFile({ id }: { readonly id: string }) {
  const service = useService();
  const asked = useAsk(service.customers.get, { id }, { shows: ['customer'] });
  return (
    <div className="scroll">
      <Asked of={asked}>
        {(customer) => (
          <div className="stack">
            <CustomerCard customer={customer} />
            <PeopleCard customer={customer} />
            <CustomerUnitsCard customerId={customer.id} />
            <CustomerCasesCard customerId={customer.id} />
            <CustomerContactsCard customerId={customer.id} />
          </div>
        )}
      </Asked>
    </div>
  );
}

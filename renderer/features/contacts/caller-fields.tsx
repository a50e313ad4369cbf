import { useMay } from '../../app/session/session.ts';
import { useText } from '../../app/text.ts';
import { Field } from '../../components/form/field.tsx';
import { SearchPick } from '../../components/inputs/search-pick.tsx';
import { nothingSaidOfReading } from '../../components/reading-doubt.tsx';
import { useService } from '../../service/service-context.tsx';
import { NewCustomerHint } from './new-customer-hint.tsx';
import { UnitOrNewField } from './unit-or-new-field.tsx';
import type { ContactCard } from './use-contact-card.ts';

const hitsAtMost = 12;

/** The customer: found by the number, picked by a few characters, or new by the name typed. */
export function CustomerField({ contact }: { readonly contact: ContactCard }) {
  const t = useText();
  const service = useService();
  const { draft, set, parties, trouble, missing } = contact;
  const { newCustomerName } = draft.value;
  const mayCreate = useMay()('customers.edit');
  return (
    <Field
      label="fields.customerName"
      name="customerId"
      trouble={trouble}
      fault={
        missing.includes('customerId')
          ? t(mayCreate ? 'contacts.customerNeeded' : 'contacts.knownCustomerNeeded')
          : undefined
      }
      hint={newCustomerName === null ? undefined : <NewCustomerHint />}
    >
      <SearchPick
        label={parties.customerName}
        placeholder={t(mayCreate ? 'contacts.customerPlaceholder' : 'contacts.knownCustomerPlaceholder')}
        search={(text, signal) =>
          service.search.all.call({ text, kinds: ['customer'], limit: hitsAtMost }, { signal })
        }
        option={({ id, title, subtitle }) => ({ key: id, title, detail: subtitle })}
        onPick={(hit) =>
          set({
            customer: hit && { id: hit.id, name: hit.title },
            newCustomerName: null,
            callerName: hit === null ? null : draft.value.callerName,
            unit: null,
          })
        }
        onCreate={
          mayCreate
            ? (name) => set({ customer: null, newCustomerName: name.slice(0, 80), unit: 'none' })
            : undefined
        }
      />
    </Field>
  );
}

/** The unit: the customer's only one by itself, another by any part of plate, serial number or model, or a new one. */
export function UnitField({ contact }: { readonly contact: ContactCard }) {
  const { draft, set, parties, trouble, missing } = contact;
  const { newUnit } = draft.value;
  const unread = { mileageKm: null, operatingHours: null, ...nothingSaidOfReading };
  return (
    <UnitOrNewField
      shown={parties.unitName}
      newUnit={newUnit}
      onPick={(unit) => set({ unit: unit ?? 'none', newUnit: null, ...unread })}
      onNew={(next) => set({ unit: 'none', newUnit: next, ...(newUnit ? {} : unread) })}
      // What was told of the counters holds for it.
      onTake={(unit) => set({ unit, newUnit: null })}
      missing={missing}
      trouble={trouble}
    />
  );
}

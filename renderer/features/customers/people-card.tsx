import { useText } from '../../app/text.ts';
import { EditableRowsCard } from '../../components/editable-rows-card.tsx';
import { Tag } from '../../components/tag.tsx';
import type { Customer } from './customer-file.tsx';
import { AddPerson, EditPerson } from './person-form.tsx';

/** The people of a customer with their numbers; edited in their place. */
export function PeopleCard({ customer }: { readonly customer: Customer }) {
  return (
    <EditableRowsCard
      title="customers.people"
      tags={<Tag>{customer.persons.filter((person) => person.active).length}</Tag>}
      permission="customers.edit"
      add="customers.addPerson"
      empty="customers.noPeople"
      rows={customer.persons}
      columnCount={3}
      cells={(person) => <PersonCells person={person} />}
      form={(person, onDone) =>
        person ? (
          <EditPerson person={person} onDone={onDone} />
        ) : (
          <AddPerson customerId={customer.id} onDone={onDone} />
        )
      }
    />
  );
}

function PersonCells({ person }: { readonly person: Customer['persons'][number] }) {
  const t = useText();
  return (
    <>
      <td>
        {person.name} {!person.active && <Tag>{t('customers.personLeft')}</Tag>}
      </td>
      <td className="mut">{person.position}</td>
      <td className="wrap">
        {person.telephones.join('  ')} <span className="mut">{person.notes}</span>
      </td>
    </>
  );
}

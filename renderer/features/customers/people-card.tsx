import { useState } from 'react';
import { useMay } from '../../app/session/session.ts';
import { useText } from '../../app/text.ts';
import { Card } from '../../components/card.tsx';
import { KeyButton } from '../../components/key-button.tsx';
import { Tag } from '../../components/tag.tsx';
import type { Customer } from './customer-file.tsx';
import { AddPerson, EditPerson } from './person-form.tsx';

type Person = Customer['persons'][number];

/** The people of a customer with their numbers; edited in their place. */
export function PeopleCard({ customer }: { readonly customer: Customer }) {
  const t = useText();
  const may = useMay();
  const [chosen, setChosen] = useState<string | 'new' | null>(null);
  const close = () => setChosen(null);
  const mayEdit = may('customers.edit');

  return (
    <Card
      title={t('customers.people')}
      tags={<Tag>{customer.persons.filter((person) => person.active).length}</Tag>}
      end={
        mayEdit &&
        chosen !== 'new' && <KeyButton label="customers.addPerson" onPress={() => setChosen('new')} />
      }
    >
      {chosen === 'new' && <AddPerson customerId={customer.id} onDone={close} />}
      {customer.persons.length === 0 && chosen !== 'new' ? (
        <p className="inside mut">{t('customers.noPeople')}</p>
      ) : (
        <table className="lines">
          <tbody>
            {customer.persons.map((person) =>
              person.id === chosen ? (
                <tr key={person.id}>
                  <td className="wrap" colSpan={4}>
                    <EditPerson person={person} onDone={close} />
                  </td>
                </tr>
              ) : (
                <PersonLine
                  key={person.id}
                  person={person}
                  onEdit={mayEdit ? () => setChosen(person.id) : undefined}
                />
              ),
            )}
          </tbody>
        </table>
      )}
    </Card>
  );
}

function PersonLine({
  person,
  onEdit,
}: {
  readonly person: Person;
  readonly onEdit: (() => void) | undefined;
}) {
  const t = useText();
  return (
    <tr>
      <td>
        {person.name} {!person.active && <Tag>{t('customers.personLeft')}</Tag>}
      </td>
      <td className="mut">{person.position}</td>
      <td className="wrap">
        {person.telephones.join('  ')} <span className="mut">{person.notes}</span>
      </td>
      <td className="num">
        {onEdit && (
          <button type="button" className="link" onClick={onEdit}>
            {t('common.edit')}
          </button>
        )}
      </td>
    </tr>
  );
}

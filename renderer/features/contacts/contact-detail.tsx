import { useOpen } from '../../app/navigate.ts';
import { pathOfRecord } from '../../app/record-paths.ts';
import { useMay } from '../../app/session/session.ts';
import { useText } from '../../app/text.ts';
import { useNow } from '../../app/use-now.ts';
import { ActBar } from '../../components/acts/act-bar.tsx';
import { ActForm } from '../../components/acts/act-form.tsx';
import { Asked } from '../../components/asked.tsx';
import { Attachments } from '../../components/attachments/attachments.tsx';
import { Card } from '../../components/card.tsx';
import { Facts } from '../../components/facts.tsx';
import { KeyButton } from '../../components/key-button.tsx';
import { PaperActions } from '../../components/paper/paper-actions.tsx';
import { useService } from '../../service/service-context.tsx';
import type { Service } from '../../service/service-context.tsx';
import { useAsk } from '../../service/use-ask.ts';
import { ContactStateTag } from './register-drawings.tsx';
import { useContactActs } from './use-contact-acts.tsx';

/** A contact with everything known of it. */
export type Contact = Awaited<ReturnType<Service['contacts']['get']['call']>>;

/** The contact chosen in the register: all of its words, and what can be done with it. */
export function ContactDetail({ contactId }: { readonly contactId: string }) {
  const service = useService();
  const contact = useAsk(
    service.contacts.get,
    { id: contactId },
    { shows: ['contact', 'customer', 'unit', 'case'], keepLast: true },
  );
  return <Asked of={contact}>{(found) => <ContactCard contact={found} />}</Asked>;
}

function ContactCard({ contact }: { readonly contact: Contact }) {
  const t = useText();
  const open = useOpen();
  const may = useMay();
  const acts = useContactActs(contact);
  const { id, number, state, summary, answer, voidReason, caseId } = contact;
  return (
    <Card
      fill
      title={number}
      tags={<ContactStateTag state={state} t={t} />}
      end={<span className="mut sm">{t.fullMoment(contact.at)}</span>}
    >
      <div className="inside stack scroll grow contact-detail" data-testid="contact-detail">
        {voidReason !== '' && (
          <div className="banner late">{t('contacts.voidedBecause', { reason: voidReason })}</div>
        )}
        <ContactFacts contact={contact} />
        {summary !== '' && <p className="words">{summary}</p>}
        {answer !== '' && (
          <div>
            <b className="sm mut">{t('fields.answer')}</b>
            <p className="words">{answer}</p>
          </div>
        )}
        {!acts.chosen && (
          <div className="row tight acts">
            <ActBar acts={acts} only={['clarify']} />
            {caseId !== null && may('cases.view') && (
              <KeyButton label="contacts.openCase" onPress={() => open(pathOfRecord('case', caseId))} />
            )}
            <PaperActions
              kind="contact-record"
              documentId={id}
              name={number}
              label="contacts.printRecord"
              showsHistory={false}
            />
            <ActBar acts={acts} only={['void']} />
          </div>
        )}
        <ActForm acts={acts} />
      </div>
      <Attachments
        title={t('contacts.attachments')}
        subject={{ subjectKind: 'contact', subjectId: contact.id }}
      />
    </Card>
  );
}

function ContactFacts({ contact }: { readonly contact: Contact }) {
  const t = useText();
  const open = useOpen();
  const now = useNow();
  const { customerId, customerName, caseId, caseNumber, unitId, unitName, nextCallAt } = contact;
  const link = (label: string, path: string) => (
    <button type="button" className="link" onClick={() => open(path)}>
      {label}
    </button>
  );
  const isLate = nextCallAt !== null && nextCallAt < now;
  return (
    <Facts
      of="contact"
      row={contact}
      columns={2}
      names={[
        'kind',
        'personName',
        'callerName',
        'telephone',
        'customerName',
        'unitName',
        'mileageKm',
        'operatingHours',
        'category',
        'faultGroup',
        'urgency',
        'receivedDay',
        'senderReference',
        'nextCallAt',
        'caseNumber',
      ]}
      wide={['customerName', 'unitName']}
      draws={{
        kind: t(`contacts.${contact.direction}_${contact.kind}`),
        callerName: contact.contactPersonName || contact.callerName,
        customerName: customerId && link(customerName, pathOfRecord('customer', customerId)),
        unitName: unitId && link(unitName, pathOfRecord('unit', unitId)),
        nextCallAt: nextCallAt && <span className={isLate ? 'late' : 'soon'}>{t.moment(nextCallAt)}</span>,
        caseNumber: caseId && link(caseNumber, pathOfRecord('case', caseId)),
      }}
    />
  );
}

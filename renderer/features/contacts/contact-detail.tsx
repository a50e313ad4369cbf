import { useState } from 'react';
import { useOpen } from '../../app/navigate.ts';
import { pathOfRecord } from '../../app/record-paths.ts';
import { useMayAct } from '../../app/session/may-act.ts';
import { useMay } from '../../app/session/session.ts';
import { useText } from '../../app/text.ts';
import { useNow } from '../../app/use-now.ts';
import { Asked } from '../../components/asked.tsx';
import { Attachments } from '../../components/attachments/attachments.tsx';
import { Card } from '../../components/card.tsx';
import { Facts } from '../../components/facts.tsx';
import { KeyButton } from '../../components/key-button.tsx';
import { showPaper } from '../../components/paper/show-paper.ts';
import { useService } from '../../service/service-context.tsx';
import type { Service } from '../../service/service-context.tsx';
import { useAsk } from '../../service/use-ask.ts';
import { ClarifyForm } from './clarify-form.tsx';
import { ContactStateTag } from './register-drawings.tsx';
import { VoidForm } from './void-form.tsx';

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
  const [acting, setActing] = useState<'clarify' | 'void' | null>(null);
  const { number, state, summary, answer, voidReason } = contact;
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
        {acting === null && <ContactActs contact={contact} onAct={setActing} />}
        {acting === 'clarify' && <ClarifyForm contact={contact} onDone={() => setActing(null)} />}
        {acting === 'void' && <VoidForm contact={contact} onDone={() => setActing(null)} />}
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

function ContactActs({
  contact,
  onAct,
}: {
  readonly contact: Contact;
  readonly onAct: (act: 'clarify' | 'void') => void;
}) {
  const open = useOpen();
  const may = useMay();
  const mayAct = useMayAct('contact');
  const { id, number, state, caseId } = contact;
  return (
    <div className="row tight acts">
      {mayAct('clarify', state) && (
        <KeyButton primary label="contacts.clarify" keys="F6" onPress={() => onAct('clarify')} />
      )}
      {caseId !== null && may('cases.view') && (
        <KeyButton label="contacts.openCase" onPress={() => open(pathOfRecord('case', caseId))} />
      )}
      {may('papers.print') && (
        <KeyButton
          label="contacts.printRecord"
          keys="Ctrl+P"
          onPress={() =>
            showPaper({ kind: 'document', paperKind: 'contact-record', documentId: id, name: number })
          }
        />
      )}
      {mayAct('void', state) && <KeyButton danger label="contacts.void" onPress={() => onAct('void')} />}
    </div>
  );
}

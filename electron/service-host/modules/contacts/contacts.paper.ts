import { eq } from 'drizzle-orm';
import type { Language } from '#shared/domain/actor.ts';
import { refuse } from '#shared/contract/refusals.ts';
import { translateAny } from '#shared/messages/translate.ts';
import type { ReadTx } from '../../database/database.ts';
import { paper, type PaperFacts } from '../../desks/papers/paper.ts';
import { contactRecordPaper, type ContactRecordPaper } from '../../printing/documents/contact-record.ts';
import { contacts } from '../../schema/contacts.tables.ts';
import { personNames } from '../people/people.queries.ts';
import { whoAndWhat } from '../units/document-facts.queries.ts';

/** The record of a call or letter. */
export const contactRecord = paper('contact-record', {
  of: 'contact',
  facts: contactFacts,
  draw: contactRecordPaper,
  look: async (_, id) => ({ kind: 'contact', id }),
});

async function contactFacts(
  tx: ReadTx,
  id: string,
  language: Language,
): Promise<PaperFacts<ContactRecordPaper>> {
  const [contact] = await tx.db.select().from(contacts).where(eq(contacts.id, id));
  if (!contact) return refuse('NOT_FOUND', { kind: 'contact' });
  const facts = await whoAndWhat(tx, contact, contact.at);
  const names = await personNames(tx);
  const word = (list: string, value: string) => translateAny(language, `states.${list}_${value}`) ?? value;
  const data = {
    ...facts,
    number: contact.number,
    telephone: contact.telephone === '' ? facts.telephone : contact.telephone,
    contactPersonName: contact.callerName === '' ? facts.contactPersonName : contact.callerName,
    mileageKm: contact.mileageKm ?? facts.mileageKm,
    operatingHours: contact.operatingHours ?? facts.operatingHours,
    kindName:
      word('contactDirection', contact.direction) +
      (language === 'en' ? ' ' : '') +
      word('contactKind', contact.kind),
    at: contact.at,
    recordedBy: names.get(contact.personId ?? '') ?? '',
    categoryName: word('category', contact.category),
    urgencyName: word('urgency', contact.urgency),
    faultGroupName: contact.faultGroup === null ? '' : word('faultGroup', contact.faultGroup),
    stateName: word('contactState', contact.state),
    senderReference: contact.senderReference,
    receivedDay: contact.receivedDay ?? undefined,
    nextCallAt: contact.nextCallAt ?? undefined,
    summary: contact.summary,
    answer: contact.answer,
    voidReason: contact.voidReason,
  };
  return { data, number: contact.number, stateName: data.stateName, contentHash: '' };
}

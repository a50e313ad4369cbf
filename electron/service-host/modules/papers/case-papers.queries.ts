import { eq } from 'drizzle-orm';
import type { Language } from '#shared/domain/actor.ts';
import { refuse } from '#shared/contract/refusals.ts';
import { translateAny } from '#shared/messages/translate.ts';
import type { ReadTx } from '../../database/database.ts';
import { cases } from '../../schema/cases.tables.ts';
import { contacts } from '../../schema/contacts.tables.ts';
import { personNames } from '../people/people.queries.ts';
import { getJudgement } from '../warranty/warranty.queries.ts';
import { warrantyJudgements } from '../../schema/warranty.tables.ts';
import { whoAndWhat } from './document-facts.queries.ts';
import type { FilledPaper } from './paper-data.queries.ts';

/** The record of a call or letter. */
export async function contactPaperData(
  tx: ReadTx,
  id: string,
  language: Language,
): Promise<FilledPaper<'contact-record'>> {
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
  return {
    kind: 'contact-record',
    data,
    number: contact.number,
    stateName: data.stateName,
    contentHash: '',
  };
}

/** The half-sheet of a warranty judgement; says the same as long as the judgement is kept. */
export async function judgementPaperData(
  tx: ReadTx,
  id: string,
  language: Language,
): Promise<FilledPaper<'warranty-judgement'>> {
  const judgement = await getJudgement(tx, { id });
  const customerId = await customerOf(tx, judgement.caseId);
  const { caseId, unitId, at } = judgement;
  const facts = await whoAndWhat(tx, { caseId, unitId, customerId }, at);
  const { overruledVerdict } = judgement;
  const overruledAt = await overruledMoment(tx, judgement.id, judgement.at);
  const data = {
    ...facts,
    number: judgement.number,
    saleDay: judgement.saleDay ?? undefined,
    mileageKm: judgement.mileageKm ?? undefined,
    operatingHours: judgement.operatingHours ?? undefined,
    componentGroupName: judgement.componentGroupName,
    policyName: judgement.policyName,
    clause: judgement.clause,
    basisDay: judgement.basisDay,
    verdict: judgement.verdict,
    endDay: judgement.endDay ?? undefined,
    daysLeft: judgement.daysLeft ?? undefined,
    kilometresLeft: judgement.kilometresLeft ?? undefined,
    hoursLeft: judgement.hoursLeft ?? undefined,
    reasons: judgement.reasons.map(
      ({ key, parameters }) =>
        translateAny(language, key, parameters) ??
        translateAny(language, `warranty.${key}`, parameters) ??
        key,
    ),
    extensions: [],
    ...(overruledVerdict === null
      ? {}
      : {
          overruling: {
            verdict: overruledVerdict,
            reason: judgement.overruleReason,
            by: judgement.overruledByName,
            at: overruledAt,
          },
        }),
    judgedBy: judgement.personName,
    judgedAt: judgement.at,
  };
  return { kind: 'warranty-judgement', data, number: judgement.number, contentHash: '' };
}

async function customerOf(tx: ReadTx, caseId: string | null): Promise<string | null> {
  const [found] =
    caseId === null
      ? []
      : await tx.db.select({ customerId: cases.customerId }).from(cases).where(eq(cases.id, caseId));
  return found?.customerId ?? null;
}

async function overruledMoment(tx: ReadTx, id: string, otherwise: number): Promise<number> {
  const [row] = await tx.db
    .select({ at: warrantyJudgements.overruledAt })
    .from(warrantyJudgements)
    .where(eq(warrantyJudgements.id, id));
  return row?.at ?? otherwise;
}

import { earliestTold, refuseFutureDays, refuseUnlikelyMoments } from '#shared/contract/future-days.ts';
import { refuse } from '#shared/contract/refusals.ts';
import { dayOf, type Day } from '#shared/domain/days.ts';
import { newId } from '#shared/domain/ids.ts';
import type { MadeRecord } from '#shared/domain/made-records.ts';
import type { Category, ContactDirection, ContactKind, FaultGroup, Urgency } from '#shared/domain/states.ts';
import type { WriteTx } from '../../database/database.ts';
import { recordAudit } from '../../desks/audit/audit.service.ts';
import { followDuty } from '../../desks/duties/duties.service.ts';
import { addCaseEvent, openCase } from '../cases/cases.service.ts';
import { nextNumber } from '../../desks/numbering/numbering.service.ts';
import { settingsOf } from '../settings/settings.queries.ts';
import { withdrawReadings } from '../units/units.readings.service.ts';
import { caseAtWork } from '../relations/relations.queries.ts';
import { recordReading } from '../units/units.service.ts';
import { callerOf, type KnownCaller, type NewUnit, type WhoCalls } from './contacts.caller.service.ts';
import { promisedCall } from './contacts.duties.ts';
import { keptOf, toldInCase, type Outcome } from './contacts.rules.ts';
import { indexContact } from './contacts.search.service.ts';
import { contacts } from '../../schema/contacts.tables.ts';
import { contactDocument, takeNumberBack } from './contacts.voiding.service.ts';

/** A call or letter as it is recorded, with what becomes of it. */
export interface NewContact extends WhoCalls {
  readonly kind: ContactKind;
  readonly direction: ContactDirection;
  readonly at: number;
  readonly receivedDay: Day | null;
  readonly senderReference: string;
  readonly mileageKm: number | null;
  readonly operatingHours: number | null;
  /** The counter was replaced and really shows less. */
  readonly counterReplaced?: boolean | undefined;
  /** The reading is far beyond the usual pace, and right. */
  readonly readingConfirmed?: boolean | undefined;
  readonly category: Category;
  readonly faultGroup: FaultGroup | null;
  readonly urgency: Urgency;
  readonly summary: string;
  readonly outcome: Outcome;
}

/**
 * Records a call or letter under its final number, makes an unknown caller and a new unit known, notes the reading of
 * the unit, and opens or joins a case. Refuses as callerOf does, WRONG_STATE of the case to join, what recordReading does,
 * and INVALID_INPUT when a case is to be opened for nobody or about nothing.
 */
export async function recordContact(tx: WriteTx, input: NewContact) {
  const {
    kind,
    direction,
    receivedDay,
    senderReference,
    telephone,
    callerName,
    mileageKm,
    operatingHours,
    counterReplaced,
    readingConfirmed,
    outcome,
  } = input;
  refuseFutureDays(dayOf(tx.now), { receivedDay });
  const { backdateDays } = await settingsOf(tx, 'stock');
  refuseUnlikelyMoments(tx.now, earliestTold(tx.now, backdateDays), { at: input.at });
  const id = newId<'contact'>(tx.now);
  const number = await nextNumber(tx, 'contact');
  const joined = outcome.kind === 'joinCase' ? await caseAtWork(tx, outcome.caseId) : undefined;
  const { made, ...who } = await callerOf(tx, input, joined);
  // The clock of a desk may be fast; the register is in the order of time.
  const at = Math.min(input.at, tx.now);
  const told = { at, number, mileageKm, operatingHours, counterReplaced, readingConfirmed };
  if (who.unitId !== null) await noteReading(tx, who.unitId, told);
  const problem = problemOf(input);
  const opened = outcome.kind === 'openCase' ? await opensCase(tx, who, problem, outcome.ownerId) : undefined;
  const caseId = opened?.id ?? joined?.id ?? null;
  const values = {
    number,
    kind,
    direction,
    at,
    receivedDay,
    senderReference,
    telephone,
    callerName,
    ...who,
    mileageKm,
    operatingHours,
    ...problem,
    ...keptOf(outcome),
    caseId,
    made: [...made, ...madeCase(opened)],
  };
  await tx.db
    .insert(contacts)
    .values({ id, ...values, voidReason: '', personId: tx.actor.personId, version: 1 });
  if (caseId !== null) await tellCase(tx, caseId, { id, number, at, callerName, summary: problem.summary });
  await indexContact(tx, id);
  await followDuty(tx, promisedCall, id);
  await recordAudit(tx, { act: 'contacts.record', subjectKind: 'contact', subjectId: id, after: values });
  const caseNumber = opened?.number ?? joined?.number ?? null;
  return { id, number, version: 1, caseId, caseNumber, customerId: who.customerId };
}

/**
 * Clears up a contact that was held, or holds it until another time; makes an unknown caller a customer, and the reading
 * told then goes to the unit it turns out to be about.
 * Refuses WRONG_STATE for one that was not held, and as callerOf and recordReading do.
 */
export async function clarifyContact(
  tx: WriteTx,
  input: {
    readonly id: string;
    readonly version: number;
    readonly customerId: string | null;
    readonly unitId: string | null;
    readonly newCustomer?: WhoCalls['newCustomer'] | undefined;
    readonly newUnit: NewUnit | null;
    readonly unknownCaller?: boolean | undefined;
    readonly counterReplaced?: boolean | undefined;
    readonly readingConfirmed?: boolean | undefined;
    readonly summary: string;
    readonly outcome: Outcome;
  },
) {
  const { id, newCustomer = null, newUnit, summary, outcome } = input;
  const held = await contactDocument.toAct(tx, 'clarify', input);
  const joined = outcome.kind === 'joinCase' ? await caseAtWork(tx, outcome.caseId) : undefined;
  const { telephone, callerName } = held;
  const contactPersonId = held.customerId === input.customerId ? held.contactPersonId : null;
  const { unknownCaller, counterReplaced, readingConfirmed } = input;
  const { made, ...who } = await callerOf(
    tx,
    {
      telephone,
      callerName,
      customerId: input.customerId,
      contactPersonId,
      unitId: input.unitId,
      newCustomer,
      newUnit,
      unknownCaller,
    },
    joined,
  );
  if (who.unitId !== held.unitId) {
    if (held.unitId !== null) await withdrawReadings(tx, { unitId: held.unitId, source: held.number });
    const told = { ...held, counterReplaced, readingConfirmed };
    if (who.unitId !== null) await noteReading(tx, who.unitId, told);
  }
  const problem = { ...problemOf(held), summary };
  const opened = outcome.kind === 'openCase' ? await opensCase(tx, who, problem, outcome.ownerId) : undefined;
  const caseId = opened?.id ?? joined?.id ?? null;
  const fields = {
    ...who,
    summary,
    ...keptOf(outcome),
    caseId,
    made: [...held.made, ...made, ...madeCase(opened)],
  };
  const saved = await contactDocument.change(tx, held, 'clarify', fields);
  await followDuty(tx, promisedCall, id);
  if (caseId !== null)
    await tellCase(tx, caseId, { id, number: held.number, at: held.at, callerName, summary });
  if (held.customerId !== who.customerId) await takeNumberBack(tx, held.customerId, telephone, held.made);
  await indexContact(tx, id);
  return { id: saved.id, version: saved.version, caseId };
}

/** What a caller says of the counters stands under the number of the call. */
async function noteReading(
  tx: WriteTx,
  unitId: string,
  { at, number, mileageKm, operatingHours, counterReplaced = false, readingConfirmed = false }: Told,
): Promise<void> {
  const reading = { day: dayOf(at), mileageKm, operatingHours, source: number, counterReplaced };
  await recordReading(tx, { unitId, ...reading, confirmed: readingConfirmed });
}

interface Told extends Pick<
  NewContact,
  'at' | 'mileageKm' | 'operatingHours' | 'counterReplaced' | 'readingConfirmed'
> {
  readonly number: string;
}

function madeCase(opened: { readonly id: string; readonly number: string } | undefined): MadeRecord[] {
  return opened ? [{ kind: 'case', id: opened.id, name: opened.number }] : [];
}

type Problem = Pick<NewContact, 'category' | 'faultGroup' | 'urgency' | 'summary'>;

function problemOf({ category, faultGroup, urgency, summary }: Problem): Problem {
  return { category, faultGroup, urgency, summary };
}

/** Opens the case of a problem. Refuses INVALID_INPUT for a case of nobody, and for one about nothing. */
async function opensCase(
  tx: WriteTx,
  who: KnownCaller,
  { summary, ...problem }: Problem,
  ownerId: string | null,
) {
  const { customerId, contactPersonId, unitId } = who;
  const missing = [customerId === null ? 'customerId' : '', summary.trim() === '' ? 'summary' : ''];
  const issues = missing.filter((path) => path !== '').map((path) => ({ path, code: 'required' }));
  if (customerId === null || issues.length > 0) return refuse('INVALID_INPUT', { issues });
  return openCase(tx, { customerId, contactPersonId, unitId, ...problem, symptom: summary, ownerId });
}

async function tellCase(
  tx: WriteTx,
  caseId: string,
  heard: {
    readonly id: string;
    readonly number: string;
    readonly at: number;
    readonly callerName: string;
    readonly summary: string;
  },
): Promise<void> {
  const { id, number, at, callerName, summary } = heard;
  const text = toldInCase(callerName, summary);
  await addCaseEvent(tx, {
    caseId,
    kind: 'contact',
    text,
    documentKind: 'contact',
    documentId: id,
    documentNumber: number,
    at,
  });
}

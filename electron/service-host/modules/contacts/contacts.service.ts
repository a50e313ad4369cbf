import { refuseFutureDays } from '#shared/contract/future-days.ts';
import { refuse } from '#shared/contract/refusals.ts';
import { dayOf, type Day } from '#shared/domain/days.ts';
import { newId } from '#shared/domain/ids.ts';
import type { Category, ContactDirection, ContactKind, FaultGroup, Urgency } from '#shared/domain/states.ts';
import type { WriteTx } from '../../database/database.ts';
import { recordAudit } from '../audit/audit.service.ts';
import { addCaseEvent, caseToWork, openCase } from '../cases/cases.service.ts';
import { editRecord } from '../edit-record.ts';
import { nextNumber, registerVoidedNumber } from '../numbering/numbering.service.ts';
import { recordReading } from '../units/units.service.ts';
import { callerOf, type NewUnit, type WhoCalls } from './contacts.caller.service.ts';
import { findContact } from './contacts.queries.ts';
import { keptOf, toldInCase, type Outcome } from './contacts.rules.ts';
import { indexContact } from './contacts.search.service.ts';
import { contacts } from './contacts.tables.ts';

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
  readonly category: Category;
  readonly faultGroup: FaultGroup | null;
  readonly urgency: Urgency;
  readonly summary: string;
  readonly outcome: Outcome;
}

/**
 * Records a call or letter under its final number, makes an unknown caller and a new unit known, notes the reading of
 * the unit, and opens or joins a case. Refuses as callerOf does, WRONG_STATE of the case to join, READING_BELOW_LAST, and
 * INVALID_INPUT when a case is to be opened for nobody or about nothing.
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
    outcome,
  } = input;
  refuseFutureDays(dayOf(tx.now), { receivedDay });
  const id = newId<'contact'>(tx.now);
  const number = await nextNumber(tx, 'contact');
  const joined = outcome.kind === 'joinCase' ? await caseToJoin(tx, outcome.caseId) : undefined;
  const who = await callerOf(tx, input, joined);
  // The clock of a desk may be fast; the register is in the order of time.
  const at = Math.min(input.at, tx.now);
  const told = { at, number, mileageKm, operatingHours, counterReplaced };
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
  };
  await tx.db
    .insert(contacts)
    .values({ id, ...values, voidReason: '', personId: tx.actor.personId, version: 1 });
  if (caseId !== null) await tellCase(tx, caseId, { id, number, at, callerName, summary: problem.summary });
  await indexContact(tx, id);
  await recordAudit(tx, { act: 'contacts.record', subjectKind: 'contact', subjectId: id, after: values });
  const caseNumber = opened?.number ?? joined?.number ?? null;
  return { id, number, version: 1, caseId, caseNumber, customerId: who.customerId };
}

/**
 * Clears up a contact that was held, or holds it until another time; makes an unknown caller a customer, and a new unit
 * takes the reading told then as its first.
 * Refuses WRONG_STATE for one that was not held, and as callerOf does.
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
    readonly summary: string;
    readonly outcome: Outcome;
  },
) {
  const { id, version, newCustomer = null, newUnit, summary, outcome } = input;
  const held = await findContact(tx, id);
  if (held.state !== 'toBeClarified') refuse('WRONG_STATE', { number: held.number, state: held.state });
  const joined = outcome.kind === 'joinCase' ? await caseToJoin(tx, outcome.caseId) : undefined;
  const { telephone, callerName } = held;
  const contactPersonId = held.customerId === input.customerId ? held.contactPersonId : null;
  const who = await callerOf(
    tx,
    {
      telephone,
      callerName,
      customerId: input.customerId,
      contactPersonId,
      unitId: input.unitId,
      newCustomer,
      newUnit,
    },
    joined,
  );
  if (newUnit && who.unitId !== null) await noteReading(tx, who.unitId, held);
  const problem = { ...problemOf(held), summary };
  const opened = outcome.kind === 'openCase' ? await opensCase(tx, who, problem, outcome.ownerId) : undefined;
  const caseId = opened?.id ?? joined?.id ?? null;
  const fields = { ...who, summary, ...keptOf(outcome), caseId };
  const saved = await editRecord(tx, contacts, {
    kind: 'contact',
    act: 'contacts.clarify',
    id,
    version,
    fields,
  });
  if (caseId !== null)
    await tellCase(tx, caseId, { id, number: held.number, at: held.at, callerName, summary });
  await indexContact(tx, id);
  return { id: saved.id, version: saved.version, caseId };
}

/** Takes a wrong entry out of the count; it stays visible with its reason, and so does a case it opened. */
export async function voidContact(
  tx: WriteTx,
  input: { readonly id: string; readonly version: number; readonly reason: string },
) {
  const { id, version, reason } = input;
  const { number, state } = await findContact(tx, id);
  if (state === 'void') refuse('WRONG_STATE', { number, state });
  const fields = { state: 'void' as const, voidReason: reason, nextCallAt: null };
  const saved = await editRecord(tx, contacts, {
    kind: 'contact',
    act: 'contacts.void',
    id,
    version,
    fields,
  });
  await registerVoidedNumber(tx, { number, documentKind: 'contact', documentId: id, reason });
  return { ...saved, number };
}

/** What a caller says of the counters stands under the number of the call. */
async function noteReading(
  tx: WriteTx,
  unitId: string,
  { at, number, mileageKm, operatingHours, counterReplaced = false }: Told,
): Promise<void> {
  const reading = { day: dayOf(at), mileageKm, operatingHours, source: number, counterReplaced };
  await recordReading(tx, { unitId, ...reading });
}

interface Told extends Pick<NewContact, 'at' | 'mileageKm' | 'operatingHours' | 'counterReplaced'> {
  readonly number: string;
}

/** The case a contact joins. Refuses NOT_FOUND, and WRONG_STATE for one that was put away. */
async function caseToJoin(tx: WriteTx, caseId: string) {
  const found = await caseToWork(tx, caseId);
  const { number, state } = found;
  if (state === 'closed' || state === 'void') refuse('WRONG_STATE', { number, state });
  return found;
}

type Problem = Pick<NewContact, 'category' | 'faultGroup' | 'urgency' | 'summary'>;

function problemOf({ category, faultGroup, urgency, summary }: Problem): Problem {
  return { category, faultGroup, urgency, summary };
}

/** Opens the case of a problem. Refuses INVALID_INPUT for a case of nobody, and for one about nothing. */
async function opensCase(
  tx: WriteTx,
  who: Awaited<ReturnType<typeof callerOf>>,
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

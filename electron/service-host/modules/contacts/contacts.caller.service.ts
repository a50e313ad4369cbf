import { refuse } from '#shared/contract/refusals.ts';
import type { Id } from '#shared/domain/ids.ts';
import type { MadeRecord } from '#shared/domain/made-records.ts';
import type { WriteTx } from '../../database/database.ts';
import {
  callersByTelephone,
  contactPersonRows,
  customerNames,
  getCustomer,
  possibleCallers,
  telephonesOf,
} from '../customers/customers.queries.ts';
import {
  caseOfCustomer,
  personOfCustomer,
  unitOfCase,
  unitOfCustomer,
  type CaseNamed,
} from '../relations/relations.queries.ts';
import { refuseApart, refuseBoth } from '../relations/relations.rules.ts';
import { addContactPerson, addTelephone, createCustomer } from '../customers/customers.service.ts';
import { digitsOf, isSameLine } from '../customers/customers.telephones.rules.ts';
import { unitSummaries } from '../units/units.queries.ts';
import { createUnit } from '../units/units.service.ts';
import { personNamed } from './contacts.rules.ts';

/** Who calls, as far as the clerk knows. */
export interface WhoCalls {
  readonly telephone: string;
  readonly callerName: string;
  readonly customerId: string | null;
  readonly contactPersonId: string | null;
  readonly unitId: string | null;
  /** Makes a customer of an unknown caller. */
  readonly newCustomer: { readonly name: string } | null;
  /** Opens the file of a unit that is in no file yet, in place of `unitId`. */
  readonly newUnit: NewUnit | null;
  /** The caller is none of the customers that have the number. */
  readonly unknownCaller?: boolean | undefined;
}

/** All that has to be known of a unit during a call; everything else comes later. */
export interface NewUnit {
  readonly productId: string;
  readonly plate: string;
  readonly serialNumber: string;
}

/** Who calls, as the books know them now. */
export interface KnownCaller {
  readonly customerId: Id<'customer'> | null;
  readonly contactPersonId: Id<'contactPerson'> | null;
  readonly unitId: Id<'unit'> | null;
}

/**
 * Finds out for whom the call is: the customer named, a new one, that of the unit, that of the case joined, or the only
 * one that has the number. A caller and a number unknown there become known where the actor may edit customers, and so
 * does a new unit of theirs; `made` names all of it. Refuses SEVERAL_CUSTOMERS where several have the number, NOT_FOUND
 * for what does not exist, DOES_NOT_BELONG for a unit, a case or a person of another customer; for a new unit as createUnit does, and INVALID_INPUT when it is nobody's; NOT_PERMITTED for a
 * new customer or unit of who may make none.
 */
export async function callerOf(
  tx: WriteTx,
  who: WhoCalls,
  joined: CaseNamed | undefined,
): Promise<KnownCaller & { readonly made: readonly MadeRecord[] }> {
  refuseBoth(who.newCustomer, who.customerId, 'newCustomer');
  refuseBoth(who.newUnit, who.unitId, 'newUnit');
  if (who.newUnit && !tx.actor.permissions.has('units.edit'))
    refuse('NOT_PERMITTED', { permission: 'units.edit' });
  const mayEditCustomers = tx.actor.permissions.has('customers.edit');
  if (who.newCustomer && !mayEditCustomers) refuse('NOT_PERMITTED', { permission: 'customers.edit' });
  const unitId = who.newUnit ? null : (who.unitId ?? joined?.unitId ?? null);
  const [unit] = unitId === null ? [] : await unitSummaries(tx, [unitId]);
  if (unitId !== null && !unit) refuse('NOT_FOUND', { kind: 'unit' });
  const made: MadeRecord[] = [];
  const customerId = who.newCustomer
    ? await newCustomer(tx, who.newCustomer.name, who.callerName, made)
    : (who.customerId ?? joined?.customerId ?? unit?.customerId ?? (await ownerOf(tx, who)));
  if (customerId === null && (who.newUnit || who.contactPersonId !== null))
    refuse('INVALID_INPUT', { issues: [{ path: 'customerId', code: 'required' }] });
  if (customerId === null) return { customerId: null, contactPersonId: null, unitId: null, made };
  if ((await customerNames(tx, [customerId])).size === 0) refuse('NOT_FOUND', { kind: 'customer' });
  if (joined) await caseOfCustomer(tx, joined, customerId);
  if (joined && unitId !== null) await unitOfCase(tx, unitId, joined);
  if (!joined && unitId !== null) await unitOfCustomer(tx, unitId, customerId);
  if (joined && joined.unitId !== null && who.newUnit) {
    const { plate, serialNumber } = who.newUnit;
    refuseApart({ kind: 'unit', name: plate || serialNumber }, { kind: 'case', name: joined.number });
  }
  const contactPersonId = await personOf(tx, customerId, who, made);
  if (mayEditCustomers) await learnTelephone(tx, { customerId, contactPersonId, shown: who.telephone }, made);
  const newUnitId = who.newUnit && (await newUnit(tx, customerId, who.newUnit, made));
  return { customerId, contactPersonId, unitId: newUnitId ?? unitId, made };
}

/** A new customer needs a name and a number; the number follows when it is attached to the caller. */
async function newCustomer(
  tx: WriteTx,
  name: string,
  callerName: string,
  made: MadeRecord[],
): Promise<string> {
  const { id } = await createCustomer(tx, {
    // Who gives nobody's name but their own is a private person.
    kind: name === callerName ? 'private' : 'firm',
    name,
    distanceClass: 'near',
    distanceKm: null,
    importance: 'normal',
    region: '',
    address: '',
    notes: '',
    active: true,
    telephones: [],
    person: null,
  });
  made.push({ kind: 'customer', id, name });
  return id;
}

/** It is used where its customer is, until somebody says otherwise. */
async function newUnit(tx: WriteTx, customerId: string, unit: NewUnit, made: MadeRecord[]): Promise<string> {
  const { region } = await getCustomer(tx, { id: customerId });
  const unknown = { engineNumber: '', saleDay: null, deliveryDay: null, dealer: '', cardReceivedDay: null };
  const fields = { ...unit, ...unknown, customerId, region, notes: '', active: true, reading: null };
  const { id } = await createUnit(tx, fields, 'newUnit.');
  made.push({ kind: 'unit', id, name: unit.plate || unit.serialNumber });
  return id;
}

/** Who has the number: one customer in use, or the only one that has it at all. */
async function ownerOf(tx: WriteTx, { telephone, unknownCaller }: WhoCalls): Promise<string | null> {
  if (unknownCaller) return null;
  const possible = possibleCallers(await callersByTelephone(tx, telephone));
  if (possible.length < 2) return possible[0]?.customerId ?? null;
  const ids = possible.map((caller) => caller.customerId);
  const names = await customerNames(tx, ids);
  return refuse('SEVERAL_CUSTOMERS', { candidates: ids.map((id) => ({ id, name: names.get(id) ?? '' })) });
}

/** A number that nobody there has belongs to the caller from now on; a switchboard stays everybody's. */
async function learnTelephone(
  tx: WriteTx,
  told: { readonly customerId: string; readonly contactPersonId: string | null; readonly shown: string },
  made: MadeRecord[],
): Promise<void> {
  const known = await telephonesOf(tx, [told.customerId]);
  if (digitsOf(told.shown) === '' || known.some((number) => isSameLine(number.shown, told.shown))) return;
  const id = await addTelephone(tx, told);
  if (id !== null) made.push({ kind: 'telephone', id, name: told.shown });
}

async function personOf(
  tx: WriteTx,
  customerId: string,
  { contactPersonId, callerName, telephone }: WhoCalls,
  made: MadeRecord[],
): Promise<string | null> {
  if (contactPersonId !== null) {
    await personOfCustomer(tx, contactPersonId, customerId);
    return contactPersonId;
  }
  if (callerName === '') {
    const callers = await callersByTelephone(tx, telephone);
    return callers.find((caller) => caller.customerId === customerId)?.contactPersonId ?? null;
  }
  const known = personNamed(await contactPersonRows(tx, customerId), callerName);
  if (known) return known.id;
  // The name stays with the call all the same.
  if (!tx.actor.permissions.has('customers.edit')) return null;
  const person = { name: callerName, position: '', notes: '', active: true, telephones: [] };
  const { id } = await addContactPerson(tx, { customerId, ...person });
  made.push({ kind: 'contactPerson', id, name: callerName });
  return id;
}

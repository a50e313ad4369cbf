import { refuse } from '#shared/contract/refusals.ts';
import type { Id } from '#shared/domain/ids.ts';
import type { WriteTx } from '../../database/database.ts';
import {
  callersByTelephone,
  contactPersonRows,
  customerNames,
  findByTelephone,
  getCustomer,
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
import { digitsOf } from '../customers/customers.telephones.rules.ts';
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
 * Finds out for whom the call is: the customer named, a new one, that of the unit, that of the case joined, or whoever
 * has the number. A caller and a number unknown there become known, and so does a new unit of theirs. Refuses NOT_FOUND
 * for what does not exist, and DOES_NOT_BELONG for a unit, a case or a person of another customer; for a new unit as
 * createUnit does, NOT_PERMITTED, and INVALID_INPUT when it is nobody's.
 */
export async function callerOf(
  tx: WriteTx,
  who: WhoCalls,
  joined: CaseNamed | undefined,
): Promise<KnownCaller> {
  refuseBoth(who.newCustomer, who.customerId, 'newCustomer');
  refuseBoth(who.newUnit, who.unitId, 'newUnit');
  if (who.newUnit && !tx.actor.permissions.has('units.edit'))
    refuse('NOT_PERMITTED', { permission: 'units.edit' });
  const unitId = who.newUnit ? null : (who.unitId ?? joined?.unitId ?? null);
  const [unit] = unitId === null ? [] : await unitSummaries(tx, [unitId]);
  if (unitId !== null && !unit) refuse('NOT_FOUND', { kind: 'unit' });
  const customerId = who.newCustomer
    ? await newCustomer(tx, who.newCustomer.name, who.callerName)
    : (who.customerId ?? joined?.customerId ?? unit?.customerId ?? (await ownerOf(tx, who.telephone)));
  if (customerId === null && (who.newUnit || who.contactPersonId !== null))
    refuse('INVALID_INPUT', { issues: [{ path: 'customerId', code: 'required' }] });
  if (customerId === null) return { customerId: null, contactPersonId: null, unitId: null };
  if ((await customerNames(tx, [customerId])).size === 0) refuse('NOT_FOUND', { kind: 'customer' });
  if (joined) await caseOfCustomer(tx, joined, customerId);
  if (joined && unitId !== null) await unitOfCase(tx, unitId, joined);
  if (!joined && unitId !== null) await unitOfCustomer(tx, unitId, customerId);
  if (joined && joined.unitId !== null && who.newUnit) {
    const { plate, serialNumber } = who.newUnit;
    refuseApart({ kind: 'unit', name: plate || serialNumber }, { kind: 'case', name: joined.number });
  }
  const contactPersonId = await personOf(tx, customerId, who);
  await learnTelephone(tx, customerId, contactPersonId, who.telephone);
  const newUnitId = who.newUnit && (await newUnit(tx, customerId, who.newUnit));
  return { customerId, contactPersonId, unitId: newUnitId ?? unitId };
}

/** A new customer needs a name and a number; the number follows when it is attached to the caller. */
async function newCustomer(tx: WriteTx, name: string, callerName: string): Promise<string> {
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
  return id;
}

/** It is used where its customer is, until somebody says otherwise. */
async function newUnit(tx: WriteTx, customerId: string, unit: NewUnit): Promise<string> {
  const { region } = await getCustomer(tx, { id: customerId });
  const unknown = { engineNumber: '', saleDay: null, deliveryDay: null, dealer: '', cardReceivedDay: null };
  const fields = { ...unit, ...unknown, customerId, region, notes: '', active: true, reading: null };
  return (await createUnit(tx, fields, 'newUnit.')).id;
}

async function ownerOf(tx: WriteTx, telephone: string): Promise<string | null> {
  return (await findByTelephone(tx, telephone))?.customerId ?? null;
}

/** A number that nobody there has belongs to the caller from now on; a switchboard stays everybody's. */
async function learnTelephone(
  tx: WriteTx,
  customerId: string,
  contactPersonId: string | null,
  shown: string,
): Promise<void> {
  const digits = digitsOf(shown);
  const known = await telephonesOf(tx, [customerId]);
  if (digits === '' || known.some((number) => number.digits === digits)) return;
  await addTelephone(tx, { customerId, contactPersonId, shown });
}

async function personOf(
  tx: WriteTx,
  customerId: string,
  { contactPersonId, callerName, telephone }: WhoCalls,
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
  const person = { name: callerName, position: '', notes: '', active: true, telephones: [] };
  return (await addContactPerson(tx, { customerId, ...person })).id;
}

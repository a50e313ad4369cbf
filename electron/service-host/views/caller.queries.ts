import { and, asc, desc, eq, isNotNull } from 'drizzle-orm';
import { dayOf } from '#shared/domain/days.ts';
import type { Id } from '#shared/domain/ids.ts';
import type { ReadTx } from '../database/database.ts';
import { given, statement } from '../database/statement.ts';
import { openCasesOfCustomer, openCasesOfUnit, type OpenCase } from '../modules/cases/cases.open.queries.ts';
import {
  callersByTelephone,
  contactPersonRows,
  customerForCard,
  customerNames,
  possibleCallers,
} from '../modules/customers/customers.queries.ts';
import { peopleNamed } from '../modules/people/people.named.queries.ts';
import { unitSummaries, unitsOfCustomer } from '../modules/units/units.queries.ts';
import { unitVerdicts } from '../modules/warranty/warranty.queries.ts';
import { contacts } from '../schema/contacts.tables.ts';

const unitsAtMost = 60;
const contactsAtMost = 12;
const sameNumberAtMost = 12;

interface Caller {
  readonly telephone?: string | undefined;
  readonly customerId?: string | undefined;
  readonly unitId?: string | undefined;
}

/** Everything the clerk wants to see while the telephone rings: by number, or by customer or unit once it is picked. */
export async function callerCard(tx: ReadTx, input: Caller) {
  const [unit] = input.unitId === undefined ? [] : await unitSummaries(tx, [input.unitId]);
  const callers = input.telephone ? await callersByTelephone(tx, input.telephone) : [];
  const customerId = input.customerId ?? unit?.customerId ?? callers[0]?.customerId;
  const customer = customerId === undefined ? undefined : await customerForCard(tx, customerId);
  if (!customer)
    return {
      customer: null,
      person: null,
      needsChoice: false,
      sameNumber: [],
      units: [],
      openCases: [],
      lastContacts: [],
      promised: [],
    };
  const known = callers.find((caller) => caller.customerId === customer.id);
  const others = callers.filter((caller) => caller !== known).slice(0, sameNumberAtMost);
  const names = await customerNames(
    tx,
    others.map((caller) => caller.customerId),
  );
  const persons = known ? await contactPersonRows(tx, customer.id) : [];
  return {
    customer,
    person: persons.find(({ id }) => id === known?.contactPersonId) ?? null,
    needsChoice: input.customerId === undefined && !unit && possibleCallers(callers).length > 1,
    // The ids are those of customers, which PossibleCaller does not say.
    sameNumber: others.map((caller) => ({
      id: caller.customerId as Id<'customer'>,
      name: names.get(caller.customerId) ?? '',
    })),
    units: await unitLights(tx, customer.id, unit?.id),
    openCases: await openCasesOfCustomer(tx, customer.id),
    lastContacts: await lastContacts(tx, customer.id),
    promised: (await tx.run(promisedToCustomer, { customerId: customer.id })).flatMap(
      ({ nextCallAt, ...row }) => (nextCallAt === null ? [] : [{ ...row, nextCallAt }]),
    ),
  };
}

/** Open cases that may be what the caller means: of the unit, and those of the customer that name no unit. */
export async function likelyDuplicates(
  tx: ReadTx,
  input: { readonly telephone: string; readonly customerId: string | null; readonly unitId: string | null },
): Promise<OpenCase[]> {
  const { telephone, unitId } = input;
  const customerIds =
    input.customerId === null
      ? (await callersByTelephone(tx, telephone)).slice(0, sameNumberAtMost + 1).map((one) => one.customerId)
      : [input.customerId];
  const ofUnit = unitId === null ? [] : await openCasesOfUnit(tx, unitId);
  const ofCustomer: OpenCase[] = [];
  for (const customerId of customerIds) ofCustomer.push(...(await openCasesOfCustomer(tx, customerId)));
  const alike = unitId === null ? ofCustomer : ofCustomer.filter((found) => found.unitId === null);
  return [...ofUnit, ...alike];
}

/** The units of a customer with their warranty lights, and the one the call is about, whoever owns it. */
async function unitLights(tx: ReadTx, customerId: string, pickedId: Id<'unit'> | undefined) {
  const theirs = await unitsOfCustomer(tx, customerId, unitsAtMost);
  const picked = pickedId === undefined ? [] : await unitSummaries(tx, [pickedId]);
  // In its place when it is there, so that nothing moves when it is picked.
  const shown = theirs.some(({ id }) => id === pickedId) ? theirs : [...picked, ...theirs];
  const lights = await unitVerdicts(
    tx,
    shown.map(({ id }) => id),
    dayOf(tx.now),
  );
  return shown.map(({ id, plate, serialNumber, productCode, saleDay, last }) => ({
    id,
    plate,
    serialNumber,
    productCode,
    saleDay,
    mileageKm: last?.mileageKm ?? null,
    mileageDay: last?.day ?? null,
    verdict: lights.get(id) ?? ('undecided' as const),
  }));
}

async function lastContacts(tx: ReadTx, customerId: string) {
  const rows = await tx.run(lastOfCustomer, { customerId });
  const person = await peopleNamed(
    tx,
    rows.map((row) => row.personId),
  );
  return rows.map(({ personId, ...row }) => ({ ...row, personName: person(personId).name }));
}

const lastOfCustomer = statement('contacts.lastOfCustomer', (db) =>
  db
    .select({
      id: contacts.id,
      number: contacts.number,
      at: contacts.at,
      kind: contacts.kind,
      state: contacts.state,
      summary: contacts.summary,
      personId: contacts.personId,
    })
    .from(contacts)
    .where(eq(contacts.customerId, given('customerId')))
    .orderBy(desc(contacts.at))
    .limit(contactsAtMost),
);

const promisedToCustomer = statement('contacts.promisedToCustomer', (db) =>
  db
    .select({
      contactId: contacts.id,
      number: contacts.number,
      summary: contacts.summary,
      nextCallAt: contacts.nextCallAt,
    })
    .from(contacts)
    .where(
      and(
        eq(contacts.customerId, given('customerId')),
        eq(contacts.state, 'toBeClarified'),
        isNotNull(contacts.nextCallAt),
      ),
    )
    .orderBy(asc(contacts.nextCallAt))
    .limit(contactsAtMost),
);

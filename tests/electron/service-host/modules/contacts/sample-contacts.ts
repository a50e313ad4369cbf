import { Refusal } from '#shared/contract/refusals.ts';
import type { NewContact } from '#host/modules/contacts/contacts.service.ts';
import { testStart } from '#tests/support/books.ts';

/** A call with nothing but its time, held until it is clear. */
export const call: NewContact = {
  kind: 'call',
  direction: 'in',
  at: testStart,
  receivedDay: null,
  senderReference: '',
  telephone: '',
  callerName: '',
  customerId: null,
  contactPersonId: null,
  unitId: null,
  mileageKm: null,
  operatingHours: null,
  category: 'repair',
  faultGroup: null,
  urgency: 'notUrgent',
  summary: '',
  newCustomer: null,
  newUnit: null,
  outcome: { kind: 'toBeClarified', nextCallAt: null },
};

/** What a service refused with; undefined when it went through. */
export const refusalOf = async (work: Promise<unknown>) => {
  try {
    await work;
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
};

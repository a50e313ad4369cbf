import type { customers as chinese } from '../zh-CN/customers.ts';

/** Customers, their people and telephone numbers. */
export const customers = {
  customers: 'Customers',
  anotherTelephone: 'Another number',
  distance: '{class}, {km} km',
  active: 'In use',
  inactive: 'Not in use',
  create: 'New customer',
  onlyActive: 'In use only',
  empty:
    'Customers belong here: firms and private persons with their people, numbers and units. A name and a number are enough to begin.',
  choose: 'Choose a customer on the left, or add one.',
  chooseToSee: 'Choose a customer on the left to see it.',
  more: 'More details',
  moreLater: 'The rest can be filled in later.',
  similar: 'Already on file:',
  people: 'People',
  personTelephones: 'Their number',
  addPerson: 'Add person',
  personLeft: 'Left',
  personActive: 'Still there',
  noPeople: 'Nobody on file yet.',
  itsUnits: 'Units',
  noUnits: 'No units on file yet.',
  itsCases: 'Cases',
  noCases: 'No cases yet.',
  itsContacts: 'Calls and letters',
  noContacts: 'No calls or letters yet.',
  saved: 'Customer saved',
  personSaved: 'Person saved',
} as const satisfies Record<keyof typeof chinese, string>;

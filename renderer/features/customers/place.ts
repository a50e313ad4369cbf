import { screen } from '../../app/place.ts';
import type { Place } from '../../app/place.ts';

/** Customers, delivered units, and the models. */
export const customersPlace: Place = {
  path: '/customers',
  label: 'shell.customers',
  access: 'customers.view',
  group: 'files',
  screens: {
    '/customers/{-$customerId}': screen(async () => (await import('./customers-page.tsx')).CustomersPage),
    '/customers/units/{-$unitId}': screen(async () => (await import('../units/units-page.tsx')).UnitsPage),
    '/customers/models/{-$productId}': screen(
      async () => (await import('../units/models-page.tsx')).ModelsPage,
    ),
  },
  asks: {
    '/customers/new': 'customers.edit',
    '/customers/units/new': 'units.edit',
    '/customers/models/new': 'units.edit',
  },
  tabs: [
    { label: 'customers.customers', path: '/customers' },
    { label: 'units.units', path: '/customers/units' },
    { label: 'units.models', path: '/customers/models' },
  ],
};

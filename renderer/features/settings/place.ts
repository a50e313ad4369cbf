import { screen } from '../../app/place.ts';
import type { Place } from '../../app/place.ts';
import { settingsSections } from './sections.ts';

/** What the firm, the person and this PC have chosen. */
export const settingsPlace: Place = {
  path: '/settings',
  label: 'shell.settings',
  access: 'signedIn',
  group: 'house',
  screens: {
    '/settings/{-$section}/{-$itemId}': screen(
      async () => (await import('./settings-page.tsx')).SettingsPage,
    ),
  },
  asks: {
    ...Object.fromEntries(settingsSections.map(({ key, access }) => [`/settings/${key}`, access])),
    '/settings/people/new': 'people.edit',
    '/settings/roles/new': 'people.edit',
    '/settings/policies/new': 'warranty.policies',
  },
};

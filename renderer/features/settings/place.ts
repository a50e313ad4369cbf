import { screen } from '../../app/place.ts';
import type { Place } from '../../app/place.ts';

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
};

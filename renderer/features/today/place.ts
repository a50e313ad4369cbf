import { screen } from '../../app/place.ts';
import type { Place } from '../../app/place.ts';

/** The day's work on one page. */
export const todayPlace: Place = {
  path: '/today',
  label: 'shell.today',
  access: 'signedIn',
  group: 'desk',
  screens: { '/today': screen(async () => (await import('./today-page.tsx')).TodayPage) },
};

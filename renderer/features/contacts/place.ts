import { useCounters } from '../../app/counters.ts';
import { screen } from '../../app/place.ts';
import type { Place } from '../../app/place.ts';

/** Calls and letters: the card for a new one, and the register of all. */
export const callsPlace: Place = {
  path: '/contacts',
  label: 'shell.contacts',
  access: 'contacts.view',
  group: 'desk',
  screens: {
    '/contacts/call': screen(async () => (await import('./contact-page.tsx')).CallPage),
    '/contacts/letter': screen(async () => (await import('./contact-page.tsx')).LetterPage),
    '/contacts/{-$contactId}': screen(async () => (await import('./register-page.tsx')).RegisterPage),
  },
  asks: { '/contacts/call': 'contacts.record', '/contacts/letter': 'contacts.record' },
  useCount: () => {
    const counters = useCounters();
    return counters && { count: counters.toBeClarified };
  },
  acts: [
    {
      label: 'contacts.newCall',
      keys: 'F2',
      access: 'contacts.record',
      path: '/contacts/call',
      primary: true,
    },
    { label: 'contacts.newLetter', keys: 'F4', access: 'contacts.record', path: '/contacts/letter' },
  ],
  pathForCall: (number) => `/contacts/call?number=${encodeURIComponent(number)}`,
};

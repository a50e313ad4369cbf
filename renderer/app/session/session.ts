import { createContext, use } from 'react';
import type { z } from 'zod';
import type { sessionPerson } from '#shared/contract/people.contract.ts';
import type { Access } from '#shared/domain/permissions.ts';
import { createStore } from '../store.ts';

/** The person signed in at this window. */
export type Person = z.output<typeof sessionPerson>;

/** Who is signed in; `undefined` while that is not known, null when nobody is. */
export const signedIn = createStore<Person | null | undefined>(undefined);

/** The person signed in, for the screens inside the gate. */
export const PersonContext = createContext<Person | null>(null);

/** The person signed in. */
export function usePerson(): Person {
  const person = use(PersonContext);
  if (!person) throw new Error('nobody is signed in around this component');
  return person;
}

/** Tells what the person may do; the host decides again at every call. */
export function useMay(): (access: Access) => boolean {
  const { permissions } = usePerson();
  return (access) => mayWith(permissions, access);
}

/** Whether these permissions allow `access`. */
export function mayWith(permissions: Person['permissions'], access: Access): boolean {
  return access === 'anyone' || access === 'signedIn' || permissions.includes(access);
}

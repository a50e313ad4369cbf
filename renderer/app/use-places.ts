import { createContext, use } from 'react';
import type { Place } from './place.ts';

/** The places of this program. */
export const PlacesContext = createContext<readonly Place[]>([]);

/** The places of this program, in the order of the navigation. */
export function usePlaces(): readonly Place[] {
  return use(PlacesContext);
}

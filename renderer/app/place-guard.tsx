import type { ReactNode } from 'react';
import { useWhereabouts } from './navigate.ts';
import { NoPlacePage } from './no-place-page.tsx';
import { usePlaces } from './use-places.ts';
import { useMay } from './session/session.ts';

/** Shows a screen only to those who may see its place. The host guards the data; this spares a page of refusals. */
export function PlaceGuard({ children }: { readonly children: ReactNode }) {
  const { path } = useWhereabouts();
  const may = useMay();
  const place = usePlaces().find((one) => isWithin(path, one.path));
  return place && !may(place.access) ? <NoPlacePage /> : children;
}

/** Whether a path is a place or lies behind it. */
export function isWithin(path: string, placePath: string): boolean {
  return path === placePath || path.startsWith(`${placePath}/`);
}

import type { ReactNode } from 'react';
import type { Access } from '#shared/domain/permissions.ts';
import { MayNotPage } from './may-not-page.tsx';
import { useWhereabouts } from './navigate.ts';
import type { Place } from './place.ts';
import { useMay } from './session/session.ts';
import { usePlaces } from './use-places.ts';

/**
 * Shows a screen only to those who may use its address; everybody else reads who may. The host guards the data; this spares
 * a page of refusals, and a form that is refused once it is filled in.
 */
export function PlaceGuard({ children }: { readonly children: ReactNode }) {
  const { path } = useWhereabouts();
  const may = useMay();
  const place = usePlaces().find((one) => isWithin(path, one.path));
  const [refused] = place ? guardedAddresses(place, path).filter(([, access]) => !may(access)) : [];
  if (!place || !refused) return children;
  const [address, access] = refused;
  return <MayNotPage place={place} address={address} access={access} />;
}

/** The addresses that a path lies at or behind, the place first, each with what it asks for. */
function guardedAddresses(place: Place, path: string): readonly (readonly [string, Access])[] {
  const { path: placePath, access, asks = {} } = place;
  return [[placePath, access] as const, ...Object.entries(asks)].filter(([address]) =>
    isWithin(path, address),
  );
}

/** Whether a path is a place or lies behind it. */
export function isWithin(path: string, placePath: string): boolean {
  return path === placePath || path.startsWith(`${placePath}/`);
}

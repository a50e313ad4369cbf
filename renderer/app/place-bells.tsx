import type { Place } from './place.ts';
import { useMay } from './session/session.ts';
import { usePlaces } from './use-places.ts';

/** What places listen for beside every screen, for those who may see them. */
export function PlaceBells() {
  const may = useMay();
  return usePlaces()
    .filter(({ access }) => may(access))
    .map(({ path, useBell }) => useBell && <Bell key={path} useBell={useBell} />);
}

function Bell({ useBell }: { readonly useBell: NonNullable<Place['useBell']> }) {
  useBell();
  return null;
}

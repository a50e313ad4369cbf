import { KeyButton } from '../components/key-button.tsx';
import { useOpen, useWhereabouts } from './navigate.ts';
import { isWithin } from './place-guard.tsx';
import { usePlaces } from './use-places.ts';

/** The lists of the place that is shown, side by side; the one shown now is marked. */
export function PlaceTabs() {
  const open = useOpen();
  const { path } = useWhereabouts();
  const tabs = usePlaces().find((place) => isWithin(path, place.path))?.tabs ?? [];
  // '/customers/units' lies within '/customers' too: the longer path says which it is.
  const [here] = tabs
    .filter((tab) => isWithin(path, tab.path))
    .toSorted((one, other) => other.path.length - one.path.length);
  return (
    <div className="row tight">
      {tabs.map((tab) => (
        <KeyButton key={tab.path} label={tab.label} chosen={tab === here} onPress={() => open(tab.path)} />
      ))}
    </div>
  );
}

import { Fragment } from 'react';
import { Link } from '@tanstack/react-router';
import { useWhereabouts } from './navigate.ts';
import { isWithin } from './place-guard.tsx';
import type { Place } from './place.ts';
import { useMay } from './session/session.ts';
import { useText } from './text.ts';
import { usePlaces } from './use-places.ts';

/** The places on the left, those that the person may see. */
export function Navigation() {
  const may = useMay();
  const shown = usePlaces().filter(({ access }) => may(access));
  return (
    <nav className="places">
      {shown.map((place, index) => (
        <Fragment key={place.path}>
          {index > 0 && place.group !== shown[index - 1]?.group && <hr />}
          <PlaceLine place={place} />
        </Fragment>
      ))}
    </nav>
  );
}

function PlaceLine({ place }: { readonly place: Place }) {
  const t = useText();
  const { path } = useWhereabouts();
  const isHere = isWithin(path, place.path);
  return (
    <Link
      to={place.path}
      className={isHere ? 'on' : ''}
      {...(isHere ? { 'aria-current': 'page' as const } : {})}
    >
      <span className="cut">{t(place.label)}</span>
      {place.useCount && <Count useCount={place.useCount} />}
    </Link>
  );
}

function Count({ useCount }: { readonly useCount: NonNullable<Place['useCount']> }) {
  const counted = useCount();
  if (!counted || counted.count === 0) return null;
  return <b className={counted.isLate ? 'late' : undefined}>{counted.count}</b>;
}

import { KeyButton } from '../components/key-button.tsx';
import { Brand } from './brand.tsx';
import { ConnectionDot } from './connection-notice.tsx';
import { useOpen } from './navigate.ts';
import { PersonMenu } from './person-menu.tsx';
import { SearchField } from './search-field.tsx';
import { useMay } from './session/session.ts';
import { usePlaces } from './use-places.ts';

/** The bar at the top: search over everything, what can be begun from anywhere, connection, person. */
export function TopBar() {
  const open = useOpen();
  const may = useMay();
  const acts = usePlaces()
    .flatMap((place) => place.acts ?? [])
    .filter(({ access }) => may(access));
  return (
    <header className="top">
      <Brand />
      <SearchField />
      {acts.map((act) => (
        <KeyButton
          key={act.path}
          label={act.label}
          keys={act.keys}
          primary={act.primary}
          onPress={() => open(act.path)}
        />
      ))}
      <div className="who">
        <ConnectionDot />
        <PersonMenu />
      </div>
    </header>
  );
}

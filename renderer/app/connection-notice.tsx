import { connection } from '../service/connection.ts';
import type { ConnectionState } from '../service/connection.ts';
import { useStore } from './store.ts';
import { useText } from './text.ts';
import type { Text } from './text.ts';

/** Where the page is connected to, and whether it is. */
export function ConnectionDot() {
  const t = useText();
  const state = useStore(connection);
  return (
    <span role="status">
      <span className={dots[state.kind]} />
      {named(state, t)}
    </span>
  );
}

/** Says plainly what a lost connection means, for as long as it is lost. */
export function ConnectionBar() {
  const t = useText();
  const state = useStore(connection);
  if (state.kind === 'lost')
    return (
      <div className="gone-bar" role="alert">
        {t('shell.connectionLostLong')}
      </div>
    );
  if (state.kind !== 'refused') return null;
  return (
    <div className="gone-bar" role="alert">
      {t('shell.serviceRefused', { reason: state.reason })}
    </div>
  );
}

const dots: Readonly<Record<ConnectionState['kind'], string>> = {
  connected: 'dot',
  connecting: 'dot waiting',
  lost: 'dot gone',
  refused: 'dot gone',
};

function named({ kind }: ConnectionState, t: Text): string {
  if (kind === 'connecting') return t('shell.connecting');
  if (kind !== 'connected') return t('shell.connectionLost');
  return window.desktop ? t('shell.thisComputer') : t('shell.officeServer');
}

import { useService } from '../service/service-context.tsx';
import { connection } from '../service/connection.ts';
import { useAsk } from '../service/use-ask.ts';
import { useStore } from './store.ts';
import { useText } from './text.ts';

/** Says that looks at personal data wait for room on the disk, for as long as any do. */
export function HeldLooksBar() {
  const t = useText();
  const service = useService();
  const { kind } = useStore(connection);
  const held = useAsk(service.audit.heldLooks, undefined, { shows: ['heldLooks'] });
  const count = held.data?.count ?? 0;
  // A lost connection has the same place, and matters more.
  if (count === 0 || kind !== 'connected') return null;
  return (
    <div className="gone-bar" role="alert" data-testid="held-looks">
      {t('shell.looksHeld', { count })}
    </div>
  );
}

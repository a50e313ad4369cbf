import { useService } from '../service/service-context.tsx';
import { connection } from '../service/connection.ts';
import { useAsk } from '../service/use-ask.ts';
import { useStore } from './store.ts';
import { useText } from './text.ts';

/** Says what is wrong with the books themselves: their file, or the clock that dates them. */
export function BooksStateBar() {
  const t = useText();
  const service = useService();
  const { kind } = useStore(connection);
  const state = useAsk(service.audit.booksState, undefined, { shows: ['booksState'] }).data;
  // A lost connection has the same place, and matters more.
  if (!state || kind !== 'connected') return null;
  const { isDamaged, clockFault } = state;
  if (!isDamaged && !clockFault) return null;
  return (
    <div className="gone-bar" role="alert" data-testid="books-state">
      {isDamaged ? t('shell.booksDamaged') : clockFault && t(`shell.clock_${clockFault.kind}`, clockFault)}
    </div>
  );
}

import { EmptyState } from '../components/empty-state.tsx';
import { KeyButton } from '../components/key-button.tsx';
import { flushDrafts } from './drafts/draft-box.ts';
import { useText } from './text.ts';

/** What is shown in place of a screen that broke; the rest of the window goes on. */
export function CrashPage({ error, reset }: { readonly error: unknown; readonly reset: () => void }) {
  const t = useText();
  const again = () => {
    flushDrafts();
    reset();
  };
  return (
    <EmptyState act={<KeyButton primary label="shell.reload" onPress={again} />}>
      {t('shell.crashed')}
      <br />
      <span className="sm">{error instanceof Error ? error.message : String(error)}</span>
    </EmptyState>
  );
}

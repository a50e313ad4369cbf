import { EmptyState } from '../components/empty-state.tsx';
import { useText } from './text.ts';

/** What is shown for a path that leads nowhere, or where the person may not look. */
export function NoPlacePage() {
  const t = useText();
  return <EmptyState>{t('shell.noPlace')}</EmptyState>;
}

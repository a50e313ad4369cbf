import type { MessageKey } from '../app/text.ts';
import { useText } from '../app/text.ts';
import { Card } from './card.tsx';
import { EmptyState } from './empty-state.tsx';

/** Stands beside a list while nothing of it is chosen. */
export function NothingChosen({ label }: { readonly label: MessageKey }) {
  const t = useText();
  return (
    <Card fill>
      <EmptyState>{t(label)}</EmptyState>
    </Card>
  );
}

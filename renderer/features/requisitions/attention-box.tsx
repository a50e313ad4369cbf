import { useText } from '../../app/text.ts';
import { Card } from '../../components/card.tsx';
import { attentionOf } from './attention.ts';
import type { Requisition } from './requisition-types.ts';

/** What whoever decides should look at first; nothing when nothing stands out. */
export function AttentionBox({ requisition }: { readonly requisition: Requisition }) {
  const t = useText();
  const attention = attentionOf(requisition);
  if (attention.length === 0) return null;
  return (
    <Card tone="attention">
      <div className="inside" data-testid="attention">
        <b className="soon">{t('requisitions.see')}</b>
        {attention.map(({ key, parameters }) => (
          <div key={`${key}${JSON.stringify(parameters)}`}>{t(key, parameters)}</div>
        ))}
      </div>
    </Card>
  );
}

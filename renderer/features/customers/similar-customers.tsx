import { Link } from '@tanstack/react-router';
import { pathOfRecord } from '../../app/record-paths.ts';
import { useText } from '../../app/text.ts';
import { useFound } from '../../components/inputs/use-found.ts';
import { useService } from '../../service/service-context.tsx';

const shownAtMost = 4;

/** Says, while a name or number is typed, which customers have it already. */
export function SimilarCustomers({ text }: { readonly text: string }) {
  const t = useText();
  const service = useService();
  const found = useFound(text.trim().slice(0, 60), (wanted, signal) =>
    service.search.all.call({ text: wanted, kinds: ['customer'], limit: shownAtMost }, { signal }),
  );
  // Not having looked at everything is said, or nobody would know that there may be one all the same.
  if (found.items.length === 0 && !found.isUnfinished) return null;
  return (
    <div className="row tight sm" role="status">
      {found.items.length > 0 && <span className="soon">{t('customers.similar')}</span>}
      {found.items.map(({ id, title, subtitle }) => (
        <Link key={id} to={pathOfRecord('customer', id)} title={subtitle}>
          {title}
        </Link>
      ))}
      {found.isUnfinished && <span className="mut">{t('common.searchUnfinished')}</span>}
    </div>
  );
}

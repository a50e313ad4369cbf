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
  if (found.items.length === 0) return null;
  return (
    <div className="row tight sm" role="status">
      <span className="soon">{t('customers.similar')}</span>
      {found.items.map(({ id, title, subtitle }) => (
        <Link key={id} to={pathOfRecord('customer', id)} title={subtitle}>
          {title}
        </Link>
      ))}
    </div>
  );
}

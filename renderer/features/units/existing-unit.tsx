import { Link } from '@tanstack/react-router';
import { pathOfRecord } from '../../app/record-paths.ts';
import { useText } from '../../app/text.ts';
import { useFound } from '../../components/inputs/use-found.ts';
import { useService } from '../../service/service-context.tsx';
import type { Trouble } from '../../service/trouble.ts';

/** Leads to the unit that has the plate or number already which was refused. */
export function ExistingUnit({ trouble }: { readonly trouble: Trouble | null }) {
  const t = useText();
  const service = useService();
  const taken = trouble?.kind === 'refused' && trouble.code === 'ALREADY_EXISTS' ? trouble.facts.value : '';
  const found = useFound(taken, (text, signal) =>
    service.search.all.call({ text, kinds: ['unit'], limit: 1 }, { signal }),
  );
  const [unit] = found.items;
  if (!unit) return null;
  return (
    <div className="row tight sm">
      <span className="mut">{t('units.existing')}</span>
      <Link to={pathOfRecord('unit', unit.id)}>
        {unit.title} · {unit.subtitle}
      </Link>
    </div>
  );
}

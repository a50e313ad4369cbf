import { lookSubject } from '#shared/domain/looks.ts';
import { useOpen } from '../app/navigate.ts';
import { useMay } from '../app/session/session.ts';
import { useText } from '../app/text.ts';

/** Leads whoever may see the audit trail to those who looked at a record with something personal in it. */
export function WhoLooked({ id }: { readonly id: string }) {
  const t = useText();
  const may = useMay();
  const open = useOpen();
  if (!may('audit.view')) return null;
  return (
    <button
      type="button"
      className="link sm"
      onClick={() => open(`/settings/audit?kind=${lookSubject}&subject=${id}`)}
    >
      {t('audit.whoLooked')}
    </button>
  );
}

import { useText } from '../../app/text.ts';
import { KeyButton } from '../key-button.tsx';
import { differing } from './differing.ts';
import type { Form } from './use-form.ts';

/** Somebody was faster: both versions side by side, and the person decides. */
export function ChangedMeanwhile<Value extends object>({ form }: { readonly form: Form<Value> }) {
  const t = useText();
  const { conflict, draft, compared } = form;
  if (!conflict) return null;
  const theirs = new Map(Object.entries(conflict.current ?? {}));
  const mine = new Map<string, unknown>(Object.entries(draft.value));
  const fields = differing(compared, mine, theirs);
  return (
    <div className="two-versions" role="alert">
      <b className="soon">
        {t('refusals.CHANGED_MEANWHILE', { by: conflict.by, at: t.fullMoment(conflict.at) })}
      </b>
      {fields.length === 0 ? (
        <span>{t('common.nothingDiffers')}</span>
      ) : (
        <table className="lines">
          <thead>
            <tr>
              <th>{t('common.field')}</th>
              <th>{t('common.yours')}</th>
              <th>{t('common.theirs', { by: conflict.by, at: t.moment(conflict.at) })}</th>
            </tr>
          </thead>
          <tbody>
            {fields.map(([name, { label, show }]) => (
              <tr key={name}>
                <td className="mut">{t(label)}</td>
                <td className="wrap">{show(mine.get(name))}</td>
                <td className="wrap">{show(theirs.get(name))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className="row">
        <KeyButton label="common.keepYours" onPress={form.keepMine} pending={form.pending} />
        <KeyButton label="common.takeTheirs" onPress={form.takeTheirs} disabled={form.pending} />
      </div>
    </div>
  );
}

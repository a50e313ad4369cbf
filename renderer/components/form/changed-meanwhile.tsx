import { useText } from '../../app/text.ts';
import { KeyButton } from '../key-button.tsx';
import { differing } from './differing.ts';
import type { Form } from './use-form.ts';

/** Somebody was faster: both versions side by side, and the person decides. */
export function ChangedMeanwhile<Value extends object>({ form }: { readonly form: Form<Value> }) {
  const t = useText();
  const { conflict, theirs, draft, compared, comparedRows } = form;
  if (!conflict) return null;
  const differences = theirs && differing({ fields: compared, rows: comparedRows }, draft.value, theirs, t);
  return (
    <div className="two-versions" role="alert">
      <b className="soon">
        {t('refusals.CHANGED_MEANWHILE', { by: conflict.by, at: t.fullMoment(conflict.at) })}
      </b>
      {!differences ? (
        <span className="mut">{t('common.theirsAwaited')}</span>
      ) : differences.length === 0 ? (
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
            {differences.map(({ name, label, mine, theirs: other }, index) => (
              // A field of rows is told row by row.
              <tr key={`${name} ${index}`}>
                <td className="mut">{t(label)}</td>
                <td className="wrap">{mine ?? <span className="late">{t('common.rowNotYours')}</span>}</td>
                <td className="wrap">{other ?? <span className="mut">{t('common.rowNotTheirs')}</span>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className="row">
        <KeyButton
          label="common.keepYours"
          onPress={form.keepMine}
          pending={form.pending}
          disabled={!theirs}
        />
        <KeyButton label="common.takeTheirs" onPress={form.takeTheirs} disabled={form.pending} />
      </div>
    </div>
  );
}

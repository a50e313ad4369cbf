import { useMay } from '../../app/session/session.ts';
import { useText } from '../../app/text.ts';
import { SaveButton } from '../../components/form/save-acts.tsx';
import type { Form } from '../../components/form/use-form.ts';

/** The last line of a form of settings: the button for who may, and why there is none for the others. */
export function SaveSettings<Value extends object>({
  form,
  disabled = false,
}: {
  readonly form: Form<Value>;
  readonly disabled?: boolean | undefined;
}) {
  const t = useText();
  const may = useMay();
  return (
    <>
      <span />
      {may('settings.edit') ? (
        <div>
          <SaveButton form={form} disabled={disabled} />
        </div>
      ) : (
        <span className="mut sm">{t('settings.readOnly')}</span>
      )}
    </>
  );
}

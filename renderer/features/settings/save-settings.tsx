import { useMay } from '../../app/session/session.ts';
import { useText } from '../../app/text.ts';
import type { Form } from '../../components/form/use-form.ts';
import { KeyButton } from '../../components/key-button.tsx';

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
          <KeyButton
            primary
            submit
            label="common.save"
            shownKeys="Ctrl+S"
            pending={form.pending}
            disabled={disabled}
            onPress={form.save}
          />
        </div>
      ) : (
        <span className="mut sm">{t('settings.readOnly')}</span>
      )}
    </>
  );
}

import type { ReactNode } from 'react';
import { KeyButton } from '../key-button.tsx';

/** What a form knows of its saving. */
interface Saving {
  readonly pending: boolean;
  readonly save: () => void;
}

/** The button that saves a form; Ctrl+S and Enter in the last field do the same. */
export function SaveButton({
  form,
  disabled,
}: {
  readonly form: Saving;
  readonly disabled?: boolean | undefined;
}) {
  return (
    <KeyButton
      primary
      submit
      label="common.save"
      shownKeys="Ctrl+S"
      pending={form.pending}
      disabled={disabled}
      onPress={form.save}
    />
  );
}

/** The acts at the end of a form: save, let it be, and what else there is. */
export function SaveActs({
  form,
  onCancel,
  children,
}: {
  readonly form: Saving;
  readonly onCancel: () => void;
  /** Further acts, at the right end. */
  readonly children?: ReactNode;
}) {
  return (
    <div className="row tight">
      <SaveButton form={form} />
      <KeyButton label="common.cancel" onPress={onCancel} disabled={form.pending} />
      {children !== undefined && <span className="grow" />}
      {children}
    </div>
  );
}

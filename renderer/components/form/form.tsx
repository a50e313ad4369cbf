import { Fragment, type ReactNode } from 'react';
import { useText, type MessageKey, type Text } from '../../app/text.ts';
import { ChangedMeanwhile } from './changed-meanwhile.tsx';
import { Field } from './field.tsx';
import { PlainForm } from './plain-form.tsx';
import type { Bound, ComparedField, Form as FormOf } from './use-form.ts';

/** The fields of a form: Enter leads through them, Ctrl+S saves, refusals stand above, a restored draft says so. */
export function Form<Value extends object>({
  form,
  children,
}: {
  readonly form: FormOf<Value>;
  readonly children: ReactNode;
}) {
  return (
    <PlainForm trouble={form.trouble} onSave={form.save} place={form.place}>
      <RestoredNote form={form} />
      <ChangedMeanwhile form={form} />
      <Fragment key={form.draft.round}>{children}</Fragment>
    </PlainForm>
  );
}

/** A field of a form, tied to the value of its name. */
export function FormField<Value extends object, Name extends keyof Value & string>({
  form,
  name,
  label,
  show,
  also,
  children,
  ...rest
}: {
  readonly form: FormOf<Value>;
  readonly name: Name;
  readonly label: MessageKey;
  /** How the value is written where two versions are compared. */
  readonly show?: ((value: Value[Name], of: Value) => string) | undefined;
  /** Fields that are filled together with this one; two versions are not compared by them. */
  readonly also?: readonly (keyof Value & string)[] | undefined;
  /** A fault that the screen itself has found. */
  readonly fault?: string | undefined;
  readonly needed?: boolean | undefined;
  readonly hint?: ReactNode;
  readonly wide?: boolean | undefined;
  readonly children: (bound: Bound<Value[Name]>) => ReactNode;
}) {
  const t = useText();
  const written = show ?? ((value: unknown) => plainly(value, t));
  // The other version is a record of the same kind, so its field of this name has the same type.
  form.compared.set(name, { label, show: written as ComparedField['show'], also });
  return (
    <Field label={label} name={name} trouble={form.trouble} {...rest}>
      {children(form.bind(name))}
    </Field>
  );
}

function RestoredNote<Value extends object>({ form: { draft } }: { readonly form: FormOf<Value> }) {
  const t = useText();
  if (!draft.isRestored) return null;
  return (
    <div className="row tight">
      <span className="tag acc">{t('common.draftRestored')}</span>
      <button type="button" className="link sm" onClick={draft.discard}>
        {t('common.draftDiscard')}
      </button>
    </div>
  );
}

function plainly(value: unknown, t: Text): string {
  if (value === null || value === undefined || value === '') return '—';
  if (Array.isArray(value)) return t.listed(value.map((one) => plainly(one, t)));
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

import type { Trouble } from '../../service/trouble.ts';
import { ProseInput } from '../inputs/prose-input.tsx';
import { Field } from './field.tsx';
import type { Bound } from './use-form.ts';

/** Why somebody does it. */
export function ReasonField({ trouble, ...bound }: Bound<string> & { readonly trouble: Trouble | null }) {
  return (
    <Field label="common.reason" name="reason" trouble={trouble} needed>
      <ProseInput {...bound} rows={2} maxLength={400} />
    </Field>
  );
}

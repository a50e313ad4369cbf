import type { ComponentProps } from 'react';
import { useText } from '../../app/text.ts';
import { faultSentence } from '../../components/form/fault-sentence.ts';
import { FormField } from '../../components/form/form.tsx';
import { faultsOf } from '../../service/trouble.ts';

/** A field of a group of settings: the contract knows it as `values.<name>`, and a number must be there. */
export function ValueField<Value extends object, Name extends keyof Value & string>(
  props: ComponentProps<typeof FormField<Value, Name>>,
) {
  const t = useText();
  const { form, name } = props;
  const arrived = faultsOf(form.trouble)[`values.${name}`];
  const isMissing = form.draft.value[name] === null;
  const fault = isMissing ? t('issue.required') : (props.fault ?? (arrived && faultSentence(arrived, t)));
  return <FormField {...props} fault={fault} />;
}

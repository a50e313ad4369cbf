import { useRoleName, useRoles } from '../../../app/session/use-roles.ts';
import { useText } from '../../../app/text.ts';
import { FormField } from '../../../components/form/form.tsx';
import type { Form } from '../../../components/form/use-form.ts';
import { MultiChoice } from '../../../components/inputs/multi-choice.tsx';
import { SwitchChoice } from '../../../components/inputs/switch-choice.tsx';
import { TextInput } from '../../../components/inputs/text-input.tsx';

/** What is said of a person. */
export interface PersonValues {
  readonly name: string;
  readonly signInName: string;
  readonly roles: string[];
  readonly active: boolean;
}

/** Name, sign-in name, roles, standing. */
export function PersonFields<Value extends PersonValues>({
  form: whole,
  autoFocus,
  disabled = false,
}: {
  readonly form: Form<Value>;
  readonly autoFocus?: boolean | undefined;
  readonly disabled?: boolean | undefined;
}) {
  const t = useText();
  // These fields read and set nothing but the person's part of the value.
  const form = whole as unknown as Form<PersonValues>;
  const roleName = useRoleName();
  const { data: known = [] } = useRoles();
  // A role out of use stays to be seen, and to be taken away, where the person holds it.
  const held = form.draft.value.roles;
  const choices = known
    .filter(({ code, active }) => active || held.includes(code))
    .map(({ code }) => ({ value: code, label: roleName(code) }));
  return (
    <>
      <FormField form={form} name="name" label="people.name" needed>
        {(bound) => <TextInput {...bound} maxLength={40} autoFocus={autoFocus} disabled={disabled} />}
      </FormField>
      <FormField form={form} name="signInName" label="people.signInName" needed>
        {(bound) => <TextInput {...bound} maxLength={40} autoComplete="off" disabled={disabled} />}
      </FormField>
      <FormField
        form={form}
        name="roles"
        label="people.roles"
        needed
        hint={t('people.rolesNote')}
        show={(roles) => t.listed(roles.map(roleName))}
      >
        {(bound) => (
          <MultiChoice
            value={bound.value}
            onChange={(next) => bound.onChange([...next])}
            choices={choices}
            disabled={disabled}
          />
        )}
      </FormField>
      <FormField
        form={form}
        name="active"
        label="common.state"
        show={(active) => t(active ? 'people.active' : 'people.inactive')}
      >
        {(bound) =>
          disabled ? (
            <span className="field-value">{t(bound.value ? 'people.active' : 'people.inactive')}</span>
          ) : (
            <SwitchChoice {...bound} yes="people.active" no="people.inactive" />
          )
        }
      </FormField>
    </>
  );
}

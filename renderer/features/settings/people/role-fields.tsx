import { permissionWord, roleWord } from '#shared/messages/role-words.ts';
import { changesOfRole, keptBy } from '#shared/domain/role-permissions.ts';
import { isPresetRole } from '#shared/domain/roles.ts';
import type { Permission } from '#shared/nouns/index.ts';
import { useText } from '../../../app/text.ts';
import { FormField } from '../../../components/form/form.tsx';
import type { Form } from '../../../components/form/use-form.ts';
import { SwitchChoice } from '../../../components/inputs/switch-choice.tsx';
import { TextInput } from '../../../components/inputs/text-input.tsx';
import { PermissionMatrix } from './permission-matrix.tsx';

/** What is said of a role. */
export interface RoleValues {
  readonly name: string;
  readonly active: boolean;
  readonly permissions: Permission[];
}

/** Name, standing, and what its holders may do. */
export function RoleFields({
  form,
  code,
  autoFocus,
  disabled = false,
}: {
  readonly form: Form<RoleValues>;
  /** Null for a role that is being added. */
  readonly code: string | null;
  readonly autoFocus?: boolean | undefined;
  readonly disabled?: boolean | undefined;
}) {
  const t = useText();
  const isPreset = code !== null && isPresetRole(code);
  const kept = keptBy(code ?? '');
  return (
    <>
      <FormField
        form={form}
        name="name"
        label="people.roleName"
        needed={!isPreset}
        hint={
          isPreset
            ? t('people.roleNamePreset', { name: roleWord({ code, name: '' }, t.language) })
            : undefined
        }
      >
        {(bound) => <TextInput {...bound} maxLength={40} autoFocus={autoFocus} disabled={disabled} />}
      </FormField>
      <FormField
        form={form}
        name="permissions"
        label="people.permissions"
        hint={<PermissionsHint code={code} value={form.draft.value.permissions} isKept={kept.length > 0} />}
        show={(held) => t.listed(held.map((permission) => permissionWord(permission, t.language)))}
      >
        {(bound) => <PermissionMatrix {...bound} kept={kept} disabled={disabled} />}
      </FormField>
      <FormField
        form={form}
        name="active"
        label="common.state"
        show={(active) => t(active ? 'people.active' : 'people.inactive')}
      >
        {(bound) =>
          disabled || kept.length > 0 ? (
            <span className="field-value">{t(bound.value ? 'people.active' : 'people.inactive')}</span>
          ) : (
            <SwitchChoice {...bound} yes="people.active" no="people.inactive" />
          )
        }
      </FormField>
    </>
  );
}

/** How to choose, what cannot be taken away, and how the role of the preset was changed. */
function PermissionsHint({
  code,
  value,
  isKept,
}: {
  readonly code: string | null;
  readonly value: readonly Permission[];
  readonly isKept: boolean;
}) {
  const t = useText();
  const { added, removed } = changesOfRole(code ?? '', value);
  const isPreset = code !== null && isPresetRole(code);
  const words = (some: readonly string[]) => some.map((permission) => permissionWord(permission, t.language));
  return (
    <>
      <div>{t('people.permissionsNote')}</div>
      {isKept && <div>{t('people.roleKept')}</div>}
      {isPreset && added.length > 0 && <div>{t('people.roleMore', { names: words(added) })}</div>}
      {isPreset && removed.length > 0 && <div>{t('people.roleLess', { names: words(removed) })}</div>}
    </>
  );
}

import { App } from 'antd';
import { permissions } from '#shared/domain/permissions.ts';
import { presets } from '#shared/nouns/index.ts';
import { useDraft } from '../../../app/drafts/use-draft.ts';
import { useOpen } from '../../../app/navigate.ts';
import { useText } from '../../../app/text.ts';
import { Card } from '../../../components/card.tsx';
import { Fields } from '../../../components/form/field.tsx';
import { Form } from '../../../components/form/form.tsx';
import { SaveActs } from '../../../components/form/save-acts.tsx';
import { useForm } from '../../../components/form/use-form.ts';
import { useService } from '../../../service/service-context.tsx';
import { RoleFields } from './role-fields.tsx';
import type { RoleValues } from './role-fields.tsx';

/** A new role may look at things, as every role of the preset may. */
const noRoleYet: RoleValues = {
  name: '',
  active: true,
  permissions: permissions.filter((permission) => presets[permission] === 'everybody'),
};

/** Adds a role of the firm. */
export function NewRole() {
  const t = useText();
  const service = useService();
  const open = useOpen();
  const { message } = App.useApp();
  const draft = useDraft('role/new', noRoleYet);
  const form = useForm(draft, service.people.saveRole, {
    input: (values) => ({ ...values, code: null, version: 0 }),
    done: ({ code }) => {
      void message.success(t('people.roleCreated', { name: draft.value.name }));
      open(`/settings/roles/${code}`, { replace: true });
    },
  });
  const cancel = () => {
    draft.discard();
    open('/settings/roles', { replace: true });
  };
  return (
    <Card title={t('people.roleCreate')}>
      <div className="inside">
        <Form form={form}>
          <Fields>
            <RoleFields form={form} code={null} autoFocus />
            <span />
            <SaveActs form={form} onCancel={cancel} />
          </Fields>
        </Form>
      </div>
    </Card>
  );
}

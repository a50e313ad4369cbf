import { App } from 'antd';
import { useDraft } from '../../../app/drafts/use-draft.ts';
import { useMay } from '../../../app/session/session.ts';
import type { RoleRow } from '../../../app/session/use-roles.ts';
import { useRoleName } from '../../../app/session/use-roles.ts';
import { useText } from '../../../app/text.ts';
import { Card } from '../../../components/card.tsx';
import { Fields } from '../../../components/form/field.tsx';
import { Form } from '../../../components/form/form.tsx';
import { SaveButton } from '../../../components/form/save-acts.tsx';
import { useForm } from '../../../components/form/use-form.ts';
import { useService } from '../../../service/service-context.tsx';
import { RoleFields } from './role-fields.tsx';
import type { RoleValues } from './role-fields.tsx';

/** One role: its name, and what its holders may do. */
export function RoleCard({ role }: { readonly role: RoleRow }) {
  const t = useText();
  const mayEdit = useMay()('people.edit');
  const nameOf = useRoleName();
  const service = useService();
  const { message } = App.useApp();
  const { code, name, active, permissions, version } = role;
  const known: RoleValues = { name, active, permissions };
  const draft = useDraft(`role/${code}`, known, version);
  const form = useForm(draft, service.people.saveRole, {
    input: (values, seen) => ({ ...values, code, version: seen }),
    done: () => void message.success(t('people.roleSaved')),
  });
  return (
    <Card title={nameOf(code)} end={<span className="mut sm cut">{t('people.rolesOwnNote')}</span>}>
      <div className="inside">
        <Form form={form}>
          <Fields>
            <RoleFields form={form} code={code} disabled={!mayEdit} />
            <span />
            {mayEdit ? (
              <div>
                <SaveButton form={form} />
              </div>
            ) : (
              <span className="mut sm">{t('settings.readOnly')}</span>
            )}
          </Fields>
        </Form>
      </div>
    </Card>
  );
}

import { App } from 'antd';
import { newId } from '#shared/domain/ids.ts';
import { useDraft } from '../../../app/drafts/use-draft.ts';
import { useMay } from '../../../app/session/session.ts';
import { useText } from '../../../app/text.ts';
import { Asked } from '../../../components/asked.tsx';
import { Card } from '../../../components/card.tsx';
import { faultSentence } from '../../../components/form/fault-sentence.ts';
import type { ComparedRows } from '../../../components/form/differing.ts';
import { Form } from '../../../components/form/form.tsx';
import { SaveButton } from '../../../components/form/save-acts.tsx';
import { useForm } from '../../../components/form/use-form.ts';
import { KeyButton } from '../../../components/key-button.tsx';
import type { Group } from '../../../components/warranty/group-name.ts';
import { useService } from '../../../service/service-context.tsx';
import { faultsOf } from '../../../service/trouble.ts';
import { useAsk } from '../../../service/use-ask.ts';
import { GroupsTable, type GroupValues } from './groups-table.tsx';
import '../settings.css';

const blankRows = { groups: { key: '', isNew: false, code: '', name: '', nameEn: '' } };

/** The component groups and their order. */
export function GroupsSection() {
  const service = useService();
  const asked = useAsk(service.warranty.groups, undefined, { shows: ['warrantyPolicy'] });
  return <Asked of={asked}>{(groups) => <GroupsForm groups={groups} />}</Asked>;
}

/** How the groups of two versions are compared. */
const groupRows: ComparedRows<GroupValues> = {
  label: 'settings.groups',
  about: ({ code }) => code,
  show: ({ code, name, nameEn }) => [code, name, nameEn].filter((text) => text !== '').join(' · '),
};

function GroupsForm({ groups }: { readonly groups: readonly Group[] }) {
  const t = useText();
  const mayEdit = useMay()('warranty.policies');
  const service = useService();
  const { message } = App.useApp();
  const known = groups.map(({ code, name, nameEn }): GroupValues => ({
    key: code,
    isNew: false,
    code,
    name,
    nameEn,
  }));
  const version = Math.max(0, ...groups.map((group) => group.version));
  const draft = useDraft('componentGroups', { groups: known }, version, blankRows);
  const form = useForm(draft, service.warranty.saveGroups, {
    rows: { groups: groupRows },
    input: (values, seen) => ({
      version: seen,
      groups: values.groups.map(({ code, name, nameEn }) => ({ code, name, nameEn })),
    }),
    done: () => {
      void message.success(t('settings.saved'));
      draft.discard();
    },
  });
  const inUse = faultsOf(form.trouble)['groups'];
  const { onChange } = form.bind('groups');
  const rows = draft.value.groups;
  return (
    <Card title={t('settings.groups')} end={<span className="mut sm cut">{t('settings.groupsNote')}</span>}>
      <div className="inside">
        <Form form={form}>
          {inUse && <div className="field-fault">{faultSentence(inUse, t)}</div>}
          <GroupsTable rows={rows} trouble={form.trouble} onChange={mayEdit ? onChange : undefined} />
          {mayEdit && (
            <div className="row tight">
              <KeyButton
                label="settings.addGroup"
                onPress={() =>
                  onChange([...rows, { key: newId(), isNew: true, code: '', name: '', nameEn: '' }])
                }
              />
              <SaveButton form={form} />
              {draft.isChanged && <KeyButton label="common.cancel" onPress={draft.discard} />}
            </div>
          )}
          {!mayEdit && <span className="mut sm">{t('settings.readOnly')}</span>}
        </Form>
      </div>
    </Card>
  );
}

import { App } from 'antd';
import { accountKinds, type AccountKind } from '#shared/domain/states.ts';
import { useDraft } from '../../app/drafts/use-draft.ts';
import { useOpen } from '../../app/navigate.ts';
import { useMay } from '../../app/session/session.ts';
import { useText } from '../../app/text.ts';
import { Card } from '../../components/card.tsx';
import { Fields } from '../../components/form/field.tsx';
import { Form, FormField } from '../../components/form/form.tsx';
import { SaveButton } from '../../components/form/save-acts.tsx';
import { useForm, type Form as FormOf } from '../../components/form/use-form.ts';
import { SelectInput } from '../../components/inputs/select-input.tsx';
import { SwitchChoice } from '../../components/inputs/switch-choice.tsx';
import { TextInput } from '../../components/inputs/text-input.tsx';
import { KeyButton } from '../../components/key-button.tsx';
import { Tag } from '../../components/tag.tsx';
import { useService, type Service } from '../../service/service-context.tsx';
import { useAsk } from '../../service/use-ask.ts';

/** A stock account as the host tells it. */
export type Account = Awaited<ReturnType<Service['stock']['accounts']['call']>>[number];

interface AccountValues {
  readonly code: string;
  readonly name: string;
  readonly kind: AccountKind;
  readonly warehouseId: string | null;
  readonly personId: string | null;
  readonly active: boolean;
}

const nothingYet: AccountValues = {
  code: '',
  name: '',
  kind: 'bin',
  warehouseId: null,
  personId: null,
  active: true,
};

/** A new place that holds parts. */
export function NewAccount() {
  const t = useText();
  const service = useService();
  const open = useOpen();
  const { message } = App.useApp();
  const draft = useDraft('account/new', nothingYet);
  const warehouses = useWarehouses();
  const form = useForm(draft, service.stock.createAccount, {
    input: (values) => ({
      ...values,
      name: values.name.trim() === '' ? values.code : values.name,
      warehouseId: values.warehouseId ?? onlyWarehouse(values.kind, warehouses),
    }),
    done: ({ id }) => {
      void message.success(t('stock.accountSaved'));
      open(`/stock/accounts/${id}`, { replace: true });
    },
  });
  const cancel = () => {
    draft.discard();
    open('/stock/accounts', { replace: true });
  };
  return (
    <Card title={t('stock.newAccount')}>
      <AccountForm form={form} isNew onCancel={cancel} />
    </Card>
  );
}

/** A place that holds parts, changed in its place by those who may. */
export function AccountCard({ account }: { readonly account: Account }) {
  const t = useText();
  const may = useMay();
  const open = useOpen();
  const { id, code, name, kind, inside } = account;
  return (
    <Card
      title={`${code} ${name === code ? '' : name}`}
      tags={
        <>
          <Tag>{t(`states.accountKind_${kind}`)}</Tag>
          <Tag tone={inside ? 'acc' : undefined}>{t(inside ? 'stock.inside' : 'stock.outside')}</Tag>
        </>
      }
      end={
        <KeyButton label="stock.accountMovements" onPress={() => open(`/stock/movements?accountId=${id}`)} />
      }
    >
      {may('stock.accounts') && <EditAccount account={account} />}
    </Card>
  );
}

function EditAccount({ account }: { readonly account: Account }) {
  const t = useText();
  const service = useService();
  const { message } = App.useApp();
  const { id, version, code, name, kind, warehouseId, personId, active } = account;
  const draft = useDraft(`account/${id}`, { code, name, kind, warehouseId, personId, active }, version);
  const form = useForm<AccountValues, Parameters<typeof service.stock.editAccount.call>[0], object>(
    draft,
    service.stock.editAccount,
    {
      input: (values, onVersion) => ({
        id,
        version: onVersion,
        code: values.code,
        name: values.name,
        warehouseId: values.warehouseId,
        personId: values.personId,
        active: values.active,
      }),
      done: () => void message.success(t('stock.accountSaved')),
    },
  );
  return <AccountForm form={form} onCancel={draft.isChanged ? draft.discard : undefined} />;
}

type Warehouses = Awaited<ReturnType<Service['stock']['warehouses']['call']>>;

function useWarehouses(): Warehouses {
  const service = useService();
  return useAsk(service.stock.warehouses, undefined, { shows: ['warehouse'] }).data ?? [];
}

/** The warehouse that a bin can only be in; a station may be in none. */
function onlyWarehouse(kind: AccountKind, warehouses: Warehouses): string | null {
  const usable = warehouses.filter(({ active }) => active);
  return kind === 'bin' && usable.length === 1 ? (usable[0]?.id ?? null) : null;
}

function AccountForm({
  form,
  isNew = false,
  onCancel,
}: {
  readonly form: FormOf<AccountValues>;
  readonly isNew?: boolean;
  readonly onCancel?: (() => void) | undefined;
}) {
  const t = useText();
  const service = useService();
  const { kind } = form.draft.value;
  const warehouses = useWarehouses();
  const colleagues = useAsk(service.session.colleagues, undefined, { shows: ['person'] }).data ?? [];
  return (
    <div className="inside">
      <Form form={form}>
        <Fields labelWidth={64}>
          {isNew && (
            <FormField form={form} name="kind" label="stock.kind" needed>
              {({ value, onChange }) => (
                <SelectInput
                  autoFocus
                  value={value}
                  onChange={(next) => onChange(next ?? 'bin')}
                  choices={accountKinds.map((one) => ({ value: one, label: t(`states.accountKind_${one}`) }))}
                />
              )}
            </FormField>
          )}
          <FormField form={form} name="code" label="stock.code" needed>
            {(bound) => <TextInput {...bound} maxLength={30} />}
          </FormField>
          <FormField form={form} name="name" label="common.name" needed={!isNew}>
            {(bound) => <TextInput {...bound} maxLength={60} placeholder={form.draft.value.code} />}
          </FormField>
          {(kind === 'bin' || kind === 'station') && (
            <FormField form={form} name="warehouseId" label="stock.warehouse" needed={kind === 'bin'}>
              {(bound) => (
                <SelectInput
                  {...bound}
                  value={bound.value ?? onlyWarehouse(kind, warehouses)}
                  choices={warehouses.map(({ id, name, findable }) => ({ value: id, label: name, findable }))}
                  emptyLabel={kind === 'bin' ? undefined : t('stock.noWarehouse')}
                />
              )}
            </FormField>
          )}
          {kind === 'technician' && (
            <FormField
              form={form}
              name="personId"
              label="stock.person"
              needed
              show={(id) => colleagues.find(({ personId }) => personId === id)?.name ?? '—'}
            >
              {(bound) => (
                <SelectInput
                  {...bound}
                  choices={colleagues.map(({ personId, name, findable }) => ({
                    value: personId,
                    label: name,
                    findable,
                  }))}
                />
              )}
            </FormField>
          )}
          {!isNew && (
            <FormField
              form={form}
              name="active"
              label="common.state"
              show={(value) => t(value ? 'stock.open' : 'stock.closed')}
            >
              {(bound) => <SwitchChoice {...bound} yes="stock.open" no="stock.closed" />}
            </FormField>
          )}
        </Fields>
        <div className="row tight">
          <SaveButton form={form} />
          {onCancel && <KeyButton label="common.cancel" onPress={onCancel} disabled={form.pending} />}
        </div>
      </Form>
    </div>
  );
}

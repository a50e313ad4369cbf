import { useState } from 'react';
import { customerKinds } from '#shared/domain/states.ts';
import type { CustomerKind } from '#shared/domain/states.ts';
import { useDraft } from '../../../../renderer/app/drafts/use-draft.ts';
import { useOpen, useWhereabouts } from '../../../../renderer/app/navigate.ts';
import { useText } from '../../../../renderer/app/text.ts';
import { Asked } from '../../../../renderer/components/asked.tsx';
import { Card } from '../../../../renderer/components/card.tsx';
import { Field, Fields } from '../../../../renderer/components/form/field.tsx';
import { Form, FormField } from '../../../../renderer/components/form/form.tsx';
import { useForm } from '../../../../renderer/components/form/use-form.ts';
import { ChoiceButtons } from '../../../../renderer/components/inputs/choice-buttons.tsx';
import { ProseInput } from '../../../../renderer/components/inputs/prose-input.tsx';
import { SearchPick } from '../../../../renderer/components/inputs/search-pick.tsx';
import { SelectInput } from '../../../../renderer/components/inputs/select-input.tsx';
import { TextInput } from '../../../../renderer/components/inputs/text-input.tsx';
import { KeyButton } from '../../../../renderer/components/key-button.tsx';
import { MasterDetail } from '../../../../renderer/components/master-detail.tsx';
import { Page } from '../../../../renderer/components/page.tsx';
import type { Column } from '../../../../renderer/grid/columns.tsx';
import { DataGrid } from '../../../../renderer/grid/data-grid.tsx';
import { useService } from '../../../../renderer/service/service-context.tsx';
import type { Service } from '../../../../renderer/service/service-context.tsx';
import { useAsk } from '../../../../renderer/service/use-ask.ts';

type Row = Awaited<ReturnType<Service['customers']['list']['call']>>['rows'][number];
type Customer = Awaited<ReturnType<Service['customers']['get']['call']>>;

const everything = {};
const columns: readonly Column<Row, 'name' | 'createdAt'>[] = [
  { key: 'name', label: 'common.name', grow: 1, sort: 'name' },
  { key: 'region', label: 'session.address', tone: () => 'mut' },
  { key: 'unitCount', label: 'common.number', kind: 'count' },
  { key: 'createdAt', label: 'common.at', kind: 'moment', sort: 'createdAt', hidden: true },
];

/** A list with the thing beside it, and the form for it. */
export function CustomersTrial() {
  const t = useText();
  const open = useOpen();
  const service = useService();
  const { customerId } = useWhereabouts().names;
  const name = (row: Row) => `/trial-customers/${row.id}`;
  return (
    <Page title={t('shell.customers')}>
      <MasterDetail
        list={
          <Card fill>
            <DataGrid
              title={t('shell.customers')}
              name="trial"
              source={service.customers.list}
              filter={everything}
              columns={columns}
              order={{ by: 'name', descending: false }}
              rowKey={(row) => row.id}
              shows={['customer']}
              quickText
              empty="nothing yet"
              selected={customerId}
              onSelect={(row) => open(name(row), { replace: true })}
              onOpen={() => document.querySelector<HTMLElement>('[data-field="name"] input')?.focus()}
            />
          </Card>
        }
        detail={
          customerId === undefined ? (
            <Card fill />
          ) : customerId === 'new' ? (
            <NewCustomer />
          ) : (
            <EditCustomer key={customerId} id={customerId} />
          )
        }
      />
    </Page>
  );
}

interface Values {
  readonly name: string;
  readonly kind: CustomerKind;
  readonly notes: string;
}
const blank: Values = { name: '', kind: 'firm', notes: '' };
const rest = {
  distanceClass: 'near',
  distanceKm: null,
  importance: 'normal',
  region: '',
  address: '',
  active: true,
} as const;

function NewCustomer() {
  const service = useService();
  const open = useOpen();
  const form = useForm(useDraft('trial/new', blank), service.customers.create, {
    input: (values) => ({ ...rest, ...values, telephones: [], person: null }),
    done: ({ id }) => open(`/trial-customers/${id}`),
  });
  return <CustomerForm form={form} />;
}

function EditCustomer({ id }: { readonly id: string }) {
  const service = useService();
  const customer = useAsk(service.customers.get, { id }, { shows: ['customer'] });
  return <Asked of={customer}>{(record) => <EditForm customer={record} />}</Asked>;
}

function EditForm({ customer }: { readonly customer: Customer }) {
  const service = useService();
  const { id, version, name, kind, notes } = customer;
  const form = useForm(
    useDraft<Values>(`trial/${id}`, { name, kind, notes }, version),
    service.customers.edit,
    {
      input: (values, begunOn) => ({ id, version: begunOn, ...rest, ...values, telephones: [] }),
    },
  );
  return <CustomerForm form={form} />;
}

function Owner() {
  const service = useService();
  const colleagues = useAsk(service.session.colleagues, undefined, { shows: ['person'] }).data ?? [];
  const [owner, setOwner] = useState<string | null>(null);
  return (
    <Field label="common.by" name="owner">
      <SelectInput
        value={owner}
        onChange={setOwner}
        choices={colleagues.map(({ name, findable }) => ({ value: name, label: name, findable }))}
      />
    </Field>
  );
}

function CustomerForm({ form }: { readonly form: ReturnType<typeof useForm<Values, never, unknown>> }) {
  const t = useText();
  return (
    <Card
      fill
      title={form.draft.isChanged ? 'changed' : 'as saved'}
      end={<KeyButton label="common.keepYours" keys="F9" onPress={form.save} />}
    >
      <Form form={form}>
        <Fields>
          <FormField form={form} name="name" label="common.name" needed>
            {(bound) => <TextInput {...bound} autoFocus={form.draft.recordVersion === undefined} />}
          </FormField>
          <FormField form={form} name="kind" label="common.state">
            {(bound) => (
              <ChoiceButtons
                {...bound}
                choices={customerKinds.map((value) => ({ value, label: t(`states.customerKind_${value}`) }))}
              />
            )}
          </FormField>
          <Field label="shell.customers" name="unit">
            <SearchPick
              label=""
              search={() => Promise.resolve([])}
              option={(name: string) => ({ key: name, title: name })}
              onPick={() => undefined}
            />
          </Field>
          <Owner />
          <FormField form={form} name="notes" label="common.notes">
            {(bound) => <ProseInput {...bound} />}
          </FormField>
        </Fields>
        <KeyButton submit primary label="common.save" pending={form.pending} onPress={form.save} />
      </Form>
    </Card>
  );
}

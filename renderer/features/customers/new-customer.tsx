import { App } from 'antd';
import { useDraft } from '../../app/drafts/use-draft.ts';
import { useOpen } from '../../app/navigate.ts';
import { pathOfRecord } from '../../app/record-paths.ts';
import { useText } from '../../app/text.ts';
import { Card } from '../../components/card.tsx';
import { Fields } from '../../components/form/field.tsx';
import { Form, FormField } from '../../components/form/form.tsx';
import { SaveActs } from '../../components/form/save-acts.tsx';
import { useForm } from '../../components/form/use-form.ts';
import type { Form as FormOf } from '../../components/form/use-form.ts';
import { TextInput } from '../../components/inputs/text-input.tsx';
import { KeyButton } from '../../components/key-button.tsx';
import { useRemembered } from '../../grid/use-remembered.ts';
import { useService } from '../../service/service-context.tsx';
import { FirstFields, MoreFields } from './customer-fields.tsx';
import { customerInputOf, newCustomerValues, telephonesOf } from './customer-values.ts';
import type { CustomerValues } from './customer-values.ts';
import { SimilarCustomers } from './similar-customers.tsx';
import { TelephonesInput, useTelephoneFault } from './telephones-input.tsx';

interface NewCustomerValues extends CustomerValues {
  readonly personName: string;
  readonly personPosition: string;
  readonly personTelephones: readonly string[];
}

const nothingYet: NewCustomerValues = {
  ...newCustomerValues,
  personName: '',
  personPosition: '',
  personTelephones: [],
};

/** A new customer: two fields are enough, the rest is there for who has the time. */
export function NewCustomer() {
  const t = useText();
  const service = useService();
  const open = useOpen();
  const { message } = App.useApp();
  const [showsMore, setShowsMore] = useRemembered('customers/newShowsMore', false);
  const draft = useDraft('customer/new', nothingYet);
  const form = useForm(draft, service.customers.create, {
    input: (values) => ({ ...customerInputOf(values), person: personOf(values) }),
    done: ({ id }) => {
      void message.success(t('customers.saved'));
      open(pathOfRecord('customer', id), { replace: true });
    },
  });
  const cancel = () => {
    draft.discard();
    open('/customers', { replace: true });
  };
  const { name, telephones } = draft.value;

  return (
    <Card title={t('customers.create')} end={<span className="mut sm">{t('customers.moreLater')}</span>}>
      <div className="inside scroll">
        <Form form={form}>
          <Fields two labelWidth={84}>
            <FirstFields form={form} autoFocus />
            {showsMore && <PersonFields form={form} />}
            {showsMore && <MoreFields form={form} isNew />}
          </Fields>
          <SimilarCustomers text={telephones.at(-1) || name} />
          <SaveActs form={form} onCancel={cancel}>
            <KeyButton
              label="customers.more"
              keys="F7"
              chosen={showsMore}
              onPress={() => setShowsMore(!showsMore)}
            />
          </SaveActs>
        </Form>
      </div>
    </Card>
  );
}

function PersonFields({ form }: { readonly form: FormOf<NewCustomerValues> }) {
  const telephoneFault = useTelephoneFault(form.trouble, 'person.telephones');
  return (
    <>
      <FormField form={form} name="personName" label="fields.person">
        {(bound) => <TextInput {...bound} maxLength={40} />}
      </FormField>
      <FormField form={form} name="personPosition" label="fields.position">
        {(bound) => <TextInput {...bound} maxLength={40} />}
      </FormField>
      <FormField
        form={form}
        name="personTelephones"
        label="customers.personTelephones"
        fault={telephoneFault}
        wide
      >
        {(bound) => <TelephonesInput {...bound} />}
      </FormField>
    </>
  );
}

function personOf({ personName, personPosition, personTelephones }: NewCustomerValues) {
  const telephones = telephonesOf(personTelephones);
  if (personName.trim() === '' && personPosition.trim() === '' && telephones.length === 0) return null;
  return { name: personName, position: personPosition, telephones };
}

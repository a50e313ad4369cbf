import { App } from 'antd';
import { useDraft } from '../../app/drafts/use-draft.ts';
import { useOpen } from '../../app/navigate.ts';
import { useMay } from '../../app/session/session.ts';
import { useText } from '../../app/text.ts';
import { Card } from '../../components/card.tsx';
import { FactGrid } from '../../components/fact-grid.tsx';
import { Fields } from '../../components/form/field.tsx';
import { Form, FormField } from '../../components/form/form.tsx';
import { SaveButton } from '../../components/form/save-acts.tsx';
import { useForm } from '../../components/form/use-form.ts';
import type { Form as FormOf } from '../../components/form/use-form.ts';
import { SwitchChoice } from '../../components/inputs/switch-choice.tsx';
import { TextInput } from '../../components/inputs/text-input.tsx';
import { KeyButton } from '../../components/key-button.tsx';
import { useService } from '../../service/service-context.tsx';
import type { Product } from './models-page.tsx';

interface ModelValues {
  readonly code: string;
  readonly name: string;
  readonly productLine: string;
  readonly active: boolean;
}

/** A model: a form for who may change it, its facts for everybody else. */
export function ModelCard({ product }: { readonly product: Product | undefined }) {
  const t = useText();
  const may = useMay();
  if (!may('units.edit')) return product ? <ModelFacts product={product} /> : null;
  return (
    <Card title={product ? product.code : t('units.createModel')}>
      <div className="inside">{product ? <EditModel product={product} /> : <NewModel />}</div>
    </Card>
  );
}

function NewModel() {
  const t = useText();
  const service = useService();
  const open = useOpen();
  const { message } = App.useApp();
  const draft = useDraft<ModelValues>('product/new', { code: '', name: '', productLine: '', active: true });
  const form = useForm(draft, service.units.createProduct, {
    input: (values) => values,
    done: ({ id }) => {
      void message.success(t('units.modelSaved'));
      open(`/customers/models/${id}`, { replace: true });
    },
  });
  return <ModelForm form={form} autoFocus />;
}

function EditModel({ product }: { readonly product: Product }) {
  const t = useText();
  const service = useService();
  const { message } = App.useApp();
  const { id, version, ...values } = product;
  const draft = useDraft<ModelValues>(`product/${id}`, values, version);
  const form = useForm(draft, service.units.editProduct, {
    input: (typed, upon) => ({ ...typed, id, version: upon }),
    done: () => void message.success(t('units.modelSaved')),
  });
  return <ModelForm form={form} />;
}

function ModelForm({
  form,
  autoFocus,
}: {
  readonly form: FormOf<ModelValues>;
  readonly autoFocus?: boolean;
}) {
  const t = useText();
  const { isChanged, discard } = form.draft;
  return (
    <Form form={form}>
      <Fields labelWidth={84}>
        <FormField form={form} name="code" label="fields.productCode" needed>
          {(bound) => <TextInput {...bound} maxLength={40} width={260} autoFocus={autoFocus} />}
        </FormField>
        <FormField form={form} name="name" label="fields.productName" needed>
          {(bound) => <TextInput {...bound} maxLength={80} />}
        </FormField>
        <FormField form={form} name="productLine" label="fields.productLine">
          {(bound) => <TextInput {...bound} maxLength={40} width={260} />}
        </FormField>
        <FormField
          form={form}
          name="active"
          label="fields.active"
          show={(value) => t(value ? 'common.yes' : 'common.no')}
        >
          {(bound) => <SwitchChoice {...bound} yes="units.active" no="units.inactive" />}
        </FormField>
      </Fields>
      <div className="row tight">
        <SaveButton form={form} disabled={!isChanged} />
        <KeyButton label="common.cancel" disabled={!isChanged} onPress={discard} />
      </div>
    </Form>
  );
}

function ModelFacts({ product }: { readonly product: Product }) {
  const t = useText();
  return (
    <Card title={product.code}>
      <div className="inside">
        <FactGrid
          columns={2}
          facts={[
            { label: t('fields.productName'), value: product.name },
            { label: t('fields.productLine'), value: product.productLine },
            { label: t('units.active'), value: t(product.active ? 'common.yes' : 'common.no') },
          ]}
        />
      </div>
    </Card>
  );
}

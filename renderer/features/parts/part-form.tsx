import { App } from 'antd';
import { useDraft } from '../../app/drafts/use-draft.ts';
import type { Draft } from '../../app/drafts/use-draft.ts';
import { useOpen } from '../../app/navigate.ts';
import { pathOfRecord } from '../../app/record-paths.ts';
import { useText } from '../../app/text.ts';
import { Card, CardPart } from '../../components/card.tsx';
import { Fields } from '../../components/form/field.tsx';
import { Form } from '../../components/form/form.tsx';
import { SaveActs } from '../../components/form/save-acts.tsx';
import { useForm } from '../../components/form/use-form.ts';
import type { Form as FormOf } from '../../components/form/use-form.ts';
import { useService } from '../../service/service-context.tsx';
import { PartFields } from './part-fields.tsx';
import { newPartValues, partInputOf } from './part-values.ts';
import type { Part, PartValues } from './part-values.ts';

/** A new part of the catalogue. */
export function NewPart() {
  const t = useText();
  const service = useService();
  const open = useOpen();
  const { message } = App.useApp();
  const draft = useDraft('part/new', newPartValues(t('parts.piece')));
  const form = useForm(draft, service.parts.create, {
    input: partInputOf,
    done: ({ id }) => {
      void message.success(t('parts.saved'));
      open(pathOfRecord('part', id), { replace: true });
    },
  });
  const cancel = () => {
    draft.discard();
    open('/stock/parts', { replace: true });
  };
  return (
    <Card title={t('parts.create')} fill>
      <div className="scroll">
        <PartForm form={form} isNew onCancel={cancel} />
      </div>
    </Card>
  );
}

/** Changes a part in its place. */
export function EditPart({
  part,
  draft,
  onDone,
}: {
  readonly part: Part;
  readonly draft: Draft<PartValues>;
  readonly onDone: () => void;
}) {
  const t = useText();
  const service = useService();
  const { message } = App.useApp();
  const form = useForm(draft, service.parts.edit, {
    input: (values, version) => ({ id: part.id, version, ...partInputOf(values) }),
    done: () => {
      void message.success(t('parts.saved'));
      onDone();
    },
  });
  const cancel = () => {
    draft.discard();
    onDone();
  };
  return <PartForm form={form} onCancel={cancel} />;
}

function PartForm({
  form,
  isNew = false,
  onCancel,
}: {
  readonly form: FormOf<PartValues>;
  readonly isNew?: boolean;
  readonly onCancel: () => void;
}) {
  return (
    <CardPart>
      <div className="inside">
        <Form form={form}>
          <Fields two labelWidth={60}>
            <PartFields form={form} isNew={isNew} />
          </Fields>
          <SaveActs form={form} onCancel={onCancel} />
        </Form>
      </div>
    </CardPart>
  );
}

import { App, Checkbox } from 'antd';
import { categories, faultGroups, urgencies } from '#shared/domain/states.ts';
import { useDraft } from '../../app/drafts/use-draft.ts';
import { stateWord } from '../../app/state-word.ts';
import { useText } from '../../app/text.ts';
import { Card } from '../../components/card.tsx';
import { Fields } from '../../components/form/field.tsx';
import { Form, FormField } from '../../components/form/form.tsx';
import { SaveButton } from '../../components/form/save-acts.tsx';
import { useForm } from '../../components/form/use-form.ts';
import { ChoiceButtons } from '../../components/inputs/choice-buttons.tsx';
import { ProseInput } from '../../components/inputs/prose-input.tsx';
import { SearchPick } from '../../components/inputs/search-pick.tsx';
import { SelectInput } from '../../components/inputs/select-input.tsx';
import { KeyButton } from '../../components/key-button.tsx';
import { useService } from '../../service/service-context.tsx';
import { useAsk } from '../../service/use-ask.ts';
import type { CaseFacts } from './case-page.tsx';

/** What is typed of a case; the unit with the name it is shown under. */
type CaseDraft = Pick<
  CaseFacts,
  'contactPersonId' | 'category' | 'faultGroup' | 'urgency' | 'symptom' | 'ownerId'
> & {
  readonly unitId: string | null;
  readonly unitName: string;
  /** Said once that documents which name the other unit stay as they are. */
  readonly documentsKept: boolean;
};

/** Changes what is known of the problem: whom to call, which unit, how bad, whose case. */
export function EditForm({ facts, onDone }: { readonly facts: CaseFacts; readonly onDone: () => void }) {
  const t = useText();
  const service = useService();
  const { message } = App.useApp();
  const draft = useDraft<CaseDraft>(`case/${facts.id}`, draftOf(facts), facts.version);
  const form = useForm(draft, service.cases.edit, {
    input: ({ unitName: _, ...fields }, version) => ({ id: facts.id, version, ...fields }),
    done: ({ followed, kept }) => {
      const numbers = (documents: readonly { readonly number: string }[]) =>
        documents.map((one) => one.number);
      if (followed.length > 0) void message.info(t('cases.draftsFollowed', { numbers: numbers(followed) }));
      if (kept.length > 0) void message.warning(t('cases.documentsStayed', { numbers: numbers(kept) }));
      onDone();
    },
  });
  const isNamed = form.trouble?.kind === 'refused' && form.trouble.code === 'UNIT_IN_DOCUMENTS';
  const customer = useAsk(service.customers.get, { id: facts.customerId }, { shows: ['customer'] });
  const colleagues = useAsk(service.session.colleagues, undefined, { shows: ['person'] });
  const persons =
    customer.data?.persons.filter(({ active, id }) => active || id === facts.contactPersonId) ?? [];
  const choices = <Value extends string>(list: string, values: readonly Value[]) =>
    values.map((value) => ({ value, label: stateWord(t, list, value) }));
  return (
    <Card title={t('cases.editTitle')}>
      <div className="inside" data-testid="edit-form">
        <Form form={form}>
          <Fields>
            <FormField form={form} name="symptom" label="fields.symptom" needed>
              {(bound) => <ProseInput autoFocus rows={2} maxLength={4000} {...bound} />}
            </FormField>
            <FormField
              form={form}
              name="category"
              label="fields.category"
              show={(value) => stateWord(t, 'category', value)}
            >
              {(bound) => <ChoiceButtons numbered choices={choices('category', categories)} {...bound} />}
            </FormField>
            <FormField
              form={form}
              name="faultGroup"
              label="fields.faultGroup"
              show={(value) => (value === null ? '—' : stateWord(t, 'faultGroup', value))}
            >
              {(bound) => <ChoiceButtons choices={choices('faultGroup', faultGroups)} {...bound} />}
            </FormField>
            <FormField
              form={form}
              name="urgency"
              label="fields.urgency"
              show={(value) => stateWord(t, 'urgency', value)}
            >
              {(bound) => <ChoiceButtons choices={choices('urgency', urgencies)} {...bound} />}
            </FormField>
          </Fields>
          <Fields two>
            <FormField
              form={form}
              name="unitId"
              label="cases.unit"
              also={['unitName', 'documentsKept']}
              show={(_, { unitName }) => unitName}
            >
              {() => (
                <SearchPick
                  label={draft.value.unitName}
                  search={(text, signal) =>
                    service.search.all.call({ text, kinds: ['unit'], limit: 12 }, { signal })
                  }
                  option={({ id, title, subtitle }) => ({ key: id, title, detail: subtitle })}
                  onPick={(hit) =>
                    draft.set({ unitId: hit?.id ?? null, unitName: hit?.title ?? '', documentsKept: false })
                  }
                />
              )}
            </FormField>
            <FormField form={form} name="contactPersonId" label="fields.contactPersonId">
              {(bound) => (
                <SelectInput
                  emptyLabel={t('common.none')}
                  choices={persons.map(({ id, name, position, findable }) => ({
                    value: id,
                    label: [name, position].filter(Boolean).join(' '),
                    findable,
                  }))}
                  {...bound}
                />
              )}
            </FormField>
            <FormField form={form} name="ownerId" label="fields.ownerId">
              {(bound) => (
                <SelectInput
                  emptyLabel={t('cases.noOwner')}
                  choices={(colleagues.data ?? []).map(({ personId, name, findable }) => ({
                    value: personId,
                    label: name,
                    findable,
                  }))}
                  {...bound}
                />
              )}
            </FormField>
          </Fields>
          {(isNamed || draft.value.documentsKept) && (
            <Checkbox
              checked={draft.value.documentsKept}
              onChange={(event) => draft.set({ documentsKept: event.target.checked })}
            >
              {t('cases.documentsKept')}
            </Checkbox>
          )}
          <div className="row tight end">
            <KeyButton label="common.cancel" keys="Escape" onPress={onDone} />
            <SaveButton form={form} />
          </div>
        </Form>
      </div>
    </Card>
  );
}

function draftOf({
  contactPersonId,
  category,
  faultGroup,
  urgency,
  symptom,
  ownerId,
  unit,
}: CaseFacts): CaseDraft {
  return {
    contactPersonId,
    category,
    faultGroup,
    urgency,
    symptom,
    ownerId,
    documentsKept: false,
    unitId: unit?.id ?? null,
    unitName: unit === null ? '' : [unit.plate, unit.productCode].filter(Boolean).join(' '),
  };
}

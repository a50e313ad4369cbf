import { App } from 'antd';
import type { Day } from '#shared/domain/days.ts';
import { useDraft } from '../../../app/drafts/use-draft.ts';
import { usePerson } from '../../../app/session/session.ts';
import { useText } from '../../../app/text.ts';
import { useToday } from '../../../app/use-today.ts';
import { Fields } from '../../../components/form/field.tsx';
import { Form, FormField } from '../../../components/form/form.tsx';
import { useForm } from '../../../components/form/use-form.ts';
import { DayInput } from '../../../components/inputs/day-input.tsx';
import { SelectInput } from '../../../components/inputs/select-input.tsx';
import { KeyButton } from '../../../components/key-button.tsx';
import { useService } from '../../../service/service-context.tsx';
import { useAsk } from '../../../service/use-ask.ts';

interface DeputyValues {
  readonly deputyId: string | null;
  readonly fromDay: Day | null;
  readonly untilDay: Day | null;
}

/** Names who approves in the person's own place. */
export function NameDeputy() {
  const t = useText();
  const me = usePerson().personId;
  const today = useToday();
  const service = useService();
  const { message } = App.useApp();
  const people = useAsk(service.people.list, undefined, { shows: ['person'] });
  const choices = (people.data ?? [])
    .filter(({ id, active }) => active && id !== me)
    .map(({ id, name, findable }) => ({ value: id, label: name, findable }));
  const noneYet: DeputyValues = { deputyId: null, fromDay: today, untilDay: today };
  const draft = useDraft('deputy/new', noneYet);
  const form = useForm(draft, service.people.nameDeputy, {
    input: ({ deputyId, fromDay, untilDay }) => ({
      deputyId: deputyId ?? '',
      fromDay: fromDay ?? '',
      untilDay: untilDay ?? '',
    }),
    done: () => {
      const name = choices.find(({ value }) => value === draft.value.deputyId)?.label;
      void message.success(t('people.deputyNamed', { name }));
      draft.discard();
    },
  });
  return (
    <div className="inside">
      <Form form={form}>
        <Fields>
          <FormField form={form} name="deputyId" label="people.deputy" needed>
            {(bound) => <SelectInput {...bound} choices={choices} width={220} />}
          </FormField>
          <FormField form={form} name="fromDay" label="people.fromDay" needed>
            {(bound) => <DayInput {...bound} />}
          </FormField>
          <FormField form={form} name="untilDay" label="people.untilDay" needed>
            {(bound) => <DayInput {...bound} />}
          </FormField>
          <span />
          <div>
            <KeyButton
              primary
              submit
              label="people.nameDeputy"
              pending={form.pending}
              disabled={draft.value.deputyId === null}
              onPress={form.save}
            />
          </div>
        </Fields>
      </Form>
    </div>
  );
}

import { useState } from 'react';
import type { ToolDetail } from '#shared/contract/tools.contract.ts';
import { addDays } from '#shared/domain/days.ts';
import { useMayAct } from '../../app/session/may-act.ts';
import { usePerson } from '../../app/session/session.ts';
import { useText } from '../../app/text.ts';
import { useToday } from '../../app/use-today.ts';
import type { ActFields, AskedOf } from '../../components/acts/told-act.ts';
import { useActs } from '../../components/acts/use-acts.ts';
import { FormField } from '../../components/form/form.tsx';
import type { Form as FormOf } from '../../components/form/use-form.ts';
import { ChoiceButtons } from '../../components/inputs/choice-buttons.tsx';
import { DayInput } from '../../components/inputs/day-input.tsx';
import { MoneyInput } from '../../components/inputs/number-inputs.tsx';
import { ProseInput } from '../../components/inputs/prose-input.tsx';
import { SearchPick } from '../../components/inputs/search-pick.tsx';
import { SelectInput } from '../../components/inputs/select-input.tsx';
import { TextInput } from '../../components/inputs/text-input.tsx';
import { useService, type Service } from '../../service/service-context.tsx';
import { usePersonChoices } from './person-choices.ts';

type FieldsOf<Act extends 'lend' | 'takeBack' | 'markChecked' | 'lose'> = ActFields<
  AskedOf<Service['tools'][Act]>
>;
const usualLoanDays = 7;

/** What can be done with a tool now. */
export function useToolActs(tool: ToolDetail) {
  const today = useToday();
  const { tools } = useService();
  const { personId } = usePerson();
  const mayLose = useMayAct('tool')('lose', tool.state);
  const { loseAskReason, loseAskChargeFen, holderId } = tool;
  // Who may decide asks for a tool of their own alone, and nobody asks twice.
  const mustAsk = loseAskReason === null && (!mayLose || holderId === personId);
  return useActs('tool', tool, tools, {
    edit: false,
    lend: {
      keys: 'F9',
      start: { personId: null, caseId: null, dueBackDay: addDays(today, usualLoanDays), notes: '' },
      isLacking: (values) => values.personId === null || values.dueBackDay === null,
      fields: (form) => <LendFields form={form} />,
    },
    takeBack: {
      keys: 'F9',
      // A tool mostly comes back in order; a check is somebody's judgement.
      start: { isDamaged: false, remark: '' },
      isLacking: ({ isDamaged, remark }) => isDamaged && remark.trim() === '',
      fields: (form) => <TakeBackFields form={form} />,
    },
    markChecked: {
      keys: 'F7',
      start: { day: today, checkResult: null, remark: '' },
      isLacking: ({ day, checkResult, remark }) =>
        day === null || checkResult === null || (checkResult === 'notOk' && remark.trim() === ''),
      fields: (form) => <CheckFields form={form} />,
    },
    putBack: { keys: 'F10' },
    askLose: mustAsk && { start: { chargeFen: null }, fields: (form) => <ChargeField form={form} /> },
    // What was asked for is the usual answer.
    lose: {
      start: { reason: loseAskReason ?? '', chargeFen: loseAskChargeFen },
      fields: (form) => <ChargeField form={form} />,
    },
  });
}

function LendFields({ form }: FieldsOf<'lend'>) {
  const t = useText();
  const people = usePersonChoices();
  const { search } = useService();
  const [caseName, setCaseName] = useState('');
  return (
    <>
      <FormField form={form} name="personId" label="tools.borrower" needed>
        {(bound) => (
          <SelectInput {...bound} width={180} emptyLabel={t('tools.chooseBorrower')} choices={people} />
        )}
      </FormField>
      <FormField form={form} name="caseId" label="fields.caseId">
        {({ onChange }) => (
          <SearchPick
            label={caseName}
            placeholder={t('tools.findCase')}
            search={(text, signal) => search.all.call({ text, kinds: ['case'], limit: 12 }, { signal })}
            option={(hit) => ({ key: hit.id, title: hit.title, detail: hit.subtitle })}
            onPick={(hit) => {
              onChange(hit?.id ?? null);
              setCaseName(hit?.title ?? '');
            }}
          />
        )}
      </FormField>
      <FormField form={form} name="dueBackDay" label="tools.dueBack" needed>
        {(bound) => <DayInput {...bound} />}
      </FormField>
      <FormField form={form} name="notes" label="fields.notes">
        {(bound) => <TextInput {...bound} maxLength={200} />}
      </FormField>
    </>
  );
}

function TakeBackFields({ form }: FieldsOf<'takeBack'>) {
  const t = useText();
  return (
    <>
      <FormField form={form} name="isDamaged" label="tools.condition" needed>
        {({ value, onChange }) => (
          <ChoiceButtons
            value={value ? 'bad' : 'good'}
            choices={[
              { value: 'good', label: t('tools.inOrder') },
              { value: 'bad', label: t('tools.damaged'), tone: 'late' },
            ]}
            onChange={(next) => onChange(next === 'bad')}
          />
        )}
      </FormField>
      <RemarkField form={form} needed={form.draft.value.isDamaged} />
    </>
  );
}

function CheckFields({ form }: FieldsOf<'markChecked'>) {
  const t = useText();
  return (
    <>
      <FormField form={form} name="day" label="common.day" needed>
        {(bound) => <DayInput {...bound} />}
      </FormField>
      <FormField form={form} name="checkResult" label="tools.condition" needed>
        {(bound) => (
          <ChoiceButtons
            {...bound}
            choices={[
              { value: 'ok', label: t('tools.ok') },
              { value: 'notOk', label: t('tools.notOk'), tone: 'late' },
            ]}
          />
        )}
      </FormField>
      <RemarkField form={form} needed={form.draft.value.checkResult === 'notOk'} />
    </>
  );
}

/** What was wrong with the tool, where something was. */
function RemarkField<Values extends { readonly remark: string }>({
  form,
  needed,
}: {
  readonly form: FormOf<Values>;
  readonly needed: boolean;
}) {
  const t = useText();
  return (
    <FormField form={form} name="remark" label="tools.remark" needed={needed} hint={t('tools.remarkHint')}>
      {({ value, onChange }) => <ProseInput value={value} onChange={onChange} rows={2} maxLength={400} />}
    </FormField>
  );
}

function ChargeField({ form }: FieldsOf<'lose'>) {
  return (
    <FormField form={form} name="chargeFen" label="tools.charge">
      {(bound) => <MoneyInput {...bound} />}
    </FormField>
  );
}

import { useState } from 'react';
import { App } from 'antd';
import type { ToolDetail } from '#shared/contract/tools.contract.ts';
import { addDays } from '#shared/domain/days.ts';
import { useText } from '../../app/text.ts';
import { useToday } from '../../app/use-today.ts';
import { Field, Fields } from '../../components/form/field.tsx';
import { PlainForm } from '../../components/form/plain-form.tsx';
import { ChoiceButtons } from '../../components/inputs/choice-buttons.tsx';
import { DayInput } from '../../components/inputs/day-input.tsx';
import { MoneyInput } from '../../components/inputs/number-inputs.tsx';
import { ProseInput } from '../../components/inputs/prose-input.tsx';
import { SearchPick } from '../../components/inputs/search-pick.tsx';
import { SelectInput } from '../../components/inputs/select-input.tsx';
import { TextInput } from '../../components/inputs/text-input.tsx';
import { KeyButton } from '../../components/key-button.tsx';
import { useService } from '../../service/service-context.tsx';
import { useAct } from '../../service/use-act.ts';
import { usePersonChoices } from './person-choices.ts';

export const toolActs = ['lend', 'takeBack', 'markChecked', 'putBack', 'askLose', 'lose', 'retire'] as const;
export type ToolAct = (typeof toolActs)[number];

const usualLoanDays = 7;

/** What somebody has typed and chosen so far. */
interface Asked {
  readonly personId: string;
  readonly caseId: string | null;
  readonly caseName: string;
  readonly dueBackDay: string | null;
  readonly day: string | null;
  readonly verdict: 'good' | 'bad' | null;
  readonly words: string;
  readonly chargeFen: number | null;
}

/** Asks for what an act upon a tool must know, and performs it. */
export function ActPanel({
  tool: { id, version, loseAskReason, loseAskChargeFen },
  act,
  onDone,
}: {
  readonly tool: ToolDetail;
  readonly act: ToolAct;
  readonly onDone: () => void;
}) {
  const t = useText();
  const today = useToday();
  const people = usePersonChoices();
  const { tools, search } = useService();
  const { message } = App.useApp();
  const [values, setValues] = useState<Asked>({
    personId: '',
    caseId: null,
    caseName: '',
    dueBackDay: addDays(today, usualLoanDays),
    day: today,
    // A tool mostly comes back in order; a check is somebody's judgement.
    verdict: act === 'takeBack' ? 'good' : null,
    // What was asked for is the usual answer.
    words: act === 'lose' ? (loseAskReason ?? '') : '',
    chargeFen: act === 'lose' ? loseAskChargeFen : null,
  });
  const set = (changed: Partial<Asked>) => setValues({ ...values, ...changed });
  const options = {
    done: (saved: { readonly number: string; readonly version: number }) => {
      // A signature before the last changes nothing of the tool itself.
      const said = saved.version === version ? 'decisions.signedWaits' : 'tools.saved';
      void message.success(t(said, { number: saved.number }));
      onDone();
    },
  };
  const acts = {
    lend: useAct(tools.lend, options),
    takeBack: useAct(tools.takeBack, options),
    markChecked: useAct(tools.markChecked, options),
    askLose: useAct(tools.askLose, options),
    lose: useAct(tools.lose, options),
    putBack: useAct(tools.putBack, options),
    retire: useAct(tools.retire, options),
  };
  const { pending, trouble } = acts[act];
  const { personId, caseId, dueBackDay, day, verdict, words, chargeFen } = values;
  const perform = () => {
    const seen = { id, version };
    const isBad = verdict === 'bad';
    const runs: Record<ToolAct, () => unknown> = {
      lend: () => acts.lend.run({ ...seen, personId, caseId, dueBackDay: dueBackDay ?? '', notes: words }),
      takeBack: () => acts.takeBack.run({ ...seen, isDamaged: isBad, remark: words }),
      markChecked: () =>
        acts.markChecked.run({ ...seen, day: day ?? '', checkResult: isBad ? 'notOk' : 'ok', remark: words }),
      askLose: () => acts.askLose.run({ ...seen, reason: words, chargeFen }),
      lose: () => acts.lose.run({ ...seen, reason: words, chargeFen }),
      putBack: () => acts.putBack.run({ ...seen, reason: words }),
      retire: () => acts.retire.run({ ...seen, reason: words }),
    };
    runs[act]();
  };
  const judges = act === 'takeBack' || act === 'markChecked';
  const isLacking =
    (act === 'lend' && (personId === '' || dueBackDay === null)) ||
    (act === 'markChecked' && day === null) ||
    (judges && (verdict === null || (verdict === 'bad' && words.trim() === ''))) ||
    (!judges && act !== 'lend' && words.trim() === '');
  return (
    <div className="act-panel" data-testid="tool-act">
      <PlainForm trouble={trouble} onSave={() => !isLacking && perform()}>
        <b>{t(`tools.${act}`)}</b>
        {(act === 'putBack' || act === 'retire' || act === 'askLose') && (
          <span className="mut sm">{t(`tools.${act}Note`)}</span>
        )}
        <Fields>
          {act === 'lend' && (
            <>
              <Field label="tools.borrower" name="personId" trouble={trouble} needed>
                <SelectInput
                  autoFocus
                  width={180}
                  value={personId === '' ? null : personId}
                  emptyLabel={t('tools.chooseBorrower')}
                  choices={people}
                  onChange={(next) => set({ personId: next ?? '' })}
                />
              </Field>
              <Field label="fields.caseId" name="caseId" trouble={trouble}>
                <SearchPick
                  label={values.caseName}
                  placeholder={t('tools.findCase')}
                  search={(text, signal) => search.all.call({ text, kinds: ['case'], limit: 12 }, { signal })}
                  option={(hit) => ({ key: hit.id, title: hit.title, detail: hit.subtitle })}
                  onPick={(hit) => set({ caseId: hit?.id ?? null, caseName: hit?.title ?? '' })}
                />
              </Field>
              <Field label="tools.dueBack" name="dueBackDay" trouble={trouble} needed>
                <DayInput value={dueBackDay} onChange={(next) => set({ dueBackDay: next })} />
              </Field>
              <Field label="fields.notes" name="notes" trouble={trouble}>
                <TextInput maxLength={200} value={words} onChange={(next) => set({ words: next })} />
              </Field>
            </>
          )}
          {act === 'markChecked' && (
            <Field label="common.day" name="day" trouble={trouble} needed>
              <DayInput autoFocus value={day} onChange={(next) => set({ day: next })} />
            </Field>
          )}
          {judges && (
            <Field label="tools.condition" name="verdict" trouble={trouble} needed>
              <ChoiceButtons
                value={verdict}
                choices={[
                  { value: 'good', label: t(act === 'markChecked' ? 'tools.ok' : 'tools.inOrder') },
                  {
                    value: 'bad',
                    label: t(act === 'markChecked' ? 'tools.notOk' : 'tools.damaged'),
                    tone: 'late',
                  },
                ]}
                onChange={(next) => set({ verdict: next })}
              />
            </Field>
          )}
          {act !== 'lend' && (
            <Field
              label={judges ? 'tools.remark' : 'common.reason'}
              name={judges ? 'remark' : 'reason'}
              trouble={trouble}
              needed={!judges || verdict === 'bad'}
              hint={judges ? t('tools.remarkHint') : undefined}
            >
              <ProseInput
                autoFocus={act !== 'markChecked'}
                rows={2}
                maxLength={400}
                value={words}
                onChange={(next) => set({ words: next })}
              />
            </Field>
          )}
          {(act === 'lose' || act === 'askLose') && (
            <Field label="tools.charge" name="chargeFen" trouble={trouble}>
              <MoneyInput value={chargeFen} onChange={(next) => set({ chargeFen: next })} />
            </Field>
          )}
          <span />
          <div className="row tight">
            <KeyButton
              submit
              primary
              label={`tools.${act}`}
              pending={pending}
              disabled={isLacking}
              onPress={perform}
            />
            <KeyButton label="common.cancel" keys="Escape" onPress={onDone} />
          </div>
        </Fields>
      </PlainForm>
    </div>
  );
}

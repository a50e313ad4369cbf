import { useState } from 'react';
import { App } from 'antd';
import { useDraft } from '../../app/drafts/use-draft.ts';
import { useOpen } from '../../app/navigate.ts';
import { pathOfRecord } from '../../app/record-paths.ts';
import { useMay } from '../../app/session/session.ts';
import { useText } from '../../app/text.ts';
import { focusField } from '../../components/form/field-order.ts';
import { Field, Fields } from '../../components/form/field.tsx';
import { useFormPlace } from '../../components/form/form-place.ts';
import { PlainForm } from '../../components/form/plain-form.tsx';
import { ChoiceButtons } from '../../components/inputs/choice-buttons.tsx';
import { ProseInput } from '../../components/inputs/prose-input.tsx';
import { SearchPick } from '../../components/inputs/search-pick.tsx';
import { ReadingDoubt, nothingSaidOfReading } from '../../components/reading-doubt.tsx';
import type { SaidOfReading } from '../../components/reading-doubt.tsx';
import { KeyButton } from '../../components/key-button.tsx';
import { useService } from '../../service/service-context.tsx';
import { useAct } from '../../service/use-act.ts';
import { useAsk } from '../../service/use-ask.ts';
import { CallTime } from './call-time.tsx';
import { Candidates } from './candidates.tsx';
import { CaseChoice } from './case-choice.tsx';
import type { Contact } from './contact-detail.tsx';
import { newUnitInput } from './contact-draft.ts';
import type { Outcome, Picked } from './contact-draft.ts';
import { neededFor } from './needed.ts';
import type { Needed } from './needed.ts';
import { newUnitName } from './new-unit.ts';
import type { NewUnit } from './new-unit.ts';
import { NewCustomerHint } from './new-customer-hint.tsx';
import { UnitOrNewField } from './unit-or-new-field.tsx';

type OutcomeKind = Outcome['kind'];

/** Clears up a contact that was held: who it was, about what, and what becomes of it. */
export function ClarifyForm({ contact, onDone }: { readonly contact: Contact; readonly onDone: () => void }) {
  const t = useText();
  const service = useService();
  const open = useOpen();
  const { message } = App.useApp();
  const mayCreate = useMay()('customers.edit');
  const draft = useDraft(`contact/clarify/${contact.id}`, heldValues(contact), contact.version);
  const { customer, newCustomerName, unit, newUnit, summary, kind, answer, nextCallAt, joined } = draft.value;
  const { unknownCaller, counterReplaced, readingConfirmed } = draft.value;
  const likely = useAsk(
    service.contacts.likelyDuplicates,
    { telephone: contact.telephone, customerId: customer?.id ?? null, unitId: unit?.id ?? null },
    { shows: ['case'], enabled: kind === 'joinCase' || kind === 'openCase' },
  );
  const act = useAct(service.contacts.clarify, {
    keeper: draft.keeper,
    done: ({ caseId }) => {
      draft.discard();
      void message.success(t('contacts.clarified', { number: contact.number }));
      onDone();
      if (caseId !== null) open(pathOfRecord('case', caseId));
    },
  });
  const place = useFormPlace();
  const [missing, setMissing] = useState<readonly Needed[]>([]);
  const outcome = outcomeOf(kind, { answer, nextCallAt, caseId: joined?.id });
  const save = () => {
    if (!outcome) return;
    // Who has the number is the host's to find.
    const needed = neededFor(kind, { isCustomerKnown: true, newUnit, summary });
    setMissing(needed);
    const [first] = needed;
    if (first !== undefined) return void (place.element.current && focusField(place.element.current, first));
    void act.run({
      id: contact.id,
      version: draft.version ?? contact.version,
      customerId: customer?.id ?? null,
      unitId: unit?.id ?? null,
      newCustomer: newCustomerName === null ? null : { name: newCustomerName },
      newUnit: newUnitInput(newUnit),
      counterReplaced,
      readingConfirmed,
      unknownCaller: unknownCaller || (customer === null && unit === null && kind === 'toBeClarified'),
      summary,
      outcome,
    });
  };
  const pickCustomer = (next: Picked | null) => {
    act.forget();
    draft.set({ newCustomerName: null, customer: next, unknownCaller: false });
  };
  const nameNewCustomer = (name: string) => {
    act.forget();
    draft.set({ customer: null, newCustomerName: name.slice(0, 80) });
  };
  const pickUnit = (next: Picked | null) => {
    act.forget();
    draft.set({ newUnit: null, unit: next, ...nothingSaidOfReading });
  };
  const changeSummary = (next: string) => {
    setMissing([]);
    draft.set({ summary: next });
  };
  const giveUp = () => {
    draft.discard();
    onDone();
  };

  return (
    <div className="outcome" data-testid="clarify-form">
      <PlainForm trouble={act.trouble} place={place} onSave={save}>
        <b>{t('contacts.clarifyTitle')}</b>
        <Candidates
          trouble={act.trouble}
          onPick={pickCustomer}
          onNone={() => {
            act.forget();
            draft.set({ unknownCaller: true });
          }}
        />
        <ReadingDoubt
          trouble={act.trouble}
          said={{ counterReplaced, readingConfirmed }}
          onSay={(said) => draft.set(said)}
        />
        <Fields>
          <Field
            label="fields.customerName"
            name="customerId"
            trouble={act.trouble}
            hint={newCustomerName === null ? undefined : <NewCustomerHint />}
          >
            <SearchPick
              autoFocus={customer === null}
              label={newCustomerName ?? customer?.name ?? ''}
              placeholder={t(
                mayCreate ? 'contacts.customerPlaceholder' : 'contacts.knownCustomerPlaceholder',
              )}
              search={(text, signal) =>
                service.search.all.call({ text, kinds: ['customer'], limit: 12 }, { signal })
              }
              option={({ id, title, subtitle }) => ({ key: id, title, detail: subtitle })}
              onPick={(hit) => pickCustomer(hit && { id: hit.id, name: hit.title })}
              onCreate={mayCreate ? nameNewCustomer : undefined}
            />
          </Field>
          <UnitOrNewField
            shown={newUnit ? newUnitName(newUnit) : (unit?.name ?? '')}
            newUnit={newUnit}
            onPick={pickUnit}
            onNew={(next) => {
              setMissing([]);
              draft.set({ unit: null, newUnit: next });
            }}
            onTake={pickUnit}
            missing={missing}
            trouble={act.trouble}
          />
          <Field
            label="fields.summary"
            name="summary"
            trouble={act.trouble}
            fault={missing.includes('summary') ? t('contacts.summaryNeeded') : undefined}
          >
            <ProseInput
              autoFocus={contact.customerId !== null}
              rows={2}
              maxLength={4000}
              value={summary}
              onChange={changeSummary}
            />
          </Field>
          <Field label="contacts.outcome" name="outcome.kind" trouble={act.trouble}>
            <ChoiceButtons
              value={kind}
              onChange={(next) => draft.set({ kind: next })}
              choices={[
                { value: 'answered', label: t('contacts.clarifyAnswered') },
                { value: 'openCase', label: t('contacts.clarifyOpen') },
                { value: 'joinCase', label: t('contacts.clarifyJoin') },
                { value: 'toBeClarified', label: t('contacts.clarifyHold') },
              ]}
            />
          </Field>
          {kind === 'answered' && (
            <Field label="fields.answer" name="outcome.answer" trouble={act.trouble}>
              <ProseInput
                rows={2}
                maxLength={4000}
                value={answer}
                onChange={(next) => draft.set({ answer: next })}
              />
            </Field>
          )}
          {kind === 'toBeClarified' && (
            <Field label="fields.nextCallAt" name="outcome.nextCallAt" trouble={act.trouble}>
              <CallTime value={nextCallAt} onChange={(next) => draft.set({ nextCallAt: next })} />
            </Field>
          )}
          {kind === 'joinCase' && (
            <Field label="fields.caseNumber" name="outcome.caseId" trouble={act.trouble}>
              <CaseChoice
                offered={likely.data ?? []}
                chosen={joined}
                onChoose={(next) => draft.set({ joined: next })}
              />
            </Field>
          )}
          {kind === 'openCase' && (likely.data?.length ?? 0) > 0 && (
            <Field label="fields.caseNumber" name="outcome.ownerId">
              <span className="soon field-value">
                {t('contacts.duplicates', { count: likely.data?.length ?? 0 })}
              </span>
            </Field>
          )}
        </Fields>
        <div className="row tight">
          <KeyButton
            primary
            submit
            label="common.save"
            shownKeys="Ctrl+S"
            pending={act.pending}
            disabled={!outcome}
            onPress={save}
          />
          <KeyButton label="common.cancel" keys="Escape" onPress={giveUp} />
        </div>
      </PlainForm>
    </div>
  );
}

interface ClarifyValues extends SaidOfReading {
  readonly unknownCaller: boolean;
  readonly customer: Picked | null;
  readonly newCustomerName: string | null;
  readonly unit: Picked | null;
  readonly newUnit: NewUnit | null;
  readonly summary: string;
  readonly kind: OutcomeKind;
  readonly answer: string;
  readonly nextCallAt: number | null;
  readonly joined: Picked | null;
}

/** What is known of a contact that was held. */
function heldValues(contact: Contact): ClarifyValues {
  return {
    customer: picked(contact.customerId, contact.customerName),
    newCustomerName: null,
    unit: picked(contact.unitId, contact.unitName),
    newUnit: null,
    summary: contact.summary,
    kind: 'answered',
    answer: '',
    nextCallAt: contact.nextCallAt,
    joined: null,
    unknownCaller: false,
    ...nothingSaidOfReading,
  };
}

function outcomeOf(
  kind: OutcomeKind,
  given: { readonly answer: string; readonly nextCallAt: number | null; readonly caseId: string | undefined },
): Outcome | undefined {
  switch (kind) {
    case 'answered':
      return { kind, answer: given.answer };
    case 'toBeClarified':
      return { kind, nextCallAt: given.nextCallAt };
    case 'joinCase':
      return given.caseId === undefined ? undefined : { kind, caseId: given.caseId };
    case 'openCase':
      return { kind, ownerId: null };
    default:
      return undefined;
  }
}

function picked(id: string | null, name: string): Picked | null {
  return id === null ? null : { id, name };
}

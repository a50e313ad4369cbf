import { dayOf } from '#shared/domain/days.ts';
import { categories, contactKinds, faultGroups, urgencies } from '#shared/domain/states.ts';
import { stateWord } from '../../app/state-word.ts';
import { useText } from '../../app/text.ts';
import { useNow } from '../../app/use-now.ts';
import { CellField } from '../../components/form/cell-field.tsx';
import { Field, Fields } from '../../components/form/field.tsx';
import { ChoiceButtons } from '../../components/inputs/choice-buttons.tsx';
import { DayInput } from '../../components/inputs/day-input.tsx';
import { CountInput } from '../../components/inputs/number-inputs.tsx';
import { ReadingDoubt, nothingSaidOfReading } from '../../components/reading-doubt.tsx';
import { ProseInput } from '../../components/inputs/prose-input.tsx';
import { TextInput } from '../../components/inputs/text-input.tsx';
import { formatCount } from '../../components/inputs/parse-count.ts';
import { isOfReading } from '../../service/trouble.ts';
import { CustomerField, UnitField } from './caller-fields.tsx';
import { categoryOf, groupedNumber } from './contact-draft.ts';
import type { ContactCard } from './use-contact-card.ts';

/** Who calls, and about which unit. */
export function CallerFields({ contact }: { readonly contact: ContactCard }) {
  const t = useText();
  const { draft, set, parties, trouble } = contact;
  const { value } = draft;
  const isCall = contact.name === 'call';
  return (
    <Fields>
      {isCall ? <NumberField contact={contact} /> : <LetterFields contact={contact} />}
      <Field label={isCall ? 'fields.callerName' : 'contacts.senderName'} name="callerName" trouble={trouble}>
        <div className="two-in-row">
          <TextInput
            value={parties.callerName}
            maxLength={40}
            onChange={(callerName) => set({ callerName })}
            suffix={
              contact.card?.person?.position && <span className="mut sm">{contact.card.person.position}</span>
            }
          />
          {!isCall && (
            <TextInput
              value={value.telephone}
              maxLength={40}
              inputMode="tel"
              placeholder={t('fields.telephone')}
              onChange={(telephone) => set({ telephone: groupedNumber(telephone) })}
            />
          )}
        </div>
      </Field>
      <CustomerField contact={contact} />
      <UnitField contact={contact} />
      <ReadingField contact={contact} />
    </Fields>
  );
}

/** What it is about. */
export function SubjectFields({ contact }: { readonly contact: ContactCard }) {
  const t = useText();
  const { draft, set, trouble, missing } = contact;
  const { value } = draft;
  const choices = <Value extends string>(list: string, values: readonly Value[]) =>
    values.map((one) => ({ value: one, label: stateWord(t, list, one) }));
  return (
    <Fields>
      <Field label="fields.category" name="category" trouble={trouble}>
        <ChoiceButtons
          numbered
          value={categoryOf(value, contact.deciding === 'answer')}
          onChange={(category) => set({ category })}
          choices={choices('category', categories)}
        />
      </Field>
      <Field label="fields.faultGroup" name="faultGroup" trouble={trouble}>
        <ChoiceButtons
          value={value.faultGroup}
          onChange={(faultGroup) => set({ faultGroup })}
          onClear={() => set({ faultGroup: null })}
          choices={choices('faultGroup', faultGroups)}
        />
      </Field>
      <Field
        label={contact.name === 'call' ? 'contacts.symptom' : 'contacts.letterSummary'}
        name="summary"
        trouble={trouble}
        fault={missing.includes('summary') ? t('contacts.summaryNeeded') : undefined}
      >
        <ProseInput
          value={value.summary}
          maxLength={4000}
          rows={contact.name === 'call' ? 2 : 4}
          onChange={(summary) => set({ summary })}
        />
      </Field>
      <Field label="fields.urgency" name="urgency" trouble={trouble}>
        <ChoiceButtons
          value={value.urgency}
          onChange={(urgency) => set({ urgency })}
          choices={urgencies.map((urgency) => ({
            value: urgency,
            label: stateWord(t, 'urgency', urgency),
            tone:
              urgency === 'outOfService'
                ? ('late' as const)
                : urgency === 'limping'
                  ? ('soon' as const)
                  : undefined,
          }))}
        />
      </Field>
    </Fields>
  );
}

function NumberField({ contact: { draft, set, trouble } }: { readonly contact: ContactCard }) {
  const { telephone, direction } = draft.value;
  return (
    <Field
      label={direction === 'in' ? 'contacts.callerNumber' : 'contacts.calledNumber'}
      name="telephone"
      trouble={trouble}
    >
      <TextInput
        className="caller-number"
        autoFocus
        value={telephone}
        maxLength={40}
        inputMode="tel"
        autoComplete="off"
        onChange={(typed) => set({ telephone: groupedNumber(typed) })}
      />
    </Field>
  );
}

/** They turned to us, or we to them: beside the title, out of the way of Enter. */
export function DirectionSwitch({ contact: { name, draft, set } }: { readonly contact: ContactCard }) {
  const t = useText();
  const other = draft.value.direction === 'in' ? 'out' : 'in';
  return (
    <button type="button" className="link sm" onClick={() => set({ direction: other })}>
      {t('contacts.turnInto', { kind: t(`contacts.${other}_${name}`) })}
    </button>
  );
}

function LetterFields({ contact: { draft, set, trouble } }: { readonly contact: ContactCard }) {
  const t = useText();
  const { value } = draft;
  return (
    <>
      <Field label="fields.contact_kind" name="kind" trouble={trouble}>
        <ChoiceButtons
          value={value.kind}
          onChange={(kind) => set({ kind })}
          choices={contactKinds
            .filter((kind) => kind !== 'call')
            .map((kind) => ({ value: kind, label: stateWord(t, 'contactKind', kind) }))}
        />
      </Field>
      <Field label="fields.receivedDay" name="receivedDay" trouble={trouble}>
        <DayInput value={value.receivedDay} onChange={(receivedDay) => set({ receivedDay })} />
      </Field>
      <Field label="fields.senderReference" name="senderReference" trouble={trouble}>
        <TextInput
          autoFocus
          value={value.senderReference}
          maxLength={60}
          onChange={(senderReference) => set({ senderReference })}
        />
      </Field>
    </>
  );
}

/** What the counters show; a doubtful reading is asked about here, and one below the last says so at once. */
function ReadingField({ contact }: { readonly contact: ContactCard }) {
  const t = useText();
  const today = dayOf(useNow());
  const { draft, set, parties, card, trouble } = contact;
  const unit = card?.units.find(({ id }) => id === parties.unitId);
  const { mileageKm, operatingHours, counterReplaced, readingConfirmed } = draft.value;
  const last =
    typeof unit?.mileageKm === 'number' && unit.mileageDay !== null
      ? t('contacts.lastReading', { day: shortDay(unit.mileageDay, today), km: formatCount(unit.mileageKm) })
      : undefined;
  const isBelow = typeof unit?.mileageKm === 'number' && mileageKm !== null && mileageKm < unit.mileageKm;
  return (
    <Field
      label="contacts.mileage"
      name="mileageKm"
      trouble={trouble}
      fault={isBelow && !counterReplaced && !isOfReading(trouble) ? last : undefined}
      hint={
        <ReadingDoubt
          trouble={trouble}
          isBelow={isBelow}
          said={{ counterReplaced, readingConfirmed }}
          onSay={set}
        />
      }
    >
      <div className="row two-counters">
        <CountInput
          width={140}
          value={mileageKm}
          onChange={(next) => set({ ...nothingSaidOfReading, mileageKm: next })}
          disabled={!parties.hasUnit}
          suffix={<span className="mut sm">km</span>}
        />
        <CellField label={t('fields.operatingHours')} name="operatingHours" trouble={trouble}>
          <CountInput
            width={120}
            value={operatingHours}
            onChange={(next) => set({ ...nothingSaidOfReading, operatingHours: next })}
            disabled={!parties.hasUnit}
            suffix={<span className="mut sm">h</span>}
          />
        </CellField>
        {!isBelow && <span className="mut sm cut">{last}</span>}
      </div>
    </Field>
  );
}

function shortDay(day: string, today: string): string {
  return day.slice(0, 4) === today.slice(0, 4) ? day.slice(5) : day;
}

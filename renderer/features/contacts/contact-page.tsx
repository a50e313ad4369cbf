import { useEffect } from 'react';
import { categories } from '#shared/domain/states.ts';
import { useShortcut } from '../../app/keyboard/use-shortcut.ts';
import { useWhereabouts } from '../../app/navigate.ts';
import { useText } from '../../app/text.ts';
import { Card } from '../../components/card.tsx';
import { focusField } from '../../components/form/field-order.ts';
import { PlainForm } from '../../components/form/plain-form.tsx';
import { KeyButton } from '../../components/key-button.tsx';
import { Page } from '../../components/page.tsx';
import { CallTimer } from './call-timer.tsx';
import { CallerSide } from './caller-side.tsx';
import { CallerFields, DirectionSwitch, SubjectFields } from './contact-fields.tsx';
import { groupedNumber } from './contact-draft.ts';
import { LetterScans } from './letter-scans.tsx';
import { OutcomePanel, joinable } from './outcome-panel.tsx';
import { useContactCard } from './use-contact-card.ts';
import type { ContactCard } from './use-contact-card.ts';
import { WarrantyWords } from './warranty-words.tsx';
import './calls.css';

/** F2: a call, from the first ring to a record in seconds. */
export function CallPage() {
  const contact = useContactCard('call');
  return <ContactPage contact={contact} />;
}

/** F4: a letter, fax, e-mail, message or visit. */
export function LetterPage() {
  const contact = useContactCard('letter');
  return <ContactPage contact={contact} />;
}

function ContactPage({ contact }: { readonly contact: ContactCard }) {
  const t = useText();
  const { draft, parties, name } = contact;
  const { value, isChanged, isRestored } = draft;
  const calling = useHandedNumber(contact);
  // Pressed again, the key that opened the card leads back to its number.
  useShortcut('F2', () => focusField(document.body, 'telephone'), 'contacts.newCall', {
    enabled: name === 'call',
  });
  useShortcut('Escape', () => backToFields(contact), 'common.cancel', { enabled: contact.deciding !== null });
  const unit = contact.card?.units.find(({ id }) => id === parties.unitId);
  return (
    <Page
      title={t(`contacts.${value.direction}_${name}`)}
      beside={
        <>
          <DirectionSwitch contact={contact} />
          {name === 'call' && value.startedAt !== null && <CallTimer since={value.startedAt} />}
          <span className="mut cut" data-testid="draft-note">
            {[
              t('contacts.provisional'),
              isRestored ? t('common.draftRestored') : isChanged ? t('common.draftKept') : '',
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
          {isChanged && (
            <button type="button" className="link sm" onClick={draft.discard}>
              {t('contacts.discard')}
            </button>
          )}
        </>
      }
      acts={<Acts contact={contact} />}
    >
      <div className="contact-card">
        <Card fill>
          <div className="inside contact-form scroll">
            <PlainForm
              key={draft.round}
              trouble={contact.trouble}
              place={contact.place}
              onSave={() => void contact.save(held(contact))}
            >
              {calling !== undefined && <AnotherCall contact={contact} number={calling} />}
              <CallerFields contact={contact} />
              <hr className="rule" />
              <SubjectFields contact={contact} />
              {name === 'letter' && <LetterScans contact={contact} />}
              <OutcomePanel contact={contact} />
              {value.newUnit !== null && <NothingToJudge />}
              {parties.unitId !== null && (
                <>
                  <hr className="rule" />
                  <WarrantyWords
                    key={`${parties.unitId}/${value.faultGroup}`}
                    faultGroup={value.faultGroup}
                    unit={{
                      id: parties.unitId,
                      mileageKm: readingToJudge(value, unit?.mileageKm ?? null),
                      operatingHours: value.operatingHours,
                    }}
                  />
                </>
              )}
            </PlainForm>
          </div>
        </Card>
        <CallerSide contact={contact} />
      </div>
      <CategoryKeys contact={contact} />
    </Page>
  );
}

/** Kilometres below the last reading are doubtful, and no warranty is told upon them. */
function readingToJudge(
  { mileageKm, counterReplaced }: ContactCard['draft']['value'],
  lastKm: number | null,
): number | null {
  if (mileageKm === null || lastKm === null || counterReplaced) return mileageKm ?? lastKm;
  return Math.max(mileageKm, lastKm);
}

/** Leaves the question that a key has asked, and the rest of the card as it is. */
function backToFields({ setDeciding, place }: ContactCard) {
  setDeciding(null);
  if (place.element.current) focusField(place.element.current, 'summary');
}

/** A unit that is only being made has no sale day to judge by. */
function NothingToJudge() {
  const t = useText();
  return (
    <>
      <hr className="rule" />
      <div className="row" data-testid="nothing-to-judge">
        <b>{t('contacts.warranty')}</b>
        <span className="mut">{t('contacts.newUnitWarranty')}</span>
      </div>
    </>
  );
}

/** F6 to F9: the first press asks for what is missing, the second saves; where nothing is missing the first one saves. */
function Acts({ contact }: { readonly contact: ContactCard }) {
  const { draft, deciding, decide, save, pending, duplicates } = contact;
  const { answer, joinedCase, summary } = draft.value;
  const clarify = () => (deciding === 'clarify' ? void save(held(contact)) : decide('clarify'));
  const answered = () => (deciding === 'answer' ? void save({ kind: 'answered', answer }) : decide('answer'));
  const join = () => {
    if (joinedCase !== null && deciding === 'join')
      return void save({ kind: 'joinCase', caseId: joinedCase.id });
    const [only, ...more] = joinable(contact);
    if (joinedCase === null && only && more.length === 0)
      contact.set({ joinedCase: { id: only.id, name: only.number } });
    decide('join');
  };
  const openCase = () => {
    // A case about nothing is asked what it is about before it is held against others.
    if (duplicates.length > 0 && deciding !== 'open' && summary.trim() !== '') return decide('open');
    void save({ kind: 'openCase', ownerId: null });
  };
  return (
    <>
      <KeyButton
        label="contacts.clarifyAct"
        keys="F6"
        chosen={deciding === 'clarify'}
        pending={pending}
        onPress={clarify}
      />
      <KeyButton
        label="contacts.answeredAct"
        keys="F7"
        chosen={deciding === 'answer'}
        pending={pending}
        onPress={answered}
      />
      <KeyButton
        label="contacts.joinAct"
        keys="F8"
        chosen={deciding === 'join'}
        pending={pending}
        onPress={join}
      />
      <KeyButton primary label="contacts.openAct" keys="F9" pending={pending} onPress={openCase} />
    </>
  );
}

/** Alt and a digit choose the category from any field. */
function CategoryKeys({ contact }: { readonly contact: ContactCard }) {
  return categories.map((category, index) => (
    <CategoryKey key={category} keys={`Alt+${index + 1}`} onPress={() => contact.set({ category })} />
  ));
}

function CategoryKey({ keys, onPress }: { readonly keys: string; readonly onPress: () => void }) {
  useShortcut(keys, onPress, 'contacts.categoryKey');
  return null;
}

/** A telephone program has handed over a number while another call is still on the card. */
function AnotherCall({ contact, number }: { readonly contact: ContactCard; readonly number: string }) {
  const t = useText();
  return (
    <div className="banner soon" role="alert">
      <span className="grow">{t('contacts.anotherCall', { number })}</span>
      <button type="button" className="link" onClick={() => void contact.save(held(contact), stay)}>
        {t('contacts.holdAndSwitch')}
      </button>
    </div>
  );
}

/** Puts the number of the address on an empty card; gives it back while another call is still there. */
function useHandedNumber(contact: ContactCard): string | undefined {
  const { search } = useWhereabouts();
  const handed = search['number'];
  const number = typeof handed === 'string' || typeof handed === 'number' ? String(handed) : '';
  const { draft, set } = contact;
  const isOther = number !== '' && plain(draft.value.telephone) !== plain(number);
  const isFree = isOther && !draft.isChanged;
  useEffect(() => {
    if (isFree) set({ telephone: groupedNumber(number) });
    // Once for each number that is handed over.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [isFree, number]);
  return isOther && !isFree ? number : undefined;
}

/** The card is empty after it was saved, and takes the number that waits by itself. */
function stay(): void {}

function held({ draft }: ContactCard) {
  return { kind: 'toBeClarified', nextCallAt: draft.value.nextCallAt } as const;
}

function plain(telephone: string): string {
  return telephone.replaceAll(/\D/g, '');
}

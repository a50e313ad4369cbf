import { useEffect } from 'react';
import { assertNever } from '#shared/domain/assert.ts';
import { useText } from '../../app/text.ts';
import { focusField } from '../../components/form/field-order.ts';
import { Field, Fields } from '../../components/form/field.tsx';
import { ProseInput } from '../../components/inputs/prose-input.tsx';
import { CallTime } from './call-time.tsx';
import { CaseChoice } from './case-choice.tsx';
import type { ContactCard } from './use-contact-card.ts';

/** What the key that was pressed still wants to know; pressed again it saves. */
export function OutcomePanel({ contact }: { readonly contact: ContactCard }) {
  const t = useText();
  const { deciding, duplicates, draft, set, trouble, place } = contact;
  const { element } = place;
  useEffect(() => {
    if (deciding === 'clarify' && element.current) focusField(element.current, 'outcome.nextCallAt');
  }, [deciding, element]);
  if (deciding === null) return duplicates.length > 0 ? <DuplicatesStrip contact={contact} /> : null;
  switch (deciding) {
    case 'answer':
      return (
        <div className="outcome" data-testid="outcome-answer">
          <Fields>
            <Field
              label="fields.answer"
              name="outcome.answer"
              trouble={trouble}
              hint={t('contacts.answerHint')}
            >
              <ProseInput
                autoFocus
                value={draft.value.answer}
                maxLength={4000}
                rows={2}
                onChange={(answer) => set({ answer })}
              />
            </Field>
          </Fields>
        </div>
      );
    case 'clarify':
      return (
        <div className="outcome" data-testid="outcome-clarify">
          <Fields>
            <Field
              label="fields.nextCallAt"
              name="outcome.nextCallAt"
              trouble={trouble}
              hint={t('contacts.clarifyHint')}
            >
              <CallTime value={draft.value.nextCallAt} onChange={(nextCallAt) => set({ nextCallAt })} />
            </Field>
          </Fields>
        </div>
      );
    case 'join':
      return (
        <div className="outcome" data-testid="outcome-join">
          <Fields>
            <Field
              label="fields.caseNumber"
              name="outcome.caseId"
              trouble={trouble}
              hint={t('contacts.joinHint')}
            >
              <CaseChoice
                takesFocus
                offered={joinable(contact)}
                chosen={draft.value.joinedCase}
                onChoose={(joinedCase) => set({ joinedCase })}
              />
            </Field>
          </Fields>
        </div>
      );
    case 'open':
      return duplicates.length > 0 ? <DuplicatesStrip contact={contact} /> : null;
    default:
      return assertNever(deciding);
  }
}

/** The cases offered for joining: the likely ones first, then the customer's other open ones. */
export function joinable({ duplicates, card }: Pick<ContactCard, 'duplicates' | 'card'>) {
  const others = (card?.openCases ?? []).filter(({ id }) => !duplicates.some((one) => one.id === id));
  return [...duplicates, ...others];
}

/** Open cases that may be what the caller means, shown before a second one is opened. */
function DuplicatesStrip({
  contact: { duplicates, draft, set, setDeciding },
}: {
  readonly contact: ContactCard;
}) {
  const t = useText();
  return (
    <div className="outcome attention" data-testid="duplicates">
      <div className="row">
        <b className="soon">{t('contacts.duplicates', { count: duplicates.length })}</b>
        <span className="mut sm">{t('contacts.duplicatesHint')}</span>
      </div>
      <CaseChoice
        anyOther={false}
        offered={duplicates.slice(0, 3)}
        chosen={draft.value.joinedCase}
        onChoose={(joinedCase) => {
          set({ joinedCase });
          setDeciding(joinedCase && 'join');
        }}
      />
    </div>
  );
}

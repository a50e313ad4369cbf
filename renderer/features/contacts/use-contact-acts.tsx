import { stateWord } from '../../app/state-word.ts';
import { useText, type Text } from '../../app/text.ts';
import type { AnswerOf } from '../../components/acts/told-act.ts';
import { useActs } from '../../components/acts/use-acts.ts';
import { useService, type Service } from '../../service/service-context.tsx';
import { ClarifyForm } from './clarify-form.tsx';
import type { Contact } from './contact-detail.tsx';

/** What can be done with a contact of the register. */
export function useContactActs(contact: Contact) {
  const t = useText();
  const { contacts } = useService();
  return useActs('contact', contact, contacts, {
    clarify: {
      keys: 'F6',
      primary: true,
      panel: (close) => <ClarifyForm contact={contact} onDone={close} />,
    },
    void: { danger: true, said: (voided) => voidedWords(voided, t) },
  });
}

/** What went with the entry, and what stays that it had made. */
function voidedWords(voided: AnswerOf<Service['contacts']['void']>, t: Text): string {
  const { number, readingCount, telephones, stays } = voided;
  const names = stays.map(({ kind, name }) => `${stateWord(t, 'recordKind', kind)} ${name}`);
  const told = [
    t('contacts.voidDone', { number }),
    readingCount > 0 ? t('contacts.voidedReadings') : '',
    telephones.length > 0 ? t('contacts.voidedTelephones', { numbers: t.listed(telephones) }) : '',
    names.length > 0 ? t('contacts.voidedStays', { names: t.listed(names) }) : '',
  ];
  return t.clauses(told.filter((line) => line !== ''));
}

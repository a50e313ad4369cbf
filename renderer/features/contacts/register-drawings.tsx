import type { ContactRow } from '#shared/contract/contacts.contract.ts';
import type { ContactState } from '#shared/nouns/contact.card.ts';
import type { Text } from '../../app/text.ts';
import { urgencyTones } from '../../components/case-tags.tsx';
import { Tag } from '../../components/tag.tsx';
import type { Tone } from '../../components/tag.tsx';
import type { Drawings } from '../../grid/told-columns.tsx';

const stateTones: Readonly<Record<ContactState, Tone | undefined>> = {
  toBeClarified: 'soon',
  answered: 'good',
  inCase: 'acc',
  void: undefined,
};

/** The state of a contact as a tag. */
export function ContactStateTag({ state, t }: { readonly state: ContactState; readonly t: Text }) {
  return <Tag tone={stateTones[state]}>{t(`states.contactState_${state}`)}</Tag>;
}

/** How the register draws what is more than words. */
export function drawingsIn(t: Text): Drawings<ContactRow> {
  return {
    kind: { draw: kindWords, text: kindWords },
    state: { draw: (row) => <ContactStateTag state={row.state} t={t} /> },
    customerName: { draw: customerWords, text: customerWords },
    urgency: { tone: (row) => urgencyTones[row.urgency] },
    nextCallAt: {
      tone: (row) => (row.nextCallAt !== null && row.nextCallAt < Date.now() ? 'late' : undefined),
    },
    personName: { tone: () => 'mut' },
  };

  function kindWords({ direction, kind }: ContactRow): string {
    return t(`contacts.${direction}_${kind}`);
  }
}

/** A caller whom nobody knows goes by the number. */
function customerWords({ customerName, telephone }: ContactRow): string {
  return customerName || telephone;
}

import type { ContactState } from '#shared/nouns/contact.card.ts';
import type { Text } from '../../app/text.ts';
import { urgencyTones } from '../../components/case-tags.tsx';
import { Tag } from '../../components/tag.tsx';
import type { Tone } from '../../components/tag.tsx';
import type { Column } from '../../grid/columns.tsx';
import type { Service } from '../../service/service-context.tsx';

type ContactRow = Awaited<ReturnType<Service['contacts']['list']['call']>>['rows'][number];

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

/** What the register shows of each call and letter. */
export function registerColumns(t: Text): readonly Column<ContactRow, 'at'>[] {
  const isLong = t.language === 'en';
  return [
    { key: 'at', label: 'common.at', kind: 'moment', width: 100, sort: 'at' },
    { key: 'number', label: 'common.number', width: 124 },
    {
      key: 'kind',
      label: 'contacts.kind',
      width: isLong ? 84 : 68,
      value: (row) => t(`contacts.${row.direction}_${row.kind}`),
    },
    {
      key: 'state',
      label: 'common.state',
      width: isLong ? 112 : 78,
      value: (row) => t(`states.contactState_${row.state}`),
      draw: (row) => <ContactStateTag state={row.state} t={t} />,
    },
    { key: 'callerName', label: 'contacts.callerName', width: 76 },
    { key: 'telephone', label: 'contacts.telephone', width: 124, hidden: true },
    {
      key: 'customerName',
      label: 'contacts.customer',
      grow: 2,
      width: 118,
      value: (row) => row.customerName || row.telephone,
    },
    { key: 'unitPlate', label: 'contacts.unit', width: 100, hidden: true },
    { key: 'summary', label: 'contacts.summary', grow: 3, width: 130 },
    {
      key: 'category',
      label: 'contacts.category',
      width: 70,
      hidden: true,
      value: (row) => t(`states.category_${row.category}`),
    },
    {
      key: 'urgency',
      label: 'contacts.urgency',
      width: 84,
      hidden: true,
      value: (row) => t(`states.urgency_${row.urgency}`),
      tone: (row) => urgencyTones[row.urgency],
    },
    { key: 'caseNumber', label: 'contacts.caseNumber', width: 128, hidden: true },
    {
      key: 'nextCallAt',
      label: 'contacts.nextCallAt',
      kind: 'moment',
      width: 100,
      hidden: true,
      tone: (row) => (row.nextCallAt !== null && row.nextCallAt < Date.now() ? 'late' : undefined),
    },
    { key: 'personName', label: 'contacts.recordedBy', width: 72, hidden: true, tone: () => 'mut' },
  ];
}

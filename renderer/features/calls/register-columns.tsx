import type { ContactState, Urgency } from '#shared/domain/states.ts';
import { stateWord } from '../../app/state-word.ts';
import type { Text } from '../../app/text.ts';
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

/** The colour of an urgency. */
export const urgencyTones: Readonly<Record<Urgency, Tone | undefined>> = {
  outOfService: 'late',
  limping: 'soon',
  notUrgent: undefined,
};

/** The state of a contact as a tag. */
export function ContactStateTag({ state, t }: { readonly state: ContactState; readonly t: Text }) {
  return <Tag tone={stateTones[state]}>{stateWord(t, 'contactState', state)}</Tag>;
}

/** What the register shows of each call and letter. */
export function registerColumns(t: Text): readonly Column<ContactRow, 'at'>[] {
  return [
    { key: 'at', label: 'common.at', kind: 'moment', width: 100, sort: 'at' },
    { key: 'number', label: 'common.number', width: 128 },
    {
      key: 'kind',
      label: 'contacts.kind',
      width: 74,
      value: (row) =>
        `${stateWord(t, 'contactDirection', row.direction)}${stateWord(t, 'contactKind', row.kind)}`,
    },
    {
      key: 'state',
      label: 'common.state',
      width: 82,
      value: (row) => stateWord(t, 'contactState', row.state),
      draw: (row) => <ContactStateTag state={row.state} t={t} />,
    },
    { key: 'callerName', label: 'contacts.callerName', width: 84 },
    { key: 'telephone', label: 'contacts.telephone', width: 122 },
    { key: 'customerName', label: 'contacts.customer', width: 130 },
    { key: 'unitPlate', label: 'contacts.unit', width: 100 },
    { key: 'summary', label: 'contacts.summary', grow: 1, width: 180 },
    {
      key: 'category',
      label: 'contacts.category',
      width: 70,
      hidden: true,
      value: (row) => stateWord(t, 'category', row.category),
    },
    {
      key: 'urgency',
      label: 'contacts.urgency',
      width: 84,
      hidden: true,
      value: (row) => stateWord(t, 'urgency', row.urgency),
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
    { key: 'personName', label: 'contacts.recordedBy', width: 76, tone: () => 'mut' },
  ];
}

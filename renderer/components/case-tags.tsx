import type { Urgency } from '#shared/domain/states.ts';
import type { CaseState } from '#shared/nouns/case.card.ts';
import { useText } from '../app/text.ts';
import { Tag } from './tag.tsx';
import type { Tone } from './tag.tsx';

const stateTones: Readonly<Record<CaseState, Tone | undefined>> = {
  registered: 'acc',
  toBeClarified: 'soon',
  assigned: 'acc',
  contacted: 'acc',
  inService: 'acc',
  awaitingParts: 'soon',
  awaitingCustomer: 'soon',
  resolved: 'good',
  confirmed: 'good',
  closed: undefined,
  void: undefined,
};

/** The colour of an urgency. */
export const urgencyTones: Readonly<Record<Urgency, Tone | undefined>> = {
  outOfService: 'late',
  limping: 'soon',
  notUrgent: undefined,
};

/** The state of a case as a tag. */
export function CaseStateTag({ state }: { readonly state: CaseState }) {
  const t = useText();
  return <Tag tone={stateTones[state]}>{t(`states.caseState_${state}`)}</Tag>;
}

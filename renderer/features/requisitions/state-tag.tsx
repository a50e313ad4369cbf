import { useText } from '../../app/text.ts';
import { Tag } from '../../components/tag.tsx';
import type { Tone } from '../../components/tag.tsx';
import type { Requisition } from './requisition-types.ts';

/** Where a requisition stands, in its colour. */
export function StateTag({ state }: Pick<Requisition, 'state'>) {
  const t = useText();
  return <Tag tone={tones[state]}>{t(`states.requisitionState_${state}`)}</Tag>;
}

const tones: Readonly<Record<Requisition['state'], Tone | undefined>> = {
  draft: undefined,
  submitted: 'acc',
  approved: 'acc',
  rejected: 'late',
  partlyIssued: 'soon',
  issued: 'soon',
  cleared: 'good',
  void: undefined,
};

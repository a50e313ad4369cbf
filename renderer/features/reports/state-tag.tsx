import type { ReportState } from '#shared/nouns/report.card.ts';
import { useText } from '../../app/text.ts';
import { Tag } from '../../components/tag.tsx';
import type { Tone } from '../../components/tag.tsx';

const tones: Readonly<Record<ReportState, Tone | undefined>> = {
  draft: 'soon',
  finished: 'acc',
  signed: 'soon',
  approved: 'good',
  filed: undefined,
  void: 'late',
};

/** The state of a report. */
export function StateTag({ state }: { readonly state: ReportState }) {
  const t = useText();
  return <Tag tone={tones[state]}>{t(`states.reportState_${state}`)}</Tag>;
}

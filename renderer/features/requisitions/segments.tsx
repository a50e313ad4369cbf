import { type RequisitionState, requisitionCard } from '#shared/nouns/requisition.card.ts';
import { useCounters } from '../../app/counters.ts';
import { useOpen } from '../../app/navigate.ts';
import type { Person } from '../../app/session/session.ts';
import { useText } from '../../app/text.ts';
import { KeyButton } from '../../components/key-button.tsx';

/** The parts of the list, in the order of the work. */
export const segments = ['toApprove', 'toIssue', 'uncleared', 'all'] as const;
export type Segment = (typeof segments)[number];

const { acts } = requisitionCard;
const statesOf: Readonly<Record<Segment, readonly RequisitionState[]>> = {
  toApprove: acts.approve.from,
  toIssue: acts.issue.from,
  uncleared: acts.clear.from,
  all: [],
};

/** The filter of a segment; the same object each time. */
export function filterOf(segment: Segment): { readonly states?: RequisitionState[] } {
  return filters[segment];
}

const filters: Readonly<Record<Segment, { readonly states?: RequisitionState[] }>> = {
  toApprove: { states: [...statesOf.toApprove] },
  toIssue: { states: [...statesOf.toIssue] },
  uncleared: { states: [...statesOf.uncleared] },
  all: {},
};

/** Who came first is served first; among all of them the newest stands on top. */
export function orderOf(segment: Segment): { readonly by: 'createdAt'; readonly descending: boolean } {
  return segment === 'all' ? newestFirst : oldestFirst;
}

const oldestFirst = { by: 'createdAt', descending: false } as const;
const newestFirst = { by: 'createdAt', descending: true } as const;

/** Where somebody's own work lies. */
export function ownSegment(permissions: Person['permissions']): Segment {
  if (permissions.includes('requisitions.issue')) return 'toIssue';
  return permissions.includes('requisitions.approve') ? 'toApprove' : 'all';
}

/** The segments side by side with how much waits in each, and the way to those who hold parts. */
export function Segments({
  chosen,
  onChoose,
}: {
  readonly chosen: Segment | 'holders';
  readonly onChoose: (segment: Segment) => void;
}) {
  const t = useText();
  const open = useOpen();
  const counters = useCounters();
  const counts: Readonly<Record<Segment, string>> = {
    toApprove: String(counters?.requisitionsToApprove ?? ''),
    toIssue: String(counters?.toIssue ?? ''),
    uncleared: '',
    all: '',
  };
  return (
    <div className="row tight">
      {segments.map((segment) => (
        <KeyButton key={segment} chosen={segment === chosen} onPress={() => onChoose(segment)}>
          {t(`requisitions.${segment}`)} {counts[segment]}
        </KeyButton>
      ))}
      <KeyButton chosen={chosen === 'holders'} onPress={() => open('/requisitions/holders')}>
        {t('requisitions.holders')}
      </KeyButton>
    </div>
  );
}

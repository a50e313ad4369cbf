import type { ReportState } from '#shared/nouns/report.card.ts';
import { useCounters } from '../../app/counters.ts';
import type { Person } from '../../app/session/session.ts';
import { useText } from '../../app/text.ts';
import { KeyButton } from '../../components/key-button.tsx';

/** The parts of the list, in the order of the work. */
export const segments = ['draft', 'finished', 'notBack', 'toDecide', 'approved', 'filed', 'all'] as const;
export type Segment = (typeof segments)[number];

interface Filter {
  readonly states?: ReportState[];
  readonly printedNotBack?: boolean;
  readonly toDecide?: boolean;
}

const filters: Readonly<Record<Segment, Filter>> = {
  draft: { states: ['draft'] },
  finished: { states: ['finished'] },
  notBack: { printedNotBack: true },
  toDecide: { toDecide: true },
  approved: { states: ['approved'] },
  filed: { states: ['filed'] },
  all: {},
};

/** The filter of a segment; the same object each time. */
export function filterOf(segment: Segment): Filter {
  return filters[segment];
}

const newestFirst = { by: 'createdAt', descending: true } as const;
const oldestFirst = { by: 'createdAt', descending: false } as const;

/** What waits longest stands on top where something waits; elsewhere the newest. */
export function orderOf(segment: Segment): { readonly by: 'createdAt'; readonly descending: boolean } {
  return segment === 'notBack' || segment === 'toDecide' || segment === 'approved'
    ? oldestFirst
    : newestFirst;
}

/** Where somebody's own work lies. */
export function ownSegment(permissions: Person['permissions']): Segment {
  if (permissions.includes('reports.approve')) return 'toDecide';
  return permissions.includes('reports.write') ? 'notBack' : 'all';
}

/** The segments side by side, with how much waits where that is known. */
export function Segments({
  chosen,
  onChoose,
}: {
  readonly chosen: Segment;
  readonly onChoose: (segment: Segment) => void;
}) {
  const t = useText();
  const counters = useCounters();
  const counts: Readonly<Partial<Record<Segment, number>>> = counters
    ? {
        notBack: counters.reportsNotBack,
        toDecide: counters.toApprove - counters.requisitionsToApprove,
      }
    : {};
  return (
    <div className="row tight segments">
      {segments.map((segment) => (
        <KeyButton key={segment} chosen={segment === chosen} onPress={() => onChoose(segment)}>
          {t(`reports.segment_${segment}`)} {counts[segment] || ''}
        </KeyButton>
      ))}
    </div>
  );
}

import type { Duties } from '../../desks/duties/duty.ts';
import { dutyCounters, urgentDuties } from '../../desks/duties/duties.queries.ts';
import { todayRow, type TodayCard } from './card.ts';

/** What the actor must see to by a moment, the first due first. */
export function dutiesOf(duties: Duties): TodayCard {
  return {
    kind: 'case',
    may: ['duties.view'],
    firstFor: [],
    count: async (tx) => {
      const { openCount, lateCount } = await dutyCounters(tx, duties);
      return { all: openCount, late: lateCount, amountFen: null };
    },
    rows: async (tx, _mine, limit) =>
      (await urgentDuties(tx, duties, tx.actor.personId, limit)).map((duty) =>
        todayRow({
          kind: duty.subjectKind,
          id: duty.subjectId,
          number: duty.number,
          summary: duty.about,
          who: duty.ownerName,
          since: duty.openedAt,
          dueAt: duty.dueAt,
          isLate: duty.state === 'late',
          marks: [{ word: `states.dutyKind_${duty.kind}`, tone: 'plain' }],
        }),
      ),
  };
}

import { isPlaced } from '#shared/nouns/index.ts';
import type { Deciders, Decisions } from '../../desks/decisions/decision.ts';
import { inbox, inboxCount } from '../../desks/decisions/inbox.queries.ts';
import { todayRow, type TodayCard } from './card.ts';

/** What waits for a decision of whoever looks: the inbox, with what stands out in each row. */
export function approvalsOf(decisions: Decisions, deciders: Deciders): TodayCard {
  return {
    kind: 'requisition',
    may: ['decisions.view'],
    firstFor: ['leader'],
    count: async (tx) => {
      const { count, amountFen } = await inboxCount(tx, decisions, deciders);
      return { all: count, late: 0, amountFen };
    },
    rows: async (tx, _mine, limit) => {
      const { rows } = await inbox(tx, decisions, deciders, {}, limit);
      return rows.flatMap(({ recordKind, ...row }) =>
        isPlaced(recordKind)
          ? [
              todayRow({
                kind: recordKind,
                id: row.recordId,
                number: row.number,
                summary: row.summary,
                who: row.askedByName,
                since: row.askedAt,
                amountFen: row.amountFen,
                marks: [
                  ...row.warnings.map((warning) => ({
                    word: `decisions.warning_${warning}`,
                    tone: 'soon' as const,
                  })),
                  { word: `decisions.kind_${row.kind.replace('.', '_')}`, tone: 'plain' as const },
                ],
              }),
            ]
          : [],
      );
    },
  };
}

import type { ReadTx } from '../../database/database.ts';
import { heldContacts } from './held-contacts.card.queries.ts';
import { oldPartsDue } from './old-parts-due.card.queries.ts';
import { openCases } from './open-cases.card.queries.ts';
import { reportsNotBack } from './reports-not-back.card.queries.ts';
import { countToDecide } from './to-decide.queries.ts';
import { toIssue } from './to-issue.card.queries.ts';

/** The numbers beside the places of the program, counted by the cards that show the same. */
export async function todayCounters(tx: ReadTx) {
  const decisions = await countToDecide(tx);
  return {
    openCases: (await openCases.count(tx, false)).all,
    toApprove: decisions.requisitions + decisions.reports,
    requisitionsToApprove: decisions.requisitions,
    toIssue: (await toIssue.count(tx, false)).all,
    oldPartsOverdue: (await oldPartsDue.count(tx, false)).late,
    reportsNotBack: (await reportsNotBack.count(tx, false)).all,
    toBeClarified: (await heldContacts.count(tx, false)).all,
  };
}

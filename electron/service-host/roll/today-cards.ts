import type { TodayCards } from '../views/today/page.queries.ts';
import { approvalsOf } from '../views/today/approvals.card.queries.ts';
import { belowMinimum } from '../views/today/below-minimum.card.queries.ts';
import { casesWithoutOwner } from '../views/today/cases-without-owner.card.queries.ts';
import { dutiesOf } from '../views/today/duties.card.queries.ts';
import { heldContacts } from '../views/today/held-contacts.card.queries.ts';
import { oldPartsDue } from '../views/today/old-parts-due.card.queries.ts';
import { openCases } from '../views/today/open-cases.card.queries.ts';
import { receiptDrafts } from '../views/today/receipt-drafts.card.queries.ts';
import { reportsNotBack } from '../views/today/reports-not-back.card.queries.ts';
import { sentBack } from '../views/today/sent-back.card.queries.ts';
import { toIssue } from '../views/today/to-issue.card.queries.ts';
import { deciders, decisions } from './decisions.ts';
import { duties } from './duties.ts';
import { uncleared } from '../views/today/uncleared.card.queries.ts';

/**
 * Every card of Today, in the order in which a person sees the cards that are not of a role of theirs. A card is one line
 * here, its file, and its name in both languages: `today.card_<name>`.
 */
export const todayCards = {
  approvals: approvalsOf(decisions, deciders),
  duties: dutiesOf(duties),
  heldContacts,
  casesWithoutOwner,
  openCases,
  toIssue,
  sentBack,
  receiptDrafts,
  uncleared,
  oldPartsDue,
  belowMinimum,
  reportsNotBack,
} as const satisfies TodayCards;

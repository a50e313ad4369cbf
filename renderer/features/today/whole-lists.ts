import type { TodayCardFacts } from '#shared/contract/today.contract.ts';
import { cards } from '#shared/nouns/index.ts';
import type { Text } from '../../app/text.ts';

/** The way to a whole list: where it stands, and what is chosen there, by the names of `useRemembered`. */
export interface WholeList {
  readonly label: string;
  readonly path: string;
  readonly choices: Readonly<Record<string, unknown>>;
}

type Target = Omit<WholeList, 'label'>;

/** Lists that are narrowed to what the card shows; any other card leads to the place of its noun. */
const narrowed: Readonly<Record<string, (isMine: boolean) => Target>> = {
  openCases: (isMine) => ({
    path: '/cases',
    choices: { 'cases/state': 'open', 'cases/mine': isMine, 'cases/withoutOwner': false },
  }),
  casesWithoutOwner: () => ({
    path: '/cases',
    choices: { 'cases/state': 'open', 'cases/mine': false, 'cases/withoutOwner': true },
  }),
  heldContacts: () => ({
    path: '/contacts',
    choices: { 'contacts/filter': { kind: null, state: 'toBeClarified', fromDay: null, untilDay: null } },
  }),
  duties: () => ({ path: '/duties', choices: {} }),
  approvals: () => ({ path: '/decisions', choices: {} }),
  toIssue: () => ({ path: '/requisitions', choices: { 'requisitions/segment': 'toIssue' } }),
  uncleared: () => ({ path: '/requisitions', choices: { 'requisitions/segment': 'uncleared' } }),
  oldPartsDue: () => ({ path: '/old-parts', choices: { 'oldParts/segment': 'due' } }),
  belowMinimum: () => ({
    path: '/stock/parts',
    choices: {
      'parts/choices': { onlyActive: true, belowMinimum: true, warehouseId: null, category: null },
    },
  }),
};

/** The ways from a card to all that it counts. */
export function wholeListsOf(card: TodayCardFacts, isMine: boolean, t: Text): readonly WholeList[] {
  const target = narrowed[card.name]?.(isMine) ?? { path: cards[card.kind].path, choices: {} };
  return [{ ...target, label: t('today.wholeList') }];
}

import type { ReactNode } from 'react';
import { useText } from '../../app/text.ts';
import { useOpenWith } from '../../grid/use-remembered.ts';

/** Where a list stands whole, and what is chosen there: names and values of `useRemembered`. */
interface Target {
  readonly path: string;
  readonly choices: Readonly<Record<string, unknown>>;
}

/** In the head of a card: says when it shows only the first of its rows, and leads to all of them in their own place. */
export function WholeList({
  shown,
  count,
  to,
}: {
  readonly shown: number;
  readonly count: number;
  readonly to: Target;
}) {
  const t = useText();
  if (count === 0) return null;
  return (
    <>
      <FirstShown shown={shown} count={count} />
      <ToWhole to={to}>{t('today.wholeList')}</ToWhole>
    </>
  );
}

/** Says how many rows are shown where there are more. */
export function FirstShown({ shown, count }: { readonly shown: number; readonly count: number }) {
  const t = useText();
  return shown < count && <span className="mut sm keeps">{t('today.firstShown', { shown })}</span>;
}

/** The way to a whole list. */
export function ToWhole({ to, children }: { readonly to: Target; readonly children: ReactNode }) {
  const openWith = useOpenWith();
  return (
    <button type="button" className="link sm keeps" onClick={() => openWith(to.path, to.choices)}>
      {children}
    </button>
  );
}

/** The lists of the day in their own places. */
export const wholeLists = {
  openCases: (isMine: boolean): Target => ({
    path: '/cases',
    choices: { 'cases/state': 'open', 'cases/mine': isMine, 'cases/withoutOwner': false },
  }),
  casesWithoutOwner: {
    path: '/cases',
    choices: { 'cases/state': 'open', 'cases/mine': false, 'cases/withoutOwner': true },
  },
  toBeClarified: {
    path: '/contacts',
    choices: { 'contacts/filter': { kind: null, state: 'toBeClarified', fromDay: null, untilDay: null } },
  },
  requisitionsToApprove: { path: '/requisitions', choices: { 'requisitions/segment': 'toApprove' } },
  reportsToDecide: { path: '/reports', choices: { 'reports/segment': 'toDecide' } },
  oldPartsDue: { path: '/old-parts', choices: { 'oldParts/segment': 'due' } },
  belowMinimum: {
    path: '/stock/parts',
    choices: {
      'parts/choices': { onlyActive: true, belowMinimum: true, warehouseId: null, category: null },
    },
  },
} as const;

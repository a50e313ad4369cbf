import { newId } from '#shared/domain/ids.ts';
import type { Fen } from '#shared/domain/money.ts';
import type { Quantity } from '#shared/domain/quantities.ts';
import type { ClearingKind } from '#shared/domain/states.ts';
import type { IssueLine, Requisition } from './requisition-types.ts';

/** How a drawn line, or a part of it, is accounted for, as it is typed; `kind` null while nothing is said. */
export interface ClearRow {
  readonly key: string;
  readonly issueLineId: string;
  readonly kind: ClearingKind | null;
  readonly quantity: Quantity | null;
  readonly reportId: string;
  readonly accountId: string;
  readonly reason: string;
  readonly chargeFen: Fen | null;
}

/** The fields of a row, empty. */
export const blankRow: ClearRow = {
  key: '',
  issueLineId: '',
  kind: null,
  quantity: null,
  reportId: '',
  accountId: '',
  reason: '',
  chargeFen: null,
};

/** The lines of a requisition that nobody has accounted for in full. */
export function openLinesOf({ issues }: Pick<Requisition, 'issues'>): readonly IssueLine[] {
  return issues.flatMap((issue) => issue.lines).filter((line) => line.clearedQuantity < line.quantity);
}

/** A row for each open line, about all that is open of it. */
export function rowsToBegin(requisition: Pick<Requisition, 'issues'>): readonly ClearRow[] {
  return openLinesOf(requisition).map((line) => rowFor(line, line.quantity - line.clearedQuantity));
}

/** A row about some of a line; what comes back is offered the bin it was taken from. */
export function rowFor(line: IssueLine, quantity: Quantity | null): ClearRow {
  return {
    key: newId<'row'>(),
    issueLineId: line.id,
    kind: null,
    quantity,
    reportId: '',
    accountId: line.accountId,
    reason: '',
    chargeFen: null,
  };
}

interface Cleared {
  readonly issueLineId: string;
  readonly quantity: Quantity;
}
type ClearedLine =
  | (Cleared & { readonly kind: 'installed'; readonly reportId: string })
  | (Cleared & { readonly kind: 'returned'; readonly accountId: string })
  | (Cleared & { readonly kind: 'lost'; readonly reason: string; readonly chargeFen: Fen });

/** What is sent: the rows that say what happened to how much. */
export function rowsToClear(rows: readonly ClearRow[]): readonly ClearedLine[] {
  return rows.flatMap((row): readonly ClearedLine[] => {
    const { issueLineId, kind, reportId, accountId, reason, chargeFen } = row;
    const quantity = row.quantity ?? 0;
    if (quantity === 0) return [];
    if (kind === 'installed') return [{ kind, issueLineId, quantity, reportId }];
    if (kind === 'returned') return [{ kind, issueLineId, quantity, accountId }];
    if (kind === 'lost') return [{ kind, issueLineId, quantity, reason, chargeFen: chargeFen ?? 0 }];
    return [];
  });
}

/** What a row still lacks to be sent, as the name of its field. */
export function lackingIn(row: ClearRow): 'quantity' | 'reportId' | 'accountId' | 'reason' | undefined {
  // Nought is said on purpose; an empty field is forgotten, and what it was about would stay open unnoticed.
  if (row.kind !== null && row.quantity === null) return 'quantity';
  if (row.kind === 'installed' && row.reportId === '') return 'reportId';
  if (row.kind === 'returned' && row.accountId === '') return 'accountId';
  if (row.kind === 'lost' && row.reason.trim() === '') return 'reason';
  return undefined;
}

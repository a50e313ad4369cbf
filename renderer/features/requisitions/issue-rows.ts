import { newId } from '#shared/domain/ids.ts';
import type { Quantity } from '#shared/domain/quantities.ts';
import type { Requisition, RequisitionLine } from './requisition-types.ts';

/** One handing-over out of one bin, as it is typed. */
export interface IssueRow {
  readonly key: string;
  readonly requisitionLineId: string;
  readonly partId: string;
  /** '' while no bin is chosen. */
  readonly accountId: string;
  readonly quantity: Quantity | null;
}

/** The fields of a row, empty. */
export const blankRow: IssueRow = {
  key: '',
  requisitionLineId: '',
  partId: '',
  accountId: '',
  quantity: null,
};

/** What a requisition still waits for, taken out of as few bins as will do; lines that no bin can serve get an empty row. */
export function proposedRows(requisition: Pick<Requisition, 'lines'>): readonly IssueRow[] {
  const left = new Map<string, Quantity>();
  return requisition.lines.flatMap((line) => {
    const rows: IssueRow[] = [];
    const row = (accountId: string, quantity: Quantity | null) =>
      rows.push({
        key: newId<'row'>(),
        requisitionLineId: line.id,
        partId: line.partId,
        accountId,
        quantity,
      });
    let open = line.quantity - line.issuedQuantity;
    if (open <= 0) return rows;
    for (const bin of line.bins.toSorted((one, other) => other.quantity - one.quantity)) {
      const name = `${line.partId}/${bin.accountId}`;
      const there = left.get(name) ?? bin.quantity;
      const taken = Math.min(open, there);
      if (taken <= 0) continue;
      left.set(name, there - taken);
      open -= taken;
      row(bin.accountId, taken);
    }
    if (rows.length === 0) row('', null);
    return rows;
  });
}

/** What is sent: the rows that say how much out of which bin. */
export function rowsToIssue(rows: readonly IssueRow[]) {
  return rows.flatMap(({ requisitionLineId, partId, accountId, quantity }) =>
    accountId === '' || quantity === null || quantity === 0
      ? []
      : [{ requisitionLineId, partId, accountId, quantity }],
  );
}

/** Whether a row says how much but not out of which bin: handed over, it would not be in the books. */
export function lacksBin({ accountId, quantity }: IssueRow): boolean {
  return accountId === '' && quantity !== null && quantity > 0;
}

/** How much of a line is about to be issued in all. */
export function quantityOfLine(rows: readonly IssueRow[], requisitionLineId: string): Quantity {
  return rows
    .filter((row) => row.requisitionLineId === requisitionLineId)
    .reduce((sum, row) => sum + (row.quantity ?? 0), 0);
}

/** The row that a scanned part belongs to: the first of that part that was not scanned yet, else the first of all. */
export function rowOfPart(
  rows: readonly IssueRow[],
  scanned: ReadonlySet<string>,
  partId: string,
): IssueRow | undefined {
  const own = rows.filter((row) => row.partId === partId);
  return own.find((row) => !scanned.has(row.key)) ?? own[0];
}

/** The rows with one for a substitute of a line; what was checked, and what can be given of the part itself, stays. */
export function withSubstitute(
  rows: readonly IssueRow[],
  scanned: ReadonlySet<string>,
  line: RequisitionLine,
  partId: string,
): { readonly rows: readonly IssueRow[]; readonly key: string } {
  const own = rows.filter((row) => row.requisitionLineId === line.id);
  const isOpen = quantityOfLine(rows, line.id) < line.quantity - line.issuedQuantity;
  const free = own.find((row) => row.quantity === null) ?? (isOpen ? undefined : own[0]);
  const last = own.at(-1);
  if (free && !scanned.has(free.key)) {
    const taken = { ...free, partId, accountId: '' };
    return { rows: rows.map((row) => (row === free ? taken : row)), key: free.key };
  }
  const key = newId<'row'>();
  const added = { key, requisitionLineId: line.id, partId, accountId: '', quantity: null };
  return { rows: rows.flatMap((row) => (row === last ? [row, added] : [row])), key };
}

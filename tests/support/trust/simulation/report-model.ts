import type { ReportState } from '#shared/nouns/report.card.ts';
import type { ShopPerson } from '../shop.ts';
import type { ModelIssueLine } from './office-model.ts';

/** A service report as it ought to be. Quantities in thousandths. */
export interface ModelReport {
  readonly id: string;
  version: number;
  state: ReportState;
  readonly caseId: string;
  readonly createdBy: ShopPerson;
  takenOverBy: ShopPerson | undefined;
  /** Who changed or finished it, and who did the work it tells of. */
  readonly writers: Set<ShopPerson>;
  technicians: readonly ShopPerson[];
  lines: readonly { readonly issueLine: ModelIssueLine; readonly quantity: number }[];
  /** Whether anybody has written more than what the case knew. */
  isFilled: boolean;
  /** Whether what the last print says is what is held. */
  printed: 'never' | 'stale' | 'held';
  wasSigned: boolean;
  /** The scan of the signed paper, once somebody attached one. */
  scanId: string;
  /** What was cleared by this report of each drawn line. */
  readonly cleared: Map<ModelIssueLine, number>;
}

const onPaper: readonly ReportState[] = ['finished', 'signed', 'approved', 'filed'];

/** So much of a drawn line does a report list. */
export function listedIn(report: ModelReport, line: ModelIssueLine): number {
  return report.lines.reduce((sum, one) => (one.issueLine === line ? sum + one.quantity : sum), 0);
}

/** So much of a drawn line do papers say was installed that nobody has cleared by them yet. */
export function claimedOf(reports: readonly ModelReport[], line: ModelIssueLine): number {
  return reports
    .filter((report) => onPaper.includes(report.state))
    .reduce((sum, report) => sum + Math.max(0, listedIn(report, line) - (report.cleared.get(line) ?? 0)), 0);
}

/** Whether reports list more of a drawn line than was kept of it. */
export function isOverListed(reports: readonly ModelReport[], line: ModelIssueLine): boolean {
  const listed = reports
    .filter((report) => report.state !== 'void')
    .reduce((sum, report) => sum + listedIn(report, line), 0);
  return listed > line.quantity - line.goneQuantity;
}

/** Everybody whose own matter a report is. */
export function concernedByReport(report: ModelReport): ReadonlySet<ShopPerson> {
  const { createdBy, takenOverBy, technicians, writers } = report;
  return new Set([createdBy, ...(takenOverBy ? [takenOverBy] : []), ...technicians, ...writers]);
}

/** Whether somebody may write in a draft: whose it is, and who did the work. */
export function mayWriteReport(report: ModelReport, who: ShopPerson): boolean {
  return who === (report.takenOverBy ?? report.createdBy) || report.technicians.includes(who);
}

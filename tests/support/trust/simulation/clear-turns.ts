import { present } from '#shared/domain/assert.ts';
import type { ShopPerson } from '../shop.ts';
import { lookUpIssueLines } from './issue-turns.ts';
import {
  stateByLines,
  type ModelBalances,
  type ModelIssueLine,
  type ModelRequisition,
} from './office-model.ts';
import { claimedOf, listedIn, type ModelReport } from './report-model.ts';
import { firstOf, pieces, seenVersion, somebody, target, turn, type Turn, type World } from './turns.ts';

const scrap = 'OUT-SCRAP';
const customer = 'OUT-CUSTOMER';
const onePiece = 1000;

interface Clearing {
  readonly line: ModelIssueLine;
  readonly quantity: number;
  readonly kind: 'installed' | 'returned' | 'lost';
  readonly accountId: string;
  /** The report that says it was installed. */
  readonly report: ModelReport | undefined;
}

/** Somebody accounts for what was drawn: installed by a report, back into a bin, or lost with a leader's word. */
export async function clearParts(world: World): Promise<Turn | undefined> {
  const { chance, model } = world;
  const ready = model.requisitions.filter((one) => one.issueLines.some((line) => isInstalled(world, line)));
  const from = ready.length > 0 && chance.percent(50) ? ready : model.requisitions;
  const found = target(chance, from, ['partlyIssued', 'issued']);
  if (!found || found.issueLines.length === 0) return undefined;
  await lookUpIssueLines(world, found);
  const who = somebody(world, 'clear');
  const version = seenVersion(chance, found.version);
  const drawn = found.issueLines.filter((line) => line.clearedQuantity < line.quantity && chance.percent(70));
  const lines = (drawn.length === 0 ? found.issueLines.slice(-1) : drawn).map((line) =>
    wanted(world, found, line),
  );
  const balances = model.balances.copy();
  const expected =
    firstOf(
      [!model.may(who, 'clear'), 'NOT_PERMITTED'],
      [found.state !== 'partlyIssued' && found.state !== 'issued', 'WRONG_STATE'],
      [version !== found.version, 'CHANGED_MEANWHILE'],
    ) ?? firstRefusal(world, balances, found, who, lines);
  return turn(
    'clear parts',
    who,
    expected,
    (client, operationId) =>
      client.requisitions.clear({
        operationId,
        id: found.id,
        version,
        lines: lines.map((line) => inputOf(line)),
      }),
    (saved) => {
      model.balances = balances;
      for (const line of lines) keep(world, line);
      Object.assign(found, { version: saved.version, state: stateByLines(found.lines, found.isRestClosed) });
    },
  );
}

/** Lines that an approved report says were installed and nobody has cleared yet. */
export function installedLines(world: World): readonly ModelIssueLine[] {
  return world.model.requisitions
    .filter(({ state }) => state === 'partlyIssued' || state === 'issued')
    .flatMap(({ issueLines }) => issueLines.filter((line) => isInstalled(world, line)));
}

/** Whether an approved report says that some of it was installed, and nobody has cleared that yet. */
function isInstalled({ model }: World, line: ModelIssueLine): boolean {
  return model.reports.some(
    (report) => isApproved(report) && listedIn(report, line) > (report.cleared.get(line) ?? 0),
  );
}

function isApproved({ state }: ModelReport): boolean {
  return state === 'approved' || state === 'filed';
}

function wanted({ chance, model, bins }: World, found: ModelRequisition, line: ModelIssueLine): Clearing {
  const left = Math.max(onePiece, line.quantity - line.clearedQuantity);
  const reports = model.reports.filter((report) => report.caseId === found.caseId);
  const listing = reports.filter((report) => listedIn(report, line) > (report.cleared.get(line) ?? 0));
  const approved = listing.filter(isApproved);
  const likely = approved.length > 0 ? approved : listing.length > 0 ? listing : reports;
  const byReport = likely.length > 0 && chance.percent(approved.length > 0 ? 85 : 15);
  const report = byReport ? chance.oneOf(likely) : undefined;
  const listed = report ? listedIn(report, line) - (report.cleared.get(line) ?? 0) : 0;
  const fitting = report && listed > 0 ? Math.min(left, listed) : left;
  return {
    line,
    report,
    kind: report ? 'installed' : chance.percent(25) ? 'lost' : 'returned',
    accountId: chance.oneOf(bins),
    quantity: chance.percent(60) ? fitting : pieces(chance, 2),
  };
}

function inputOf({ line, kind, quantity, accountId, report }: Clearing) {
  const issueLineId = line.id;
  switch (kind) {
    case 'installed':
      return { kind, issueLineId, quantity, reportId: report?.id ?? '' };
    case 'returned':
      return { kind, issueLineId, quantity, accountId };
    default:
      return { kind, issueLineId, quantity, reason: '丢失', chargeFen: 0 };
  }
}

function firstRefusal(
  world: World,
  balances: ModelBalances,
  found: ModelRequisition,
  who: ShopPerson,
  lines: readonly Clearing[],
): string | undefined {
  for (const clearing of lines) {
    const refusal = refusalOf(world, found, who, clearing);
    if (refusal !== undefined) return refusal;
    const { line, kind, quantity, accountId } = clearing;
    const to = { installed: customer, returned: accountId, lost: scrap }[kind];
    const moved = balances.move(line.partId, found.holderId, to, quantity);
    present(moved, 'what a holder has drawn and not cleared, the holder holds');
  }
  return undefined;
}

function refusalOf(
  { model }: World,
  found: ModelRequisition,
  who: ShopPerson,
  { line, kind, quantity, report }: Clearing,
): string | undefined {
  const open = line.quantity - line.clearedQuantity;
  if (quantity > open) return 'MORE_THAN_ISSUED';
  if (report) {
    if (!isApproved(report)) return 'REPORT_NOT_APPROVED';
    if (listedIn(report, line) < (report.cleared.get(line) ?? 0) + quantity) return 'REPORT_LACKS_PART';
    const due = line.tags.filter((tag) => tag.state === 'due').length * onePiece;
    return due > open - quantity ? 'OLD_PART_MISSING' : undefined;
  }
  if (quantity > Math.max(0, open - claimedOf(model.reports, line))) return 'LISTED_IN_REPORT';
  if (kind !== 'lost') return undefined;
  const refusal = model.refusalToDecide(who, model.concernedBy(found));
  return firstOf([refusal === 'noRight', 'APPROVAL_REQUIRED'], [refusal === 'own', 'OWN_REQUISITION']);
}

function keep({ model }: World, { line, quantity, report }: Clearing): void {
  line.clearedQuantity += quantity;
  line.line.clearedQuantity += quantity;
  if (report) {
    model.clearedAsInstalled += 1;
    report.cleared.set(line, (report.cleared.get(line) ?? 0) + quantity);
    return;
  }
  line.goneQuantity += quantity;
  // Nothing was replaced, so nothing is due for it: the lowest numbers first.
  const due = line.tags.filter((tag) => tag.state === 'due').slice(0, quantity / onePiece);
  for (const tag of due) Object.assign(tag, { state: 'waived', version: tag.version + 1 });
}

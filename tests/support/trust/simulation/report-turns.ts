import type { ReportState } from '#shared/nouns/report.card.ts';
import { plainReport } from '#tests/support/plain-records.ts';
import { operation } from '../dose.ts';
import type { ShopPerson } from '../shop.ts';
import { lookUpIssueLines } from './issue-turns.ts';
import type { Deed, ModelIssueLine } from './office-model.ts';
import {
  concernedByReport,
  mayWriteReport,
  isOverListed,
  listedIn,
  type ModelReport,
} from './report-model.ts';
import {
  agree,
  firstOf,
  pieces,
  seenVersion,
  somebody,
  target,
  turn,
  type Turn,
  type World,
} from './turns.ts';

const unsigned: readonly ReportState[] = ['draft', 'finished'];

/** Somebody begins a report on a case, seldom before anything was drawn for it that no report lists. */
export function draftReport(world: World): Turn | undefined {
  const { chance, model, cases } = world;
  const caseId = chance.oneOf(cases);
  const isWaitedFor = drawnFor(world, caseId).some(({ line }) => isUnlisted(world, line));
  if (!isWaitedFor && chance.percent(90)) return undefined;
  const who = writer(world);
  return turn(
    'draft report',
    who,
    firstOf([!model.may(who, 'report'), 'NOT_PERMITTED']),
    (client, operationId) => client.reports.draft({ operationId, caseId }),
    ({ id, version }) =>
      model.reports.push({
        id,
        version,
        state: 'draft',
        caseId,
        createdBy: who,
        takenOverBy: undefined,
        writers: new Set(),
        technicians: likelyTechnicians(world, caseId, who),
        lines: [],
        isFilled: false,
        printed: 'never',
        wasSigned: false,
        scanId: '',
        cleared: new Map(),
      }),
  );
}

/** Somebody writes down what was done and which of the drawn parts were installed; seldom more than were drawn. */
export async function editReport(world: World): Promise<Turn | undefined> {
  const { chance, model, people } = world;
  const report = target(chance, model.reports, ['draft']);
  if (!report) return undefined;
  const lines = await installedLines(world, report);
  const technicians = [chance.oneOf(['technician', 'technician', 'clerk'] as const)];
  const finishedAt = world.now();
  return onReport(world, report, 'edit report', 'report', ['draft'], {
    refusal: (who) => {
      const others = model.reports.filter((one) => one !== report);
      const written = [...others, { ...report, lines }];
      return firstOf(
        [!mayWriteReport(report, who), 'OTHERS_DRAFT'],
        [lines.some((line) => isOverListed(written, line.issueLine)), 'MORE_THAN_ISSUED'],
      );
    },
    call: (client, operationId, at) =>
      client.reports.edit({
        operationId,
        ...at,
        ...plainReport,
        technicianIds: technicians.map((one) => people.get(one) ?? ''),
        finishedAt,
        noPartsReplaced: lines.length === 0,
        lines: lines.map(({ issueLine, quantity }) => ({
          partId: issueLine.partId,
          issueLineId: issueLine.id,
          quantity,
          reason: '漏水',
        })),
      }),
    keep: (who) => {
      Object.assign(report, { lines, technicians, isFilled: true });
      report.writers.add(who);
    },
  });
}

/** Somebody takes a draft over, their own too. */
export function takeOverReport(world: World): Turn | undefined {
  const report = target(world.chance, world.model.reports, ['draft']);
  if (!report) return undefined;
  return onReport(world, report, 'take over report', 'report', ['draft'], {
    call: (client, operationId, at) => client.reports.takeOver({ operationId, ...at }),
    keep: (who) => (report.takenOverBy = who),
  });
}

/** Those who drew parts for the case; else the technician who begins the report. */
function likelyTechnicians({ model }: World, caseId: string, who: ShopPerson): readonly ShopPerson[] {
  const drew = model.requisitions
    .filter((one) => one.caseId === caseId && one.state !== 'void')
    .flatMap((one) => model.holder(one.holderId) ?? []);
  return drew.length === 0 && who === 'technician' ? [who] : [...new Set(drew)];
}

/** Somebody finishes a report; what was given back since may stand in the way. */
export function finishReport(world: World): Turn | undefined {
  const { chance, model } = world;
  const filled = model.reports.filter((one) => one.isFilled);
  const report = target(chance, chance.percent(80) ? filled : model.reports, ['draft']);
  if (!report) return undefined;
  return onReport(world, report, 'finish report', 'report', ['draft'], {
    refusal: (who) =>
      firstOf(
        [!mayWriteReport(report, who), 'OTHERS_DRAFT'],
        [!report.isFilled, 'REPORT_INCOMPLETE'],
        [report.lines.some((line) => isOverListed(model.reports, line.issueLine)), 'MORE_THAN_ISSUED'],
      ),
    call: (client, operationId, at) => client.reports.finish({ operationId, ...at }),
    keep: (who) => {
      report.state = 'finished';
      report.writers.add(who);
    },
  });
}

/** Somebody opens a finished report again; what was printed of it is worth nothing then. */
export function reopenReport(world: World): Turn | undefined {
  const report = target(world.chance, world.model.reports, ['finished']);
  if (!report) return undefined;
  return onReport(world, report, 'reopen report', 'report', ['finished'], {
    call: (client, operationId, at) => client.reports.reopen({ operationId, ...at, reason: '漏写' }),
    keep: () => {
      report.state = 'draft';
      // The scan shows the paper that is worth nothing now.
      report.scanId = '';
      if (report.printed === 'held') report.printed = 'stale';
    },
  });
}

/** The paper is printed, mostly, and comes back signed with its scan. */
export async function signReport(world: World): Promise<Turn | undefined> {
  const { chance } = world;
  const report = target(chance, world.model.reports, ['finished']);
  if (!report) return undefined;
  if (report.state === 'finished' && chance.percent(85)) await print(world, report);
  if (report.printed === 'held' && report.scanId === '') report.scanId = await attachScan(world, report.id);
  const signedAt = world.now();
  return onReport(world, report, 'sign report', 'report', ['finished'], {
    refusal: () =>
      firstOf([report.printed === 'never', 'NOT_PRINTED'], [report.printed === 'stale', 'CONTENT_CHANGED']),
    call: (client, operationId, at) =>
      client.reports.sign({
        operationId,
        ...at,
        signedAt,
        signedBy: '周师傅',
        // Without a paper nobody asks for its scan.
        scanId: report.scanId || report.id,
        satisfaction: 'satisfied',
        customerRemarks: '',
      }),
    keep: () => Object.assign(report, { state: 'signed', wasSigned: true }),
  });
}

/** A leader, or who stands in for one, approves a signed report that is not their own. */
export function approveReport(world: World): Turn | undefined {
  const { chance, model } = world;
  const report = target(chance, model.reports, ['signed']);
  if (!report) return undefined;
  return onReport(world, report, 'approve report', 'decide', ['signed'], {
    refusal: (who) =>
      firstOf([model.refusalToDecide(who, concernedByReport(report)) === 'own', 'OWN_REPORT']),
    call: (client, operationId, at) => client.reports.approve({ operationId, ...at }),
    keep: (who) => {
      if (model.isDeputy(who)) model.decidedByDeputies += 1;
      report.state = 'approved';
    },
  });
}

/** An approved report is put into the file. */
export function fileReport(world: World): Turn | undefined {
  const report = target(world.chance, world.model.reports, ['approved']);
  if (!report) return undefined;
  return onReport(world, report, 'file report', 'decide', ['approved'], {
    call: (client, operationId, at) => client.reports.file({ operationId, ...at }),
    keep: () => (report.state = 'filed'),
  });
}

/** A leader gives up a report that nobody has signed. */
export function voidReport(world: World): Turn | undefined {
  const report = target(world.chance, world.model.reports, ['draft', 'finished']);
  if (!report) return undefined;
  return onReport(world, report, 'void report', 'decide', unsigned, {
    call: (client, operationId, at) => client.reports.void({ operationId, ...at, reason: '重复' }),
    keep: () => (report.state = 'void'),
  });
}

interface ReportDeed {
  readonly refusal?: (who: ShopPerson) => string | undefined;
  readonly call: (
    client: Parameters<Turn['send']>[0],
    operationId: string,
    at: { readonly id: string; readonly version: number },
  ) => Promise<{ readonly version: number }>;
  readonly keep: (who: ShopPerson) => unknown;
}

/** An act upon one report that wants it in certain states and as it was seen. */
function onReport(
  world: World,
  report: ModelReport,
  name: string,
  right: Deed,
  states: readonly ReportState[],
  deed: ReportDeed,
): Turn {
  const { chance, model } = world;
  const who = right === 'report' ? writer(world) : somebody(world, right);
  const version = seenVersion(chance, report.version);
  const isFrozen = report.wasSigned && states.every((state) => unsigned.includes(state));
  const expected =
    firstOf(
      [!model.may(who, right), 'NOT_PERMITTED'],
      [!states.includes(report.state), isFrozen ? 'REPORT_FROZEN' : 'WRONG_STATE'],
      [version !== report.version, 'CHANGED_MEANWHILE'],
    ) ?? deed.refusal?.(who);
  return turn(
    name,
    who,
    expected,
    (client, operationId) => deed.call(client, operationId, { id: report.id, version }),
    (saved) => {
      deed.keep(who);
      agree(`version after ${name}`, version + 1, saved.version);
      report.version = saved.version;
    },
  );
}

/** A report is seldom written by a leader, who could not approve it then. */
function writer(world: World): ShopPerson {
  return world.chance.percent(80)
    ? world.chance.oneOf(['technician', 'clerk'] as const)
    : somebody(world, 'report');
}

/** Up to three of the lines that were drawn for the case, mostly such as nobody has accounted for. */
async function installedLines(world: World, report: ModelReport) {
  const { chance } = world;
  const drawn = drawnFor(world, report.caseId);
  const open = drawn.filter(({ line }) => isUnlisted(world, line));
  const lines = new Map<ModelIssueLine, number>();
  const most = chance.percent(90) ? chance.between(1, 3) : 0;
  for (let count = most; count > 0 && drawn.length > 0; count -= 1) {
    const { one, line } = chance.oneOf(open.length > 0 && chance.percent(90) ? open : drawn);
    await lookUpIssueLines(world, one);
    const left = Math.max(1000, line.quantity - line.clearedQuantity);
    lines.set(line, chance.percent(80) ? left : pieces(chance, 3));
  }
  return [...lines].map(([issueLine, quantity]) => ({ issueLine, quantity }));
}

/** What was drawn for a case of late. */
function drawnFor({ model }: World, caseId: string) {
  const late = model.requisitions.filter((one) => one.caseId === caseId).slice(-40);
  return late.flatMap((one) => one.issueLines.map((line) => ({ one, line })));
}

/** Whether something of a drawn line is neither accounted for nor listed in a report. */
function isUnlisted({ model }: World, line: ModelIssueLine): boolean {
  const isListed = model.reports.some((report) => report.state !== 'void' && listedIn(report, line) > 0);
  return line.clearedQuantity < line.quantity && !isListed;
}

async function print(world: World, report: ModelReport): Promise<void> {
  await world.ask((client) =>
    client.papers.print({
      operationId: operation(),
      kind: 'service-report',
      documentId: report.id,
      language: 'zh-CN',
    }),
  );
  report.printed = 'held';
}

async function attachScan(world: World, reportId: string): Promise<string> {
  const scan = await world.ask((client) =>
    client.attachments.add({
      operationId: operation(),
      subjectKind: 'report',
      subjectId: reportId,
      purpose: 'scan',
      file: new File(['%PDF-1.7\n%'], 'scan.pdf'),
    }),
  );
  return scan.id;
}

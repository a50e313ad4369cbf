import { and, asc, eq, lt, ne, notExists, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { TodayRow } from '#shared/contract/today.contract.ts';
import type { ReadTx } from '../../database/database.ts';
import { given, statement } from '../../database/statement.ts';
import { worstVerdict } from '../../modules/requisitions/requisitions.rules.ts';
import { cases } from '../../schema/cases.tables.ts';
import { customers } from '../../schema/customers.tables.ts';
import { reportSupplements, serviceReports } from '../../schema/reports.tables.ts';
import { requisitions } from '../../schema/requisitions.tables.ts';
import { stockAccounts } from '../../schema/stock.tables.ts';
import { units } from '../../schema/units.tables.ts';
import { todayRow, type TodayCard } from './card.ts';
import { linesOf } from './requisition-rows.queries.ts';
import { inOneLine, partsSummary } from './today.rules.ts';

/** What waits for a decision. The card and the counters know no more of it than this. */
export interface WaitingDecisions {
  /** Requisitions and what they are worth, and reports that wait themselves or with a supplement, each once. */
  count(tx: ReadTx): Promise<{ requisitions: number; reports: number; amountFen: number }>;
  /** The first of them, the oldest first. */
  rows(tx: ReadTx, limit: number): Promise<readonly TodayRow[]>;
}

/** Submitted requisitions, signed reports, and reports with a new supplement. */
export const waitingDecisions: WaitingDecisions = {
  count: async (tx) => {
    const [submitted] = await tx.run(countRequisitions);
    const [signed] = await tx.run(countSignedReports);
    const [supplemented] = await tx.run(countSupplementedReports);
    return {
      requisitions: submitted?.count ?? 0,
      reports: (signed?.count ?? 0) + (supplemented?.count ?? 0),
      amountFen: submitted?.amountFen ?? 0,
    };
  },
  rows: async (tx, limit) =>
    [
      ...(await requisitionRows(tx, limit)),
      ...(await reportRows(tx, limit)),
      ...(await supplementRows(tx, limit)),
    ]
      .toSorted((one, other) => (one.since ?? 0) - (other.since ?? 0))
      .slice(0, limit),
};

/** What waits for a decision of somebody who may decide. */
export const approvals: TodayCard = {
  kind: 'requisition',
  may: ['requisitions.approve', 'reports.approve'],
  firstFor: ['leader'],
  count: async (tx) => {
    const { requisitions: some, reports, amountFen } = await waitingDecisions.count(tx);
    return { all: some + reports, late: 0, amountFen };
  },
  rows: (tx, _mine, limit) => waitingDecisions.rows(tx, limit),
};

async function requisitionRows(tx: ReadTx, limit: number): Promise<readonly TodayRow[]> {
  const found = await tx.run(findRequisitions, { limit });
  const lines = await linesOf(
    tx,
    found.map(({ id }) => id),
  );
  return found.map(({ submittedAt, createdAt, plate, ...row }) => {
    const own = lines.get(row.id) ?? [];
    const verdict = worstVerdict(own.map((line) => line.verdict));
    const tone = verdict === 'covered' ? 'plain' : 'soon';
    return todayRow({
      ...row,
      kind: 'requisition',
      summary: partsSummary(own.map(({ partName }) => partName)),
      about: plate ?? '',
      since: submittedAt ?? createdAt,
      marks: verdict === null ? [] : [{ word: `states.verdict_${verdict}`, tone }],
    });
  });
}

async function reportRows(tx: ReadTx, limit: number): Promise<readonly TodayRow[]> {
  return (await tx.run(findSignedReports, { limit })).map(
    ({ signedAt, createdAt, plate, customerName, ...row }) =>
      todayRow({
        ...row,
        kind: 'report',
        about: inOneLine([plate, customerName]),
        since: signedAt ?? createdAt,
        marks: [{ word: 'states.recordKind_report', tone: 'plain' }],
      }),
  );
}

async function supplementRows(tx: ReadTx, limit: number): Promise<readonly TodayRow[]> {
  return (await tx.run(findSupplements, { limit })).map((row) =>
    todayRow({ ...row, kind: 'report', marks: [{ word: 'today.supplement', tone: 'plain' }] }),
  );
}

const total = sql<number>`cast(count(*) as bigint)`;
const isSubmitted = eq(requisitions.state, 'submitted');
const isSigned = eq(serviceReports.state, 'signed');
/** A supplement of a report that was decided upon already; one that waits itself stands here anyway. */
const isSupplemented = and(eq(reportSupplements.state, 'submitted'), ne(serviceReports.state, 'signed'));

const countRequisitions = statement('today.approvals.requisitions.count', (db) =>
  db
    .select({
      count: total,
      amountFen: sql<number>`cast(coalesce(sum(${requisitions.amountFen}), 0) as bigint)`,
    })
    .from(requisitions)
    .where(isSubmitted),
);

const countSignedReports = statement('today.approvals.reports.count', (db) =>
  db.select({ count: total }).from(serviceReports).where(isSigned),
);

const countSupplementedReports = statement('today.approvals.supplements.count', (db) =>
  db
    .select({ count: sql<number>`cast(count(distinct ${reportSupplements.reportId}) as bigint)` })
    .from(reportSupplements)
    .innerJoin(serviceReports, eq(serviceReports.id, reportSupplements.reportId))
    .where(isSupplemented),
);

const findRequisitions = statement('today.approvals.requisitions', (db) =>
  db
    .select({
      id: requisitions.id,
      number: requisitions.number,
      plate: units.plate,
      who: stockAccounts.name,
      submittedAt: requisitions.submittedAt,
      createdAt: requisitions.createdAt,
      amountFen: requisitions.amountFen,
    })
    .from(requisitions)
    .innerJoin(stockAccounts, eq(stockAccounts.id, requisitions.holderAccountId))
    .leftJoin(units, eq(units.id, requisitions.unitId))
    .where(isSubmitted)
    .orderBy(asc(requisitions.createdAt), asc(requisitions.id))
    .limit(given('limit')),
);

const findSignedReports = statement('today.approvals.reports', (db) =>
  db
    .select({
      id: serviceReports.id,
      number: serviceReports.number,
      summary: serviceReports.symptom,
      customerName: customers.name,
      plate: units.plate,
      signedAt: serviceReports.signedAt,
      createdAt: serviceReports.createdAt,
    })
    .from(serviceReports)
    .innerJoin(cases, eq(cases.id, serviceReports.caseId))
    .innerJoin(customers, eq(customers.id, cases.customerId))
    .leftJoin(units, eq(units.id, serviceReports.unitId))
    .where(isSigned)
    .orderBy(asc(serviceReports.createdAt), asc(serviceReports.id))
    .limit(given('limit')),
);

/** Each report once, by the first of its supplements. */
const findSupplements = statement('today.approvals.supplements', (db) => {
  const earlier = alias(reportSupplements, 'earlier');
  const earlierOfTheSame = db
    .select({ one: sql`1` })
    .from(earlier)
    .where(
      and(
        eq(earlier.reportId, reportSupplements.reportId),
        eq(earlier.state, 'submitted'),
        lt(earlier.ordinal, reportSupplements.ordinal),
      ),
    );
  return db
    .select({
      id: reportSupplements.reportId,
      number: serviceReports.number,
      summary: reportSupplements.text,
      since: reportSupplements.writtenAt,
    })
    .from(reportSupplements)
    .innerJoin(serviceReports, eq(serviceReports.id, reportSupplements.reportId))
    .where(and(isSupplemented, notExists(earlierOfTheSame)))
    .orderBy(asc(reportSupplements.writtenAt), asc(reportSupplements.id))
    .limit(given('limit'));
});

import { and, asc, eq, isNotNull, lt, sql } from 'drizzle-orm';
import { given } from '../../database/statement.ts';
import { cases } from '../../schema/cases.tables.ts';
import { customers } from '../../schema/customers.tables.ts';
import { people } from '../../schema/people.tables.ts';
import { serviceReports } from '../../schema/reports.tables.ts';
import { units } from '../../schema/units.tables.ts';
import { counted, countOf, me, ownOrAll, run, todayRow, type TodayCard } from './card.ts';
import { inOneLine } from './today.rules.ts';

const dayMs = 86_400_000;
/** A printed report comes back signed within this time. */
const backWithinMs = 7 * dayMs;

/** Reports that were printed to be signed and have not come back, those out longest first. */
export const reportsNotBack: TodayCard = {
  kind: 'report',
  may: ['reports.view'],
  firstFor: ['clerk', 'technician'],
  count: async (tx, mine) => countOf(await run(tx, countOut, mine, { lateBefore: tx.now - backWithinMs })),
  rows: async (tx, mine, limit) =>
    (await run(tx, findOut, mine, { limit })).map(
      ({ id, number, symptom, plate, customerName, who, since }) => {
        const dueAt = since === null ? null : since + backWithinMs;
        return todayRow({
          kind: 'report',
          id,
          number,
          summary: symptom,
          about: inOneLine([plate, customerName]),
          who: who ?? '',
          since,
          dueAt,
          isLate: dueAt !== null && dueAt < tx.now,
        });
      },
    ),
};

const isOut = and(eq(serviceReports.state, 'finished'), isNotNull(serviceReports.firstPrintedAt));
const writer = sql`coalesce(${serviceReports.takenOverBy}, ${serviceReports.createdBy})`;

const countOut = ownOrAll('reportsNotBack.count', (db, own) =>
  db
    .select(counted(lt(serviceReports.firstPrintedAt, given('lateBefore'))))
    .from(serviceReports)
    .where(and(isOut, own(sql`${writer} = ${me}`))),
);

const findOut = ownOrAll('reportsNotBack', (db, own) =>
  db
    .select({
      id: serviceReports.id,
      number: serviceReports.number,
      symptom: serviceReports.symptom,
      plate: units.plate,
      customerName: customers.name,
      who: people.name,
      since: serviceReports.firstPrintedAt,
    })
    .from(serviceReports)
    .innerJoin(cases, eq(cases.id, serviceReports.caseId))
    .innerJoin(customers, eq(customers.id, cases.customerId))
    .leftJoin(units, eq(units.id, serviceReports.unitId))
    .leftJoin(people, sql`${people.id} = ${writer}`)
    .where(and(isOut, own(sql`${writer} = ${me}`)))
    .orderBy(asc(serviceReports.firstPrintedAt), asc(serviceReports.id))
    .limit(given('limit')),
);

import { and, asc, desc, eq, ne } from 'drizzle-orm';
import { refuse } from '#shared/contract/refusals.ts';
import type { ReadTx } from '../database/database.ts';
import { among } from '../database/read-page.ts';
import { given, statement } from '../database/statement.ts';
import { cases } from '../schema/cases.tables.ts';
import { customersNamed } from '../modules/customers/customers.named.queries.ts';
import { partsNamed } from '../modules/parts/parts.named.queries.ts';
import { serviceReportLines, serviceReports } from '../schema/reports.tables.ts';
import { findReadings } from '../modules/units/units.queries.ts';
import { components, products, units } from '../schema/units.tables.ts';

/** Services of a unit that its file shows. */
const servicesAtMost = 200;

/** A unit's whole file. Refuses NOT_FOUND. */
export async function getUnit(tx: ReadTx, { id }: { readonly id: string }) {
  const [found] = await tx.run(findUnit, { id });
  if (!found) return refuse('NOT_FOUND', { kind: 'unit' });
  const { unit, product } = found;
  return {
    ...unit,
    productCode: product.code,
    productName: product.name,
    productLine: product.productLine,
    customerName: (await customersNamed(tx, [unit.customerId]))(unit.customerId).name,
    readings: await tx.run(findReadings, { unitId: id }),
    components: await tx.run(findComponents, { unitId: id }),
    history: await unitHistory(tx, id),
  };
}

/** The services of a unit, newest first: each case with what was replaced and its last report. */
export async function unitHistory(tx: ReadTx, unitId: string) {
  const services = await tx.run(findCases, { unitId });
  const caseIds = services.map((service) => service.caseId);
  const reports = await reportsOf(tx, caseIds);
  const replaced = await replacedPartsOf(tx, caseIds);
  return services.map((service) => {
    const report = reports.findLast((one) => one.caseId === service.caseId);
    const names = replaced.filter((line) => line.caseId === service.caseId).map((line) => line.name);
    return {
      ...service,
      replacedParts: [...new Set(names)],
      reportNumber: report?.number ?? null,
      reportState: report?.state ?? null,
    };
  });
}

async function reportsOf(tx: ReadTx, caseIds: readonly string[]) {
  return tx.db
    .select({ caseId: serviceReports.caseId, number: serviceReports.number, state: serviceReports.state })
    .from(serviceReports)
    .where(and(among(serviceReports.caseId, caseIds), ne(serviceReports.state, 'void')))
    .orderBy(asc(serviceReports.createdAt), asc(serviceReports.id));
}

async function replacedPartsOf(tx: ReadTx, caseIds: readonly string[]) {
  const lines = await tx.db
    .select({ caseId: serviceReports.caseId, partId: serviceReportLines.partId })
    .from(serviceReports)
    .innerJoin(serviceReportLines, eq(serviceReportLines.reportId, serviceReports.id))
    .where(and(among(serviceReports.caseId, caseIds), ne(serviceReports.state, 'void')))
    .orderBy(asc(serviceReports.createdAt), asc(serviceReportLines.position));
  const part = await partsNamed(
    tx,
    lines.map((line) => line.partId),
  );
  return lines.map(({ caseId, partId }) => ({ caseId, name: part(partId).name }));
}

const findUnit = statement('units.find', (db) =>
  db
    .select({ unit: units, product: products })
    .from(units)
    .innerJoin(products, eq(products.id, units.productId))
    .where(eq(units.id, given('id'))),
);

const findComponents = statement('units.components', (db) =>
  db
    .select()
    .from(components)
    .where(eq(components.unitId, given('unitId')))
    .orderBy(asc(components.id)),
);

const findCases = statement('units.cases', (db) =>
  db
    .select({
      caseId: cases.id,
      caseNumber: cases.number,
      openedAt: cases.openedAt,
      symptom: cases.symptom,
      state: cases.state,
    })
    .from(cases)
    .where(and(eq(cases.unitId, given('unitId')), ne(cases.state, 'void')))
    .orderBy(desc(cases.openedAt), desc(cases.id))
    .limit(servicesAtMost),
);

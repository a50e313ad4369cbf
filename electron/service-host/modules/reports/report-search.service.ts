import { eq } from 'drizzle-orm';
import type { WriteTx } from '../../database/database.ts';
import { cases } from '../../schema/cases.tables.ts';
import { customers } from '../../schema/customers.tables.ts';
import { indexForSearch } from '../../desks/search/search.service.ts';
import { units } from '../../schema/units.tables.ts';
import { serviceReports } from '../../schema/reports.tables.ts';

/** Makes a report findable by its number, its case, its customer and its unit. */
export async function indexReport(tx: WriteTx, id: string): Promise<void> {
  const [row] = await tx.db
    .select({
      number: serviceReports.number,
      caseNumber: cases.number,
      customerName: customers.name,
      plate: units.plate,
      serialNumber: units.serialNumber,
    })
    .from(serviceReports)
    .innerJoin(cases, eq(cases.id, serviceReports.caseId))
    .innerJoin(customers, eq(customers.id, cases.customerId))
    .leftJoin(units, eq(units.id, serviceReports.unitId))
    .where(eq(serviceReports.id, id));
  if (!row) return;
  const texts = [row.number, row.caseNumber, row.customerName, row.plate ?? '', row.serialNumber ?? ''];
  await indexForSearch(tx, {
    kind: 'report',
    subjectId: id,
    title: row.number,
    subtitle: [row.customerName, row.plate ?? '', row.caseNumber].filter(Boolean).join(' · '),
    texts,
  });
}

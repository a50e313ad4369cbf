import { eq } from 'drizzle-orm';
import type { WriteTx } from '../../database/database.ts';
import { casesNamed } from '../cases/cases.named.queries.ts';
import { customersNamed } from '../customers/customers.named.queries.ts';
import { indexForSearch } from '../../desks/search/search.service.ts';
import { unitsNamed } from '../units/units.named.queries.ts';
import { serviceReports } from '../../schema/reports.tables.ts';

/** Makes a report findable by its number, its case, its customer and its unit. */
export async function indexReport(tx: WriteTx, id: string): Promise<void> {
  const [row] = await tx.db
    .select({
      number: serviceReports.number,
      caseId: serviceReports.caseId,
      unitId: serviceReports.unitId,
    })
    .from(serviceReports)
    .where(eq(serviceReports.id, id));
  if (!row) return;
  const { number: caseNumber, customerId } = (await casesNamed(tx, [row.caseId]))(row.caseId);
  const { name: customerName } = (await customersNamed(tx, [customerId]))(customerId);
  const { plate, serialNumber } = (await unitsNamed(tx, [row.unitId]))(row.unitId);
  const texts = [row.number, caseNumber, customerName, plate, serialNumber];
  await indexForSearch(tx, {
    kind: 'report',
    subjectId: id,
    title: row.number,
    subtitle: [customerName, plate, caseNumber].filter(Boolean).join(' · '),
    texts,
  });
}

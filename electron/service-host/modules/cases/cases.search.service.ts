import { eq } from 'drizzle-orm';
import type { WriteTx } from '../../database/database.ts';
import { given, statement } from '../../database/statement.ts';
import { customers } from '../../schema/customers.tables.ts';
import { indexForSearch } from '../../desks/search/search.service.ts';
import { units } from '../../schema/units.tables.ts';
import { cases } from '../../schema/cases.tables.ts';

/** How much of a long symptom the search knows. */
const charactersFound = 200;

/** Makes a case findable by its number, customer, unit and symptom, or brings its entry up to date. */
export async function indexCase(tx: WriteTx, caseId: string): Promise<void> {
  const [row] = await tx.run(findTexts, { id: caseId });
  if (!row) return;
  const { number, customerName } = row;
  const symptom = Array.from(row.symptom).slice(0, charactersFound).join('');
  const plate = row.plate ?? '';
  const serialNumber = row.serialNumber ?? '';
  await indexForSearch(tx, {
    kind: 'case',
    subjectId: caseId,
    title: number,
    subtitle: [plate || serialNumber, customerName, symptom].filter((text) => text !== '').join(' '),
    texts: [number, customerName, plate, serialNumber, symptom],
  });
}

const findTexts = statement('cases.findTexts', (db) =>
  db
    .select({
      number: cases.number,
      customerName: customers.name,
      plate: units.plate,
      serialNumber: units.serialNumber,
      symptom: cases.symptom,
    })
    .from(cases)
    .innerJoin(customers, eq(customers.id, cases.customerId))
    .leftJoin(units, eq(units.id, cases.unitId))
    .where(eq(cases.id, given('id'))),
);

import { eq } from 'drizzle-orm';
import type { WriteTx } from '../../database/database.ts';
import { given, statement } from '../../database/statement.ts';
import { customersNamed } from '../customers/customers.named.queries.ts';
import { indexForSearch } from '../../desks/search/search.service.ts';
import { unitsNamed } from '../units/units.named.queries.ts';
import { cases } from '../../schema/cases.tables.ts';

/** How much of a long symptom the search knows. */
const charactersFound = 200;

/** Makes a case findable by its number, customer, unit and symptom, or brings its entry up to date. */
export async function indexCase(tx: WriteTx, caseId: string): Promise<void> {
  const [row] = await tx.run(findTexts, { id: caseId });
  if (!row) return;
  const { number } = row;
  const { name: customerName } = (await customersNamed(tx, [row.customerId]))(row.customerId);
  const { plate, serialNumber } = (await unitsNamed(tx, [row.unitId]))(row.unitId);
  const symptom = Array.from(row.symptom).slice(0, charactersFound).join('');
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
      customerId: cases.customerId,
      unitId: cases.unitId,
      symptom: cases.symptom,
    })
    .from(cases)
    .where(eq(cases.id, given('id'))),
);

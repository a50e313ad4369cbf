import { and, asc, desc, eq, isNotNull, isNull } from 'drizzle-orm';
import { refuse } from '#shared/contract/refusals.ts';
import type { Id } from '#shared/domain/ids.ts';
import type { ReadTx } from '../database/database.ts';
import { given, statement } from '../database/statement.ts';
import { contactPersonsNamed, customersNamed } from '../modules/customers/customers.named.queries.ts';
import { peopleNamed } from '../modules/people/people.named.queries.ts';
import { telephones } from '../schema/customers.tables.ts';
import { products, readings, units } from '../schema/units.tables.ts';
import { eventsOf } from './case-events.queries.ts';
import {
  documentsOfCase,
  type CaseDocuments,
  type DocumentsOfCase,
} from '../modules/relations/case-documents.queries.ts';
import type { CaseDocument } from '../modules/relations/case-documents.rules.ts';
import { stepsOf, type StepFacts } from './case-steps.rules.ts';
import { cases } from '../schema/cases.tables.ts';

/** The nouns with documents of a case; a few of them tell its steps. */
type CaseRoll = CaseDocuments & {
  readonly judgement: TellsSteps<'judgements'>;
  readonly requisition: TellsSteps<'requisitions'>;
  readonly report: TellsSteps<'reports'>;
  readonly oldPart: TellsSteps<'oldParts'>;
};
type TellsSteps<Name extends 'judgements' | 'requisitions' | 'reports' | 'oldParts'> = DocumentsOfCase<
  CaseDocument & StepFacts[Name][number]
>;

/** A case with everything on its page, and the documents of the nouns in `roll`. Refuses NOT_FOUND. */
export async function getCase(tx: ReadTx, input: { readonly id: string }, roll: CaseRoll) {
  const [row] = await tx.run(findCase, { id: input.id });
  if (!row) return refuse('NOT_FOUND', { kind: 'case' });
  const events = await eventsOf(tx, row.id);
  const found = await documentsOfCase(tx, roll, row.id);
  const { contactPersonId, customerId, ownerId, policyId: _, ...shown } = row;
  return {
    ...shown,
    customerId,
    customerName: (await customersNamed(tx, [customerId]))(customerId).name,
    contactPersonId,
    contactPersonName: (await contactPersonsNamed(tx, [contactPersonId]))(contactPersonId).name,
    ownerId,
    ownerName: (await peopleNamed(tx, [ownerId]))(ownerId).name,
    telephone: await telephoneOf(tx, row.customerId, row.contactPersonId),
    unit: row.unitId === null ? null : await unitOf(tx, row.unitId),
    events,
    documents: inOrderOfTime(found),
    steps: [
      ...stepsOf({
        judgements: found.judgement,
        requisitions: found.requisition,
        reports: found.report,
        oldParts: found.oldPart,
        state: row.state,
        category: row.category,
        openedAt: row.openedAt,
        openedByName: events.findLast(({ kind }) => kind === 'registered')?.personName ?? '',
        closedAt: row.closedAt,
      }),
    ],
  };
}

/** Every document under its kind, with what the page shows of it. */
function inOrderOfTime(found: Readonly<Record<string, readonly CaseDocument[]>>) {
  return Object.entries(found)
    .flatMap(([kind, rows]) => rows.map(({ id, number, state, at }) => ({ kind, id, number, state, at })))
    .toSorted((one, other) => one.at - other.at);
}

/** The number to call back: the person's own before the customer's. */
async function telephoneOf(tx: ReadTx, customerId: string, contactPersonId: string | null): Promise<string> {
  const rows = await tx.run(findTelephones, { customerId });
  const own = rows.find((row) => row.contactPersonId !== null && row.contactPersonId === contactPersonId);
  return (own ?? rows.find((row) => row.contactPersonId === null) ?? rows[0])?.shown ?? '';
}

async function unitOf(tx: ReadTx, unitId: Id<'unit'>) {
  const [unit] = await tx.run(findUnit, { unitId });
  if (!unit) return null;
  const [reading] = await tx.run(lastReading, { unitId });
  return { ...unit, mileageKm: reading?.mileageKm ?? null };
}

const findCase = statement('cases.detail', (db) =>
  db
    .select({
      id: cases.id,
      number: cases.number,
      state: cases.state,
      customerId: cases.customerId,
      contactPersonId: cases.contactPersonId,
      unitId: cases.unitId,
      category: cases.category,
      faultGroup: cases.faultGroup,
      urgency: cases.urgency,
      symptom: cases.symptom,
      ownerId: cases.ownerId,
      policyId: cases.policyId,
      openedAt: cases.openedAt,
      resolvedAt: cases.resolvedAt,
      closedAt: cases.closedAt,
      version: cases.version,
    })
    .from(cases)
    .where(eq(cases.id, given('id'))),
);

const findTelephones = statement('cases.telephones', (db) =>
  db
    .select({ contactPersonId: telephones.contactPersonId, shown: telephones.shown })
    .from(telephones)
    .where(eq(telephones.customerId, given('customerId')))
    .orderBy(asc(telephones.position), asc(telephones.id)),
);

const findUnit = statement('cases.unit', (db) =>
  db
    .select({
      id: units.id,
      plate: units.plate,
      serialNumber: units.serialNumber,
      productCode: products.code,
      saleDay: units.saleDay,
      cardReceivedDay: units.cardReceivedDay,
    })
    .from(units)
    .innerJoin(products, eq(products.id, units.productId))
    .where(eq(units.id, given('unitId'))),
);

const lastReading = statement('cases.lastReading', (db) =>
  db
    .select({ mileageKm: readings.mileageKm })
    .from(readings)
    .where(
      and(eq(readings.unitId, given('unitId')), isNotNull(readings.mileageKm), isNull(readings.voidedAt)),
    )
    .orderBy(desc(readings.day), desc(readings.recordedAt), desc(readings.id))
    .limit(1),
);

import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Id } from '#shared/domain/ids.ts';
import type { CaseState } from '#shared/nouns/case.card.ts';
import type { WriteDb, ReadTx } from '../../database/database.ts';
import { given, statement } from '../../database/statement.ts';
import { peopleNamed } from '../people/people.named.queries.ts';
import { unitsNamed } from '../units/units.named.queries.ts';
import { openStates } from '#shared/domain/case-moves.ts';
import { cases } from '../../schema/cases.tables.ts';

const shownAtMost = 50;

/** An open case as the clerk sees it during a call. */
export interface OpenCase {
  readonly id: Id<'case'>;
  readonly number: string;
  readonly state: CaseState;
  readonly symptom: string;
  readonly openedAt: number;
  readonly ownerName: string;
  readonly unitId: Id<'unit'> | null;
  readonly unitPlate: string;
}

/** The newest open cases of a customer, at most 50. */
export async function openCasesOfCustomer(tx: ReadTx, customerId: string): Promise<OpenCase[]> {
  return shown(tx, await tx.run(openOfCustomer, { customerId }));
}

/** The newest open cases of a unit, at most 50. */
export async function openCasesOfUnit(tx: ReadTx, unitId: string): Promise<OpenCase[]> {
  return shown(tx, await tx.run(openOfUnit, { unitId }));
}

/** How many cases of a customer are open. */
export async function countOpenCases(tx: ReadTx, customerId: string): Promise<number> {
  const [row] = await tx.run(countOfCustomer, { customerId });
  return row?.count ?? 0;
}

type Found = Omit<OpenCase, 'ownerName' | 'unitPlate'> & { readonly ownerId: string | null };

async function shown(tx: ReadTx, found: readonly Found[]): Promise<OpenCase[]> {
  const owner = await peopleNamed(
    tx,
    found.map((row) => row.ownerId),
  );
  const unit = await unitsNamed(
    tx,
    found.map((row) => row.unitId),
  );
  return found.map(({ ownerId, ...row }) => ({
    ...row,
    // A machine without a plate goes by its serial number.
    unitPlate: unit(row.unitId).plate || unit(row.unitId).serialNumber,
    ownerName: owner(ownerId).name,
  }));
}

const selectOpen = (db: WriteDb) =>
  db
    .select({
      id: cases.id,
      number: cases.number,
      state: cases.state,
      symptom: cases.symptom,
      openedAt: cases.openedAt,
      ownerId: cases.ownerId,
      unitId: cases.unitId,
    })
    .from(cases);

const isOpen = inArray(cases.state, [...openStates]);

const openOfCustomer = statement('cases.openOfCustomer', (db) =>
  selectOpen(db)
    .where(and(eq(cases.customerId, given('customerId')), isOpen))
    .orderBy(desc(cases.openedAt), desc(cases.id))
    .limit(shownAtMost),
);

const openOfUnit = statement('cases.openOfUnit', (db) =>
  selectOpen(db)
    .where(and(eq(cases.unitId, given('unitId')), isOpen))
    .orderBy(desc(cases.openedAt), desc(cases.id))
    .limit(shownAtMost),
);

const countOfCustomer = statement('cases.countOfCustomer', (db) =>
  db
    .select({ count: sql<number>`cast(count(*) as bigint)` })
    .from(cases)
    .where(and(eq(cases.customerId, given('customerId')), isOpen)),
);

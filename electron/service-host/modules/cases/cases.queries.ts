import { eq, sql, type SQL } from 'drizzle-orm';
import { openStates } from '#shared/domain/case-moves.ts';
import type { CaseState } from '#shared/nouns/case.card.ts';
import type { ReadTx } from '../../database/database.ts';
import { among, readPage, type PageInput } from '../../database/read-page.ts';
import { customersNamed } from '../customers/customers.named.queries.ts';
import { peopleNamed } from '../people/people.named.queries.ts';
import { unitsNamed } from '../units/units.named.queries.ts';
import { foundBy } from '../../desks/search/search.queries.ts';
import { cases } from '../../schema/cases.tables.ts';

/** What the list of cases can be narrowed to. */
interface CaseFilter {
  readonly text?: string | undefined;
  readonly states?: readonly CaseState[] | undefined;
  readonly ownerId?: string | undefined;
  readonly withoutOwner?: boolean | undefined;
  readonly customerId?: string | undefined;
  readonly unitId?: string | undefined;
}

/** A page of cases. */
export async function listCases(tx: ReadTx, input: PageInput<'openedAt'> & { readonly filter: CaseFilter }) {
  const { text, states, ownerId, withoutOwner, customerId, unitId } = input.filter;
  const found = await foundBy(tx, 'case', cases.id, text);
  return readPage(tx, input, {
    from: cases,
    id: cases.id,
    sorts: { openedAt: cases.openedAt },
    found,
    where: [
      states && states.length > 0 ? among(cases.state, states) : undefined,
      ownerId === undefined ? undefined : eq(cases.ownerId, ownerId),
      withoutOwner ? hasNoOwner() : undefined,
      customerId === undefined ? undefined : eq(cases.customerId, customerId),
      unitId === undefined ? undefined : eq(cases.unitId, unitId),
    ],
    rows: (ids) => caseRows(tx, ids),
    idOf: (row) => row.id,
  });
}

/** Cases of nobody, or of somebody who is set inactive. */
export function hasNoOwner(): SQL {
  return sql`(${cases.ownerId} is null or ${cases.ownerId} in (select id from people where active = 0))`;
}

/** Cases as a list shows them, in any order. */
export async function caseRows(tx: ReadTx, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const rows = await tx.db
    .select({
      id: cases.id,
      number: cases.number,
      state: cases.state,
      customerId: cases.customerId,
      unitId: cases.unitId,
      category: cases.category,
      faultGroup: cases.faultGroup,
      urgency: cases.urgency,
      symptom: cases.symptom,
      ownerId: cases.ownerId,
      openedAt: cases.openedAt,
      closedAt: cases.closedAt,
    })
    .from(cases)
    .where(among(cases.id, ids));
  const customer = await customersNamed(
    tx,
    rows.map((row) => row.customerId),
  );
  const unit = await unitsNamed(
    tx,
    rows.map((row) => row.unitId),
  );
  const owner = await peopleNamed(
    tx,
    rows.map((row) => row.ownerId),
  );
  return rows.map(({ customerId, unitId, ownerId, ...row }) => ({
    ...row,
    customerName: customer(customerId).name,
    // A machine without a plate goes by its serial number.
    unitPlate: unit(unitId).plate || unit(unitId).serialNumber,
    productCode: unit(unitId).productCode,
    // An open case of somebody who no longer works here is nobody's.
    ownerName: owner(ownerId).active || !openStates.includes(row.state) ? owner(ownerId).name : '',
  }));
}

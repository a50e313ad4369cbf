import { asc, eq } from 'drizzle-orm';
import { expect } from 'vitest';
import type { Actor } from '#shared/domain/actor.ts';
import { present } from '#shared/domain/assert.ts';
import { newId } from '#shared/domain/ids.ts';
import type { AccountKind } from '#shared/domain/states.ts';
import type { ReportState } from '#shared/nouns/report.card.ts';
import { Refusal, type RefusalCode } from '#shared/contract/refusals.ts';
import type { WriteTx } from '#host/database/database.ts';
import { auditEntries } from '#host/schema/audit.tables.ts';
import { caseEvents } from '#host/schema/cases.tables.ts';
import { numberSeries, voidedNumbers } from '#host/schema/numbering.tables.ts';
import { oldParts } from '#host/schema/old-parts.tables.ts';
import { partSubstitutes } from '#host/schema/parts.tables.ts';
import { clearLines } from '#host/modules/requisitions/clearing.service.ts';
import { approveRequisition } from '#host/modules/requisitions/deciding.service.ts';
import { issueParts } from '#host/modules/requisitions/issuing.service.ts';
import { draftRequisition, submitRequisition } from '#host/modules/requisitions/requisitions.service.ts';
import { clearings, issueLines, requisitionLines, requisitions } from '#host/schema/requisitions.tables.ts';
import { serviceReportLines, serviceReports } from '#host/schema/reports.tables.ts';
import { postMovements, wellKnownAccount } from '#host/modules/stock/stock.ledger.service.ts';
import { stockBalances, stockMovements } from '#host/schema/stock.tables.ts';
import type { Books } from '#tests/support/books.ts';
import {
  insertAccount,
  insertCase,
  insertCustomer,
  insertPart,
  insertProduct,
  insertUnit,
} from '#tests/support/plain-rows.ts';

export type Shop = Awaited<ReturnType<typeof openShop>>;
type Wanted = Partial<Parameters<typeof draftRequisition>[1]['lines'][number]> & { readonly partId: string };

/** A case of a bus, a technician's account, two bins, and a pump of which the first bin has five at 860.00. */
export async function openShop(books: Books) {
  return books.write(async (tx) => {
    const customerId = await insertCustomer(tx);
    const productId = await insertProduct(tx);
    const unitId = await insertUnit(tx, { customerId, productId });
    const holderId = await addAccount(tx, 'technician', '李志强', books.actors.technician.personId);
    const [binId, otherBinId] = [await addAccount(tx, 'bin', 'A-01'), await addAccount(tx, 'bin', 'A-02')];
    const pumpId = await insertPart(tx);
    await stockUp(tx, pumpId, binId, 5000, 430_000);
    const shop = { customerId, productId, unitId, holderId, binId, otherBinId, pumpId };
    return { ...shop, caseId: await addCase(tx, shop) };
  });
}

/** A case of the bus. */
export async function addCase(tx: WriteTx, shop: { customerId: string; unitId: string }) {
  return insertCase(tx, { customerId: shop.customerId, unitId: shop.unitId });
}

/** A place that holds parts. */
export async function addAccount(
  tx: WriteTx,
  kind: AccountKind,
  name: string,
  personId: string | null = null,
) {
  return insertAccount(tx, { code: `${name}-${newId()}`, name, kind, personId });
}

/** Registers one part as a substitute of another. */
export async function allowInstead(tx: WriteTx, partId: string, substituteId: string) {
  await tx.db.insert(partSubstitutes).values({ partId, substituteId, rank: 1 });
}

/** Puts goods into a bin. */
export async function stockUp(
  tx: WriteTx,
  partId: string,
  toAccountId: string,
  quantity: number,
  valueFen: number,
) {
  const id = newId();
  const fromAccountId = await wellKnownAccount(tx, 'supplier');
  await postMovements(tx, { kind: 'receipt', id, number: id, day: '2026-11-01' }, [
    { partId, fromAccountId, toAccountId, quantity, valueFen },
  ]);
}

/** What a draft is written with; one pump unless lines are given. */
export function wish(shop: Shop, lines: readonly Wanted[] = [{ partId: shop.pumpId }]) {
  return {
    purpose: 'warranty' as const,
    caseId: shop.caseId as string | null,
    unitId: null as string | null,
    holderAccountId: shop.holderId as string,
    notes: '',
    lines: lines.map((line) => ({
      quantity: 1000,
      fault: '漏水',
      judgementId: null,
      oldPartRequired: true,
      ...line,
    })),
  };
}

/** A requisition as the technician submitted it. */
export async function submitted(books: Books, shop: Shop, lines?: readonly Wanted[], over: object = {}) {
  return books.write(async (tx) => {
    const draft = await draftRequisition(tx, { ...wish(shop, lines), ...over });
    return { id: draft.id as string, version: (await submitRequisition(tx, draft)).version };
  }, books.actors.technician);
}

/** A requisition that a leader approved, with the ids of its lines in their order. */
export async function approved(books: Books, shop: Shop, lines?: readonly Wanted[], over: object = {}) {
  const asked = await submitted(books, shop, lines, over);
  const { version, number } = await books.write(
    (tx) => approveRequisition(tx, { ...asked, reason: '' }),
    books.actors.leader,
  );
  return { id: asked.id, version, number, lineIds: await lineIdsOf(books, asked.id) };
}

/** A requisition issued in full out of the first bin, with the ids of the issued lines. */
export async function issued(books: Books, shop: Shop, lines: readonly Wanted[], over: object = {}) {
  const asked = await approved(books, shop, lines, over);
  const given = await books.write(
    (tx) =>
      issueParts(tx, {
        ...asked,
        lines: lines.map((line, index) => ({
          requisitionLineId: asked.lineIds[index] ?? '',
          partId: line.partId,
          accountId: shop.binId,
          quantity: line.quantity ?? 1000,
        })),
      }),
    books.actors.warehouse,
  );
  const byLine = await books.read((tx) =>
    tx.db.select().from(issueLines).where(eq(issueLines.issueId, given.issueId)),
  );
  const issueLineIds = asked.lineIds.map(
    (lineId) => byLine.find((row) => row.requisitionLineId === lineId)?.id ?? '',
  );
  return { ...asked, ...given, number: asked.number, issueLineIds };
}

type Clearing = Parameters<typeof clearLines>[1]['lines'][number];

/** Accounts for lines as the storekeeper, or as the actor given. */
export function clear(
  books: Books,
  of: { readonly id: string; readonly version: number },
  lines: readonly Clearing[],
  actor: Actor = books.actors.warehouse,
) {
  return books.write((tx) => clearLines(tx, { id: of.id, version: of.version, lines }), actor);
}

/** A service report in a state, straight into the tables. */
export async function addReport(
  books: Books,
  shop: Shop,
  state: ReportState,
  lines: readonly { readonly issueLineId: string; readonly quantity: number }[],
) {
  return books.write(async (tx) => {
    const id = newId<'report'>();
    const number = `FB-${id}`;
    await tx.db.insert(serviceReports).values({
      id,
      number,
      state,
      caseId: shop.caseId,
      unitId: shop.unitId,
      technicianIds: [],
      finishedAt: tx.now,
      symptom: '',
      cause: '',
      work: '',
      faultPlaceOpenedBefore: false,
      noPartsReplaced: false,
      feeFen: 0,
      compensation: '',
      customerRemarks: '',
      contentHash: '',
      printedHash: '',
      printCount: 1,
      signedAt: tx.now,
      signedBy: '周师傅',
      createdAt: tx.now,
      version: 1,
    });
    for (const [index, line] of lines.entries()) {
      await tx.db.insert(serviceReportLines).values({
        id: newId<'reportLine'>(),
        reportId: id,
        position: index + 1,
        partId: shop.pumpId,
        issueLineId: line.issueLineId,
        quantity: line.quantity,
        reason: '',
      });
    }
    return { id, number };
  });
}

/** What an account holds of a part. */
export async function balanceOf(books: Books, accountId: string, partId: string) {
  const rows = await books.read((tx) =>
    tx.db.select().from(stockBalances).where(eq(stockBalances.partId, partId)),
  );
  const row = rows.find((one) => one.accountId === accountId);
  return { quantity: row?.quantity ?? 0, valueFen: row?.valueFen ?? 0 };
}

/** The row of a requisition as it stands. */
export async function rowOf(books: Books, id: string) {
  const [row] = await books.read((tx) => tx.db.select().from(requisitions).where(eq(requisitions.id, id)));
  return present(row, 'the requisition');
}

/** The tags of an issued line, by number. */
export async function tagsOf(books: Books, issueLineId: string) {
  return books.read((tx) =>
    tx.db.select().from(oldParts).where(eq(oldParts.issueLineId, issueLineId)).orderBy(asc(oldParts.number)),
  );
}

/** Expects the refusal, and that nothing at all is left of the act. */
export async function expectRefused(
  books: Books,
  code: RefusalCode,
  work: (tx: WriteTx) => Promise<unknown>,
  actor: Actor,
): Promise<Refusal> {
  const before = await everything(books);
  let refusal: unknown;
  await books.write(work, actor).catch((error: unknown) => (refusal = error));
  expect(refusal).toBeInstanceOf(Refusal);
  expect(refusal).toMatchObject({ code });
  expect(await everything(books)).toEqual(before);
  // The assertion above has said so.
  return refusal as Refusal;
}

async function lineIdsOf(books: Books, id: string) {
  const rows = await books.read((tx) =>
    tx.db
      .select({ id: requisitionLines.id })
      .from(requisitionLines)
      .where(eq(requisitionLines.requisitionId, id))
      .orderBy(asc(requisitionLines.position)),
  );
  return rows.map((row): string => row.id);
}

/** Everything an act upon requisitions may write. */
async function everything(books: Books) {
  return books.read(async (tx) => ({
    numbers: await tx.db
      .select()
      .from(numberSeries)
      .orderBy(asc(numberSeries.kind), asc(numberSeries.period)),
    movements: await tx.db.$count(stockMovements),
    balances: await tx.db
      .select()
      .from(stockBalances)
      .orderBy(asc(stockBalances.partId), asc(stockBalances.accountId)),
    audit: await tx.db.$count(auditEntries),
    events: await tx.db.$count(caseEvents),
    voided: await tx.db.$count(voidedNumbers),
    requisitions: await tx.db.select().from(requisitions).orderBy(asc(requisitions.id)),
    lines: await tx.db.select().from(requisitionLines).orderBy(asc(requisitionLines.id)),
    issued: await tx.db.select().from(issueLines).orderBy(asc(issueLines.id)),
    clearings: await tx.db.$count(clearings),
    tags: await tx.db.select().from(oldParts).orderBy(asc(oldParts.id)),
  }));
}

import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { newId } from '#shared/domain/ids.ts';
import { caseToWork } from '#host/modules/cases/cases.service.ts';
import { requisitionDetail } from '#host/modules/requisitions/requisitions.queries.ts';
import {
  draftRequisition,
  submitRequisition,
  withdrawRequisition,
} from '#host/modules/requisitions/requisitions.service.ts';
import { editCaseWithDrafts } from '#host/modules/reports/case-unit.service.ts';
import { finishReport, reopenReport } from '#host/modules/reports/reports.service.ts';
import { readings, units } from '#host/schema/units.tables.ts';
import { recordReading } from '#host/modules/units/units.readings.service.ts';
import { onBothEngines, type Books } from '#tests/support/books.ts';
import { insertCase, insertUnit } from '#tests/support/plain-rows.ts';
import { openShop, wish, type Shop } from '../requisitions/parts-shop.ts';
import { judgeWarranty } from '#host/modules/warranty/warranty.service.ts';
import { componentGroups } from '#host/schema/warranty.tables.ts';
import { drafted, filledIn, pageOf, refused, rowOf } from './workshop.ts';

/** The shop, and a second bus of its customer. */
async function twoBuses(books: Books) {
  const shop = await openShop(books);
  const otherId = await books.write((tx) => insertUnit(tx, { ...shop, plate: '粤B·222', serialNumber: '' }));
  return { shop, otherId };
}

/** Corrects the unit of a case, as the clerk. */
async function correct(books: Books, caseId: string, unitId: string | null, documentsKept?: boolean) {
  return books.write(async (tx) => {
    const { contactPersonId, category, faultGroup, urgency, symptom, ownerId, version } = await caseToWork(
      tx,
      caseId,
    );
    const fields = { contactPersonId, category, faultGroup, urgency, symptom, ownerId };
    return editCaseWithDrafts(tx, { id: caseId, version, unitId, documentsKept, ...fields });
  });
}

const drawn = (books: Books, shop: Shop, over = {}) =>
  books.write((tx) => draftRequisition(tx, { ...wish(shop), ...over }), books.actors.technician);
const shownRequisition = (books: Books, id: string) => books.read((tx) => requisitionDetail(tx, { id }));

onBothEngines('the unit of a case and its documents', (books) => {
  test('drafts follow the case, their judgements and filled-in readings with them', async () => {
    const { shop, otherId } = await twoBuses(books());
    await books().write(async (tx) => {
      await tx.db
        .insert(componentGroups)
        .values({ code: 'body', name: '车身', nameEn: 'Body', position: 1 })
        .onConflictDoNothing();
      for (const [unitId, mileageKm] of [
        [shop.unitId, 186_400],
        [otherId, 20_500],
      ] as const)
        await recordReading(tx, {
          unitId,
          day: '2026-10-01',
          mileageKm,
          operatingHours: null,
          source: 'desk',
          counterReplaced: false,
        });
    });
    const judgement = await books().write((tx) =>
      judgeWarranty(tx, {
        unitId: shop.unitId,
        caseId: null,
        componentGroupCode: 'body',
        basisDay: '2026-11-01',
        mileageKm: null,
        operatingHours: null,
        exclusions: [],
      }),
    );
    const lines = wish(shop, [{ partId: shop.pumpId, judgementId: judgement.id }]).lines;
    const requisition = await drawn(books(), shop, { lines });
    const report = await drafted(books(), shop);
    const { followed, kept } = await correct(books(), shop.caseId, otherId);
    expect(followed.map(({ number }) => number)).toEqual([requisition.number, report.number]);
    expect(kept).toEqual([]);
    expect(await shownRequisition(books(), requisition.id)).toMatchObject({
      unitId: otherId,
      lines: [{ judgementId: null }],
    });
    expect(await rowOf(books(), report.id)).toMatchObject({ unitId: otherId, mileageKm: 20_500 });

    const page = await pageOf(books(), report.id);
    const typed = await filledIn(books(), { ...report, version: page.version }, { mileageKm: 20_600 });
    await books().write((tx) => finishReport(tx, typed), books().actors.technician);
    const read = await books().read((tx) =>
      tx.db.select().from(readings).where(eq(readings.unitId, otherId)),
    );
    expect(read.map(({ mileageKm }) => mileageKm)).toContain(20_600);
    expect((await pageOf(books(), report.id)).unitName).toContain('粤B·222');
  });

  test('a typed reading stays, and a case that gets its unit later gives it to its drafts', async () => {
    const { shop } = await twoBuses(books());
    const caseId = await books().write((tx) => insertCase(tx, { customerId: shop.customerId, unitId: null }));
    const requisition = await drawn(books(), shop, { caseId });
    const report = await filledIn(books(), await drafted(books(), { caseId }), { mileageKm: 777 });
    await correct(books(), caseId, shop.unitId);
    expect((await shownRequisition(books(), requisition.id)).unitId).toBe(shop.unitId);
    expect(await rowOf(books(), report.id)).toMatchObject({ unitId: shop.unitId, mileageKm: 777 });
  });

  test('what was submitted or finished stays as it was, is named first, and follows once it is a draft', async () => {
    const { shop, otherId } = await twoBuses(books());
    const { technician } = books().actors;
    const asked = await books().write(
      async (tx) => ({ ...(await submitRequisition(tx, await draftRequisition(tx, wish(shop)))) }),
      technician,
    );
    const edited = await filledIn(books(), await drafted(books(), shop));
    const report = await books().write((tx) => finishReport(tx, edited), technician);
    const facts = await refused(books(), 'UNIT_IN_DOCUMENTS', report.id, (tx) =>
      caseToWork(tx, shop.caseId).then(({ version }) =>
        editCaseWithDrafts(tx, {
          id: shop.caseId,
          version,
          unitId: otherId,
          contactPersonId: null,
          category: 'repair',
          faultGroup: null,
          urgency: 'notUrgent',
          symptom: '',
          ownerId: null,
        }),
      ),
    );
    const [bus] = await books().read((tx) => tx.db.select().from(units).where(eq(units.id, shop.unitId)));
    expect(facts).toEqual({ unit: bus?.plate || bus?.serialNumber, numbers: [asked.number, report.number] });

    const { kept } = await correct(books(), shop.caseId, otherId, true);
    expect(kept.map(({ kind }) => kind)).toEqual(['requisition', 'report']);
    expect((await shownRequisition(books(), asked.id)).unitId).toBe(shop.unitId);
    expect((await rowOf(books(), report.id)).unitId).toBe(shop.unitId);

    await books().write((tx) => withdrawRequisition(tx, { ...asked, reason: '' }), technician);
    await books().write((tx) => reopenReport(tx, { ...report, reason: '写错了车' }), technician);
    expect((await shownRequisition(books(), asked.id)).unitId).toBe(otherId);
    expect((await rowOf(books(), report.id)).unitId).toBe(otherId);
  });

  test('a stale edit is told of the change, not of the documents', async () => {
    const { shop, otherId } = await twoBuses(books());
    await books().write(async (tx) => submitRequisition(tx, await draftRequisition(tx, wish(shop))));
    const stale = books().write((tx) =>
      editCaseWithDrafts(tx, {
        id: shop.caseId,
        version: 99,
        unitId: otherId,
        contactPersonId: null,
        category: 'repair',
        faultGroup: null,
        urgency: 'notUrgent',
        symptom: newId(),
        ownerId: null,
      }),
    );
    await expect(stale).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' });
  });
});

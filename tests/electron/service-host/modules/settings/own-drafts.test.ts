import { expect, test } from 'vitest';
import { auditEntries } from '#host/schema/audit.tables.ts';
import { requisitionDetail } from '#host/modules/requisitions/requisitions.queries.ts';
import {
  draftRequisition,
  editRequisition,
  submitRequisition,
  takeOverRequisition,
  voidRequisition,
} from '#host/modules/requisitions/requisitions.service.ts';
import { editReport, finishReport, takeOverReport } from '#host/modules/reports/reports.service.ts';
import { saveSettings } from '#host/modules/settings/settings.service.ts';
import { settingsForEditing } from '#host/modules/settings/settings.queries.ts';
import { onBothEngines, type Books } from '#tests/support/books.ts';
import { emptyReport } from '#tests/support/plain-records.ts';
import { eq } from 'drizzle-orm';
import { approved, expectRefused, openShop, rowOf, submitted, wish } from '../requisitions/parts-shop.ts';
import { drafted, filledIn, refused, pageOf } from '../reports/workshop.ts';

/** Whether drafts are their authors', as the administrator sets it. */
async function rule(books: Books, draftsBelongToAuthor: boolean) {
  await books.write(async (tx) => {
    const { version } = await settingsForEditing(tx, 'limits');
    return saveSettings(tx, 'limits', { version, values: { draftsBelongToAuthor } });
  }, books.actors.admin);
}

onBothEngines('whose a draft is', (books) => {
  test('a requisition is written by its author and its holder; others take it over, and that is on record', async () => {
    const shop = await openShop(books());
    const { clerk, warehouse, technician } = books().actors;
    const draft = await books().write((tx) => draftRequisition(tx, wish(shop)), clerk);
    const facts = { number: draft.number, owner: 'clerk' };
    const edit = (seen: { version: number }) => ({
      ...wish(shop),
      id: draft.id,
      version: seen.version,
      notes: '改',
    });
    for (const work of [editRequisition, submitRequisition] as const) {
      const refusal = await expectRefused(books(), 'OTHERS_DRAFT', (tx) => work(tx, edit(draft)), warehouse);
      expect(refusal.facts).toEqual(facts);
    }
    await expectRefused(
      books(),
      'OTHERS_DRAFT',
      (tx) => voidRequisition(tx, { ...draft, reason: '错' }),
      warehouse,
    );
    const shown = await books().read((tx) => requisitionDetail(tx, { id: draft.id }), warehouse);
    expect(shown).toMatchObject({ ownerName: 'clerk', mayWrite: false, mayVoid: false });
    // It is the technician who will hold the parts.
    const byHolder = await books().write((tx) => editRequisition(tx, edit(draft)), technician);

    const taken = await books().write((tx) => takeOverRequisition(tx, byHolder), warehouse);
    await expectRefused(books(), 'OTHERS_DRAFT', (tx) => editRequisition(tx, edit(taken)), clerk);
    await books().write((tx) => editRequisition(tx, edit(taken)), warehouse);
    const rows = await books().read((tx) =>
      tx.db.select().from(auditEntries).where(eq(auditEntries.subjectId, draft.id)),
    );
    expect(rows.map(({ act, personName }) => `${act} ${personName}`)).toContain(
      'requisitions.takeOver warehouse',
    );
    expect(await rowOf(books(), draft.id)).toMatchObject({
      createdBy: clerk.personId,
      takenOverBy: warehouse.personId,
    });
  });

  test('a report is written by its author and by those who did the work', async () => {
    const shop = await openShop(books());
    const { clerk, leader } = books().actors;
    const report = await filledIn(books(), await drafted(books(), shop));
    const fields = { ...emptyReport, id: report.id, version: report.version, technicianIds: [] };
    expect(await refused(books(), 'OTHERS_DRAFT', report.id, (tx) => editReport(tx, fields), clerk)).toEqual({
      number: report.number,
      owner: 'technician',
    });
    await refused(books(), 'OTHERS_DRAFT', report.id, (tx) => finishReport(tx, report), leader);
    expect(await pageOf(books(), report.id, clerk)).toMatchObject({
      ownerName: 'technician',
      mayWrite: false,
    });
    const taken = await books().write((tx) => takeOverReport(tx, report), clerk);
    expect(await pageOf(books(), report.id, clerk)).toMatchObject({ ownerName: 'clerk', mayWrite: true });
    await books().write((tx) => finishReport(tx, taken), clerk);
  });

  test('what is no draft any more is voided by those it belongs to, and by a leader', async () => {
    const shop = await openShop(books());
    const { clerk, technician, leader } = books().actors;
    const voiding = (of: { id: string; version: number }) => ({
      id: of.id,
      version: of.version,
      reason: '错',
    });
    for (const given of [await approved(books(), shop), await submitted(books(), shop)]) {
      const refusal = await expectRefused(
        books(),
        'NOT_PERMITTED',
        (tx) => voidRequisition(tx, voiding(given)),
        clerk,
      );
      expect(refusal.facts).toEqual({ permission: 'requisitions.approve' });
    }
    const own = await approved(books(), shop);
    await books().write((tx) => voidRequisition(tx, voiding(own)), technician);
    const others = await approved(books(), shop);
    await books().write((tx) => voidRequisition(tx, voiding(others)), leader);
  });

  test('a firm may let everybody write in every draft', async () => {
    const shop = await openShop(books());
    const { clerk, warehouse } = books().actors;
    const draft = await books().write((tx) => draftRequisition(tx, wish(shop)), clerk);
    await rule(books(), false);
    const edited = await books().write(
      (tx) => editRequisition(tx, { ...wish(shop), ...draft, notes: '改' }),
      warehouse,
    );
    await rule(books(), true);
    await expectRefused(books(), 'OTHERS_DRAFT', (tx) => submitRequisition(tx, edited), warehouse);
  });
});

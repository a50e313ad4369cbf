import { asc, eq } from 'drizzle-orm';
import type { Actor } from '#shared/domain/actor.ts';
import { present } from '#shared/domain/assert.ts';
import type { Database, WriteTx } from '#host/database/database.ts';
import { addAttachment } from '#host/desks/attachments/attachments.service.ts';
import { recordContact } from '#host/modules/contacts/contacts.service.ts';
import { addContactPerson } from '#host/modules/customers/customers.service.ts';
import { receiveOldPart } from '#host/modules/old-parts/old-parts.service.ts';
import { duties } from '#host/schema/duties.tables.ts';
import { oldParts } from '#host/schema/old-parts.tables.ts';
import { countPrint } from '#host/desks/papers/papers.service.ts';
import { notePrinted } from '#host/modules/reports/report-prints.service.ts';
import { serviceReport } from '#host/modules/reports/reports.paper.ts';
import { houseOf } from '#host/modules/settings/house.queries.ts';
import { approveRequisition } from '#host/modules/requisitions/deciding.service.ts';
import { issueParts } from '#host/modules/requisitions/issuing.service.ts';
import {
  draftRequisition,
  submitRequisition,
  voidRequisition,
} from '#host/modules/requisitions/requisitions.service.ts';
import { issueLines, requisitionLines } from '#host/schema/requisitions.tables.ts';
import { approveReport, signReport } from '#host/modules/reports/report-signing.service.ts';
import { draftReport, editReport, finishReport, voidReport } from '#host/modules/reports/reports.service.ts';
import { addSupplement } from '#host/modules/reports/supplements.service.ts';
import { saveComponent } from '#host/modules/units/units.service.ts';
import { recordReading } from '#host/modules/units/units.readings.service.ts';
import { judgeWarranty } from '#host/modules/warranty/warranty.service.ts';
import { plainCall, plainReport } from '#tests/support/plain-records.ts';
import { insertUnit } from '#tests/support/plain-rows.ts';

const firstReading = {
  day: '2026-10-01',
  mileageKm: 100,
  operatingHours: null,
  source: 'desk',
  counterReplaced: false,
} as const;

interface Stage {
  readonly books: Database;
  readonly actor: Actor;
  readonly technician: Actor;
  readonly leader: Actor;
  readonly common: Readonly<Record<string, string>>;
}

/** One case with every document in every state that an act begins from; its records are named after `whose`. */
export async function addStory(
  stage: Stage,
  whose: string,
  of: { readonly customerId: string; readonly productId: string },
): Promise<Record<string, string>> {
  const { books, actor, leader } = stage;
  const register = await books.write(actor, (tx) => addRegister(tx, of, whose));
  const { caseId: aboutCase, unit } = register;
  const judged = { unitId: unit, componentGroupCode: 'ENG', basisDay: '2026-11-01', exclusions: [] };
  const counters = { mileageKm: null, operatingHours: null };
  // Judged by another: nobody overrules a judgement of their own.
  const judgement: string = (
    await books.write(leader, (tx) => judgeWarranty(tx, { ...judged, ...counters, caseId: aboutCase }))
  ).id;
  const drawn = await addRequisitions(stage, register.caseId, whose);
  const written = await addReports(stage, register.caseId, drawn.issueLine);
  const { caseId, ...named } = register;
  const records = { ...named, judgement, case: caseId, ...drawn, ...written };
  return Object.fromEntries(Object.entries(records).map(([name, id]) => [`${whose}.${name}`, id]));
}

async function addRegister(tx: WriteTx, of: { customerId: string; productId: string }, whose: string) {
  const unit: string = await insertUnit(tx, { ...of, plate: `粤B·${whose}`, saleDay: '2026-01-01' });
  const person = { name: `师傅 ${whose}`, position: '', notes: '', active: true, telephones: [] };
  const { id: contactPerson } = await addContactPerson(tx, { customerId: of.customerId, ...person });
  const call = { ...plainCall, at: tx.now, customerId: of.customerId, unitId: unit, summary: '漏水' };
  const opened = await recordContact(tx, { ...call, outcome: { kind: 'openCase', ownerId: null } });
  const held = await recordContact(tx, { ...call, outcome: { kind: 'toBeClarified', nextCallAt: null } });
  const caseId: string = present(opened.caseId, 'the case');
  const component = { componentGroupCode: 'ENG', name: '空调', serialNumber: '', supplier: '' };
  const days = { installedDay: null, removedDay: null, warrantyUntilDay: null };
  return {
    caseId,
    customer: of.customerId,
    contactPerson: contactPerson as string,
    unit,
    contact: held.id as string,
    component: (await saveComponent(tx, { unitId: unit, id: null, version: 0, ...component, ...days })).id,
    reading: (await recordReading(tx, { unitId: unit, ...firstReading })) as string,
  };
}

async function addRequisitions(
  { books, actor, technician, leader, common }: Stage,
  caseId: string,
  whose: string,
) {
  const line = {
    partId: common['part'] ?? '',
    quantity: 4000,
    fault: '漏',
    judgementId: null,
    oldPartRequired: true,
  };
  const wish = {
    purpose: 'warranty',
    caseId,
    unitId: null,
    holderAccountId: common['holder'] ?? '',
    notes: whose,
  } as const;
  const draft = (by: Actor) => books.write(by, (tx) => draftRequisition(tx, { ...wish, lines: [line] }));
  const submitted = async () => {
    const drafted = await draft(technician);
    return books.write(technician, (tx) => submitRequisition(tx, drafted));
  };
  const approved = async () => {
    const asked = await submitted();
    return books.write(leader, (tx) => approveRequisition(tx, { ...asked, reason: '' }));
  };
  const lineOf = (id: string) =>
    books.read(actor, async (tx) => {
      const [row] = await tx.db
        .select({ id: requisitionLines.id })
        .from(requisitionLines)
        .where(eq(requisitionLines.requisitionId, id))
        .orderBy(asc(requisitionLines.position));
      return present(row, 'the line').id as string;
    });
  const toIssue = await approved();
  const given = await approved();
  const handOut = { partId: line.partId, accountId: common['bin'] ?? '', quantity: 3000 };
  const issued = await books.write(actor, async (tx) =>
    issueParts(tx, { ...given, lines: [{ requisitionLineId: await lineOf(given.id), ...handOut }] }),
  );
  const rest = await books.read(actor, async (tx) => ({
    lines: await tx.db.select().from(issueLines).where(eq(issueLines.issueId, issued.issueId)),
    tags: await tx.db
      .select()
      .from(oldParts)
      .where(eq(oldParts.requisitionId, given.id))
      .orderBy(asc(oldParts.number)),
  }));
  // One of three came back, so that one piece can be cleared as installed.
  const scanned = present(rest.tags[2], 'the third tag').number;
  await books.write(actor, (tx) => receiveOldPart(tx, { scanned, storeAccountId: null }));
  const wrong = await draft(actor);
  const waiting = await submitted();
  const [duty] = await books.read(actor, (tx) =>
    tx.db.select({ id: duties.id }).from(duties).where(eq(duties.subjectId, waiting.id)),
  );
  return {
    duty: present(duty, 'the duty').id as string,
    'draft requisition': (await draft(actor)).id as string,
    'submitted requisition': waiting.id,
    'approved requisition': toIssue.id,
    'line to issue': await lineOf(toIssue.id),
    'issued requisition': given.id,
    issue: issued.issueId as string,
    issueLine: present(rest.lines[0], 'the issued line').id as string,
    oldPart: present(rest.tags[0], 'the tag').id as string,
    tag: present(rest.tags[0], 'the tag').number,
    'void requisition': (await books.write(actor, (tx) => voidRequisition(tx, { ...wrong, reason: '错' })))
      .id,
  };
}

async function addReports(
  { books, actor, technician, leader, common }: Stage,
  caseId: string,
  issueLineId: string,
) {
  const draft = (by: Actor) => books.write(by, (tx) => draftReport(tx, { caseId }));
  const finished = async (quantity: number) => {
    const { id, version } = await draft(technician);
    return books.write(technician, async (tx) => {
      const lines = [{ partId: common['part'] ?? '', issueLineId, quantity, reason: '漏' }];
      const work = { ...plainReport, technicianIds: [technician.personId ?? ''], finishedAt: tx.now, lines };
      return finishReport(tx, await editReport(tx, { id, version, ...work }));
    });
  };
  const scanOf = (id: string) =>
    books.write(actor, async (tx) => {
      const wanted = { documentId: id, language: 'zh-CN' } as const;
      await notePrinted(tx, id, await countPrint(tx, serviceReport, wanted, await houseOf(tx)));
      const kept = {
        sha256: 'cd'.repeat(32),
        mediaType: 'image/png',
        sizeBytes: 1,
        fileName: 'scan.png',
      } as const;
      const subject = { subjectKind: 'report', subjectId: id, purpose: 'scan' } as const;
      return (await addAttachment(tx, kept, subject)).id as string;
    });
  const signed = async (quantity: number) => {
    const report = await finished(quantity);
    const scanId = await scanOf(report.id);
    return books.write(actor, (tx) => {
      const signature = { signedAt: tx.now, signedBy: '周', scanId, satisfaction: null, customerRemarks: '' };
      return signReport(tx, { ...report, ...signature });
    });
  };
  const toSign = await finished(500);
  const toFile = await signed(1000);
  const approved = await books.write(leader, (tx) => approveReport(tx, toFile));
  const wrong = await draft(actor);
  const begun = await draft(actor);
  const toFinish = await books.write(actor, (tx) => {
    const work = {
      ...plainReport,
      technicianIds: [technician.personId ?? ''],
      finishedAt: tx.now,
      lines: [],
    };
    return editReport(tx, { id: begun.id, version: begun.version, ...work, noPartsReplaced: true });
  });
  return {
    'report to finish': toFinish.id,
    'draft report': (await draft(actor)).id as string,
    'finished report': toSign.id,
    scan: await scanOf(toSign.id),
    'signed report': (await signed(500)).id,
    'approved report': approved.id,
    supplement: (
      await books.write(technician, (tx) => addSupplement(tx, { reportId: approved.id, text: '补充' }))
    ).id as string,
    'void report': (await books.write(actor, (tx) => voidReport(tx, { ...wrong, reason: '错' }))).id,
  };
}

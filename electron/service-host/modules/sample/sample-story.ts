import { dayOf, startOfDay } from '#shared/domain/days.ts';
import { oneUnit } from '#shared/domain/quantities.ts';
import { Refusal } from '#shared/contract/refusals.ts';
import type { Progress } from '#shared/domain/progress.ts';
import { moveCase } from '../cases/cases.service.ts';
import { cases } from '../../schema/cases.tables.ts';
import { recordContact } from '../contacts/contacts.service.ts';
import { oldPartsOfCase } from '../old-parts/old-parts.case-documents.queries.ts';
import { unfinishedAmong } from '../relations/case-documents.queries.ts';
import { reportsOfCase } from '../reports/reports.case-documents.queries.ts';
import { requisitionsOfCase } from '../requisitions/requisitions.case-documents.queries.ts';
import { judgeWarranty } from '../warranty/warranty.service.ts';
import { eq } from 'drizzle-orm';
import { receiveAndPost, type Catalogue, type SamplePart } from './sample-catalogue.ts';
import type { SampleUnit } from './sample-customers.ts';
import { enquiries, faults, suppliers } from './sample.presets.ts';
import { mileageAt } from './sample-mileage.ts';
import { SampleAgenda } from './sample-agenda.ts';
import { inTurn, personOf, type SampleBooks } from './sample-books.ts';
import { supplyParts, type Supplied } from './sample-parts-story.ts';
import { tellTools } from './sample-tools.ts';
import { writeReport, type AddScan } from './sample-report-story.ts';
import { askForAllowances } from './sample-requests.ts';

const dayMs = 86_400_000;
const hourMs = 3_600_000;
const clerks = ['wangxm', 'chenjing'];
const technicians = ['lizq', 'zhoujg', 'majun', 'sunwei'];

/** The documents that the story tells stand against the end of a case. */
const unfinishedOf = unfinishedAmong({
  requisition: requisitionsOfCase,
  report: reportsOfCase,
  oldPart: oldPartsOfCase,
});

/** What one problem is made of, from the call on. */
export interface Problem {
  readonly fault: (typeof faults)[number];
  readonly unit: SampleUnit;
  readonly caseId: string;
  readonly judgementId: string | null;
  readonly technician: string;
  readonly calledAt: number;
}

/** Fourteen months of calls, cases, requisitions and reports, day by day, until `end`. */
export async function tellStory(
  books: SampleBooks,
  catalogue: Catalogue,
  span: { readonly begin: number; readonly end: number; readonly callsPerDay: number },
  addScan: AddScan,
  progress: Progress,
): Promise<void> {
  const { chance } = books;
  const agenda = new SampleAgenda(span.end);
  const told = inTurn(books, agenda);
  const failures: unknown[] = [];
  const begin = (at: number, story: () => Promise<void>) =>
    agenda.begin(at, story, (error) => failures.push(error));
  const days = Math.floor((span.end - span.begin) / dayMs);
  for (let day = 1; day <= days; day += 1) {
    const morning = startOfDay(dayOf(span.begin + day * dayMs)) + 8 * hourMs;
    // Sundays the desk rests.
    if (new Date(morning).getUTCDay() === 0) continue;
    const calls = chance.whole(Math.floor(span.callsPerDay / 2), Math.ceil(span.callsPerDay * 1.5));
    for (let call = 0; call < calls; call += 1) {
      const at = morning + chance.whole(5, 9 * 60 + 50) * 60_000;
      begin(at, () => oneCall(told, catalogue, at, span.end, addScan));
    }
    if (day % 14 === 0) begin(morning, () => restock(told, catalogue, morning));
  }
  begin(span.begin + dayMs, () => tellTools(told, span.begin + dayMs, span.end));
  await agenda.run(async (now) => {
    if (failures.length > 0) throw failures[0];
    await progress(Math.floor((now - span.begin) / dayMs), days);
  });
  if (failures.length > 0) throw failures[0];
  await askForAllowances(books, Math.max(agenda.now, span.end - hourMs));
}

async function oneCall(
  books: SampleBooks,
  catalogue: Catalogue,
  at: number,
  end: number,
  addScan: AddScan,
): Promise<void> {
  const { chance } = books;
  const unit = chance.one(catalogue.units);
  if (chance.happens(0.3)) return askSomething(books, unit, at, end);
  const problem = await openProblem(books, unit, at);
  if (!problem) return;
  const supplied = await supplyParts(books, catalogue, problem, end);
  const finished = await writeReport(books, problem, supplied, end, addScan);
  if (finished !== undefined) await closeCase(books, problem.caseId, finished + 3 * dayMs);
}

async function askSomething(books: SampleBooks, unit: SampleUnit, at: number, end: number): Promise<void> {
  const { chance } = books;
  const { category, summary, answer } = chance.one(enquiries);
  // What was unclear has been cleared up, but for the last days.
  const outcome = chance.happens(at > end - 5 * dayMs ? 0.5 : 1)
    ? { kind: 'answered' as const, answer }
    : { kind: 'toBeClarified' as const, nextCallAt: at + 26 * hourMs };
  await books.at(at, personOf(books, chance.one(clerks)), (tx) =>
    recordContact(tx, {
      ...callOf(unit, tx.now),
      unitId: null,
      mileageKm: null,
      category,
      faultGroup: null,
      urgency: 'notUrgent',
      summary,
      outcome,
    }),
  );
}

async function openProblem(books: SampleBooks, unit: SampleUnit, at: number): Promise<Problem | undefined> {
  const { chance } = books;
  const fault = chance.one(faults);
  const clerk = personOf(books, chance.one(clerks));
  const urgency = chance.one(['outOfService', 'limping', 'limping', 'notUrgent'] as const);
  const technician = chance.one(technicians);
  return books.at(at, clerk, async (tx) => {
    const ownerId = personOf(books, technician).personId;
    const mileageKm = mileageAt(unit, tx.now);
    const contact = await recordContact(tx, {
      ...callOf(unit, tx.now),
      unitId: unit.id,
      mileageKm,
      category: 'repair',
      faultGroup: fault.faultGroup,
      urgency,
      summary: fault.symptom,
      outcome: { kind: 'openCase', ownerId },
    });
    if (contact.caseId === null) return undefined;
    const judgement = await judgeWarranty(tx, {
      unitId: unit.id,
      componentGroupCode: fault.componentGroup,
      basisDay: dayOf(tx.now),
      mileageKm,
      operatingHours: null,
      exclusions: [],
      caseId: contact.caseId,
    });
    return {
      fault,
      unit,
      caseId: contact.caseId,
      judgementId: judgement.id,
      technician,
      calledAt: tx.now,
    };
  });
}

function callOf(unit: SampleUnit, at: number) {
  const { telephone, caller, customerId, contactPersonId } = unit;
  return {
    kind: 'call' as const,
    direction: 'in' as const,
    at,
    receivedDay: null,
    senderReference: '',
    telephone,
    callerName: caller,
    customerId,
    contactPersonId,
    operatingHours: null,
    newCustomer: null,
    newUnit: null,
  };
}

async function closeCase(books: SampleBooks, caseId: string, at: number): Promise<void> {
  await books.at(at, personOf(books, 'wangxm'), async (tx) => {
    for (const state of ['confirmed', 'closed'] as const) {
      const [found] = await tx.db
        .select({ version: cases.version, state: cases.state })
        .from(cases)
        .where(eq(cases.id, caseId));
      try {
        if (found) {
          const move = { id: caseId, version: found.version, state, reason: '' };
          await moveCase(tx, move, unfinishedOf);
        }
      } catch (error) {
        // A case with something open stays open, as it would at the desk.
        if (!(error instanceof Refusal)) throw error;
        return;
      }
    }
  });
}

async function restock(books: SampleBooks, catalogue: Catalogue, at: number): Promise<void> {
  const { chance } = books;
  const wanted = new Set<SamplePart>();
  for (let line = 0; line < 25; line += 1) wanted.add(chance.one(catalogue.parts.slice(0, 60)));
  await books.at(at + hourMs, personOf(books, 'zhaogang'), (tx) =>
    receiveAndPost(tx, {
      purpose: 'purchase',
      supplier: chance.one(suppliers),
      lines: [...wanted].map((part) => ({
        partId: part.id,
        accountId: part.accountId,
        quantity: chance.whole(4, 30) * oneUnit,
        unitPriceFen: Math.round(part.priceFen * (0.72 + chance.next() * 0.16)),
      })),
    }),
  );
}

export type { Supplied };

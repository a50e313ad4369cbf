import { plainCustomer, plainUnit } from '#tests/support/plain-records.ts';
import type { Books } from '#tests/support/books.ts';
import { dayOf } from '#shared/domain/days.ts';
import { isRefusal, Refusal } from '#shared/contract/refusals.ts';
import { callerCard } from '#host/views/caller.queries.ts';
import { recordContact, type NewContact } from '#host/modules/contacts/contacts.service.ts';
import { createCustomer } from '#host/modules/customers/customers.service.ts';
import { searchIds } from '#host/desks/search/search.queries.ts';
import { todayCards } from '#host/roll/today-cards.ts';
import { todayPageOf } from '#host/views/today/page.queries.ts';
import { getUnit } from '#host/views/unit-file.queries.ts';
import { createProduct } from '#host/modules/units/units.products.service.ts';
import { lastReading } from '#host/modules/units/units.queries.ts';
import { addReading, createUnit } from '#host/modules/units/units.service.ts';
import { unitVerdicts } from '#host/modules/warranty/warranty.queries.ts';
import type { Chance } from './dose.ts';

const dayMs = 86_400_000;
/** Kilometres and hours that a bus of these books gains in a day. */
const pace = { mileageKm: 200, operatingHours: 8 };

/** A step of an office's work. A wrong one is taken back later, or before a right one that it stands in the way of. */
export interface Step {
  readonly kind: 'call' | 'reading';
  readonly isWrong: boolean;
  readonly customer: number;
  /** Named by the clerk; otherwise the number says who calls. */
  readonly namesCustomer: boolean;
  readonly callerName: string;
  readonly telephone: string;
  readonly daysBefore: number;
  readonly outcome: 'answered' | 'toBeClarified' | 'openCase' | 'joinCase';
  readonly beside: { readonly mileageKm: number; readonly operatingHours: number };
}

/** Customers of a round with a bus and a number each. */
export interface Fleet {
  readonly customers: readonly { readonly id: string; readonly name: string; readonly telephone: string }[];
  readonly unitIds: readonly string[];
}

/** Random work of a round: right steps, and wrong ones among them. */
export function planOf(chance: Chance, fleetTelephones: readonly string[], steps: number): readonly Step[] {
  return Array.from({ length: steps }, () => {
    const isWrong = chance.percent(40);
    const customer = chance.between(0, fleetTelephones.length - 1);
    const namesCustomer = isWrong || chance.percent(60);
    const known = fleetTelephones[customer] ?? '';
    return {
      kind: chance.percent(70) ? 'call' : 'reading',
      isWrong,
      customer,
      namesCustomer,
      callerName: chance.oneOf(['周师傅', '李调度', '王']),
      telephone: namesCustomer
        ? chance.oneOf([...fleetTelephones, `139${chance.between(10_000_000, 99_999_999)}`])
        : known,
      daysBefore: chance.between(0, 3),
      outcome: isWrong
        ? chance.oneOf(['answered', 'toBeClarified', 'joinCase'] as const)
        : chance.oneOf(['answered', 'toBeClarified', 'openCase', 'joinCase'] as const),
      beside: { mileageKm: chance.between(0, 400_000), operatingHours: chance.between(0, 9000) },
    };
  });
}

/** How wrong entries are made and taken back in books; books without them leave them out. */
export interface Office {
  readonly books: Books;
  readonly takeBack: ((books: Books, made: Made) => Promise<void>) | undefined;
}

/** What a wrong step has left. */
export interface Made {
  readonly kind: Step['kind'];
  readonly id: string;
}

/** Customers and buses of a round, the same in every books. */
export async function openFleet(books: Books, round: number): Promise<Fleet> {
  return books.write(async (tx) => {
    const product = await createProduct(tx, {
      code: `R16-${round}`,
      name: '客车',
      productLine: 'bus',
      active: true,
    });
    const customers = [];
    const unitIds: string[] = [];
    for (let index = 0; index < 3; index += 1) {
      const name = `第${round}轮用户${index}`;
      const telephone = `138${String(round * 10 + index).padStart(8, '0')}`;
      const { id } = await createCustomer(tx, {
        ...plainCustomer,
        name,
        telephones: [{ shown: telephone }],
        person: null,
      });
      const unit = await createUnit(tx, {
        ...plainUnit,
        productId: product.id,
        customerId: id,
        plate: `粤B·${round}-${index}`,
        serialNumber: '',
        saleDay: '2025-01-01',
        reading: null,
      });
      customers.push({ id, name, telephone });
      unitIds.push(unit.id);
    }
    return { customers, unitIds };
  });
}

/** Works a plan off; answers how many wrong entries were made and taken back. */
export async function work(
  { books, takeBack }: Office,
  fleet: Fleet,
  plan: readonly Step[],
): Promise<number> {
  const cases: string[] = [];
  const open: Made[] = [];
  let takenBack = 0;
  const takeAllBack = async () => {
    for (const made of open.splice(0)) {
      takenBack += 1;
      await takeBack?.(books, made);
    }
  };
  for (const [index, step] of plan.entries()) {
    books.pass(dayMs / 4);
    if (step.isWrong) {
      if (!takeBack) continue;
      const made = await tried(() => doStep(books, fleet, step, cases));
      if (made) open.push(made);
    } else {
      const made = (await tried(() => doStep(books, fleet, step, cases))) ?? (await againAfter(takeAllBack));
      if (made?.caseId) cases.push(made.caseId);
    }
    if (index % 7 === 6) await takeAllBack();

    async function againAfter(clearing: () => Promise<void>) {
      await clearing();
      return tried(() => doStep(books, fleet, step, cases));
    }
  }
  await takeAllBack();
  return takenBack;
}

/** Everything that is worked out from a fleet and the day's figures, without ids and document numbers. */
export async function derivedFrom(books: Books, fleet: Fleet, plan: readonly Step[]) {
  const telephones = [...new Set(plan.map((step) => step.telephone))];
  return books.read(async (tx) => {
    const lights = await unitVerdicts(tx, fleet.unitIds, dayOf(tx.now));
    const units = [];
    for (const unitId of fleet.unitIds) {
      const { readings, history } = await getUnit(tx, { id: unitId });
      units.push({
        light: lights.get(unitId),
        last: await lastReading(tx, unitId),
        readings: readings.flatMap(({ day, mileageKm, operatingHours, voidedAt }) =>
          voidedAt === null ? [[day, mileageKm, operatingHours]] : [],
        ),
        services: history.length,
      });
    }
    const callers = [];
    for (const telephone of telephones) {
      const { customer, person, sameNumber, promised, openCases } = await callerCard(tx, { telephone });
      const found = await searchIds(tx, 'customer', telephone);
      callers.push({
        telephone,
        customer: customer?.name,
        person: person?.name,
        sameNumber: sameNumber.map(({ name }) => name),
        promised: promised.length,
        openCases: openCases.length,
        found: found.rows.map((id) => fleet.customers.find((one) => one.id === id)?.name),
      });
    }
    const { contactsToday, casesToday, cards } = await todayPageOf(todayCards)(tx, { mine: false });
    const counts = Object.fromEntries(cards.map(({ name, count }) => [name, count]));
    return { units, callers, today: { contactsToday, casesToday, ...counts } };
  });
}

async function tried<Result>(act: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof Refusal && !isRefusal(error, 'NOT_FOUND')) return undefined;
    throw error;
  }
}

async function doStep(
  books: Books,
  fleet: Fleet,
  step: Step,
  cases: readonly string[],
): Promise<Made & { readonly caseId?: string | null }> {
  const unitId = fleet.unitIds[step.customer] ?? '';
  const at = books.now() - step.daysBefore * dayMs;
  const told = step.isWrong ? step.beside : rightReading(at);
  if (step.kind === 'reading') {
    const reading = {
      unitId,
      day: dayOf(at),
      ...told,
      counterReplaced: step.isWrong,
      readingConfirmed: step.isWrong,
    };
    return { kind: 'reading', ...(await books.write((tx) => addReading(tx, reading))) };
  }
  const { id, caseId } = await books.write((tx) =>
    recordContact(tx, callOf(fleet, step, { unitId, at, told }, cases)),
  );
  return { kind: 'call', id, caseId: step.outcome === 'openCase' ? caseId : null };
}

function callOf(
  fleet: Fleet,
  step: Step,
  { unitId, at, told }: { unitId: string; at: number; told: Step['beside'] },
  cases: readonly string[],
): NewContact {
  const customer = fleet.customers[step.customer];
  return {
    kind: 'call',
    direction: 'in',
    at,
    receivedDay: null,
    senderReference: '',
    telephone: step.telephone,
    callerName: step.callerName,
    customerId: step.namesCustomer ? (customer?.id ?? null) : null,
    contactPersonId: null,
    // The number alone says who calls; a unit would say it too.
    unitId: step.namesCustomer ? unitId : null,
    ...told,
    counterReplaced: step.isWrong,
    readingConfirmed: step.isWrong,
    category: 'repair',
    faultGroup: null,
    urgency: 'notUrgent',
    summary: '漏水',
    newCustomer: null,
    newUnit: null,
    outcome: outcomeOf(step, cases.at(-1)),
  };
}

function outcomeOf({ outcome }: Step, lastCaseId: string | undefined): NewContact['outcome'] {
  if (outcome === 'openCase') return { kind: 'openCase', ownerId: null };
  if (outcome === 'toBeClarified') return { kind: 'toBeClarified', nextCallAt: 4_102_444_800_000 };
  if (outcome === 'joinCase' && lastCaseId !== undefined) return { kind: 'joinCase', caseId: lastCaseId };
  return { kind: 'answered', answer: '' };
}

/** What the counters really show at a moment. */
function rightReading(at: number): Step['beside'] {
  const days = Math.floor((at - Date.UTC(2025, 0, 1)) / dayMs);
  return { mileageKm: days * pace.mileageKm, operatingHours: days * pace.operatingHours };
}

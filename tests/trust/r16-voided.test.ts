import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import type { Engine } from '#host/database/database.ts';
import { contacts } from '#host/schema/contacts.tables.ts';
import { voidContact } from '#host/modules/contacts/contacts.voiding.service.ts';
import { voidReading } from '#host/modules/units/units.service.ts';
import { draftPolicy, publishPolicy, saveGroups } from '#host/modules/warranty/policies.service.ts';
import { openBooks, type Books } from '#tests/support/books.ts';
import { chanceFrom, dose, seedOfRun, tell } from '#tests/support/trust/dose.ts';
import {
  derivedFrom,
  openFleet,
  planOf,
  work,
  type Made,
  type Office,
} from '#tests/support/trust/voiding.ts';

const stepsOfRound = 35;
const reason = '记错了';

describe.each([
  ['sqlite', dose(6, 400)],
  ['postgres', dose(2, 100)],
] as const)('R16 what was voided, on %s', (engine, rounds) => {
  test('leaves everything that is worked out as if it had not been', async () => {
    const seed = seedOfRun();
    const { takenBack, different } = await runRounds(engine, rounds, seed, takeBack);
    tell(`R16 voided ${engine}`, { tried: rounds, effective: takenBack, seed });
    expect(takenBack).toBeGreaterThan(rounds * 3);
    expect(different, `seed ${seed}`).toEqual([]);
  });

  test('control: a voiding that only marks the entry is found out', async () => {
    const seed = seedOfRun();
    const { takenBack, different } = await runRounds(engine, 2, seed, markOnly);
    tell(`R16 voided control ${engine}`, { tried: 2, effective: different.length, seed });
    expect(takenBack).toBeGreaterThan(0);
    expect(different.length).toBeGreaterThan(0);
  });
});

/** The same work in two offices, one of which never made the wrong entries; tells the rounds that end differently. */
async function runRounds(
  engine: Engine,
  rounds: number,
  seed: number,
  back: NonNullable<Office['takeBack']>,
) {
  const chance = chanceFrom(seed);
  const erring: Office = { books: await openOffice(engine), takeBack: back };
  const unerring: Office = { books: await openOffice(engine), takeBack: undefined };
  const different: { round: number; erring: unknown; unerring: unknown }[] = [];
  let takenBack = 0;
  for (let round = 0; round < rounds; round += 1) {
    const fleets = [await openFleet(erring.books, round), await openFleet(unerring.books, round)] as const;
    const plan = planOf(
      chance,
      fleets[0].customers.map(({ telephone }) => telephone),
      stepsOfRound,
    );
    takenBack += await work(erring, fleets[0], plan);
    await work(unerring, fleets[1], plan);
    const ends = {
      erring: await derivedFrom(erring.books, fleets[0], plan),
      unerring: await derivedFrom(unerring.books, fleets[1], plan),
    };
    if (JSON.stringify(ends.erring) !== JSON.stringify(ends.unerring)) different.push({ round, ...ends });
  }
  await erring.books.close();
  await unerring.books.close();
  return { takenBack, different };
}

async function takeBack(books: Books, { kind, id }: Made): Promise<void> {
  await books.write(async (tx) => {
    if (kind === 'call') await voidContact(tx, { id, version: 1, reason });
    else await voidReading(tx, { id, reason });
  });
}

async function markOnly(books: Books, { kind, id }: Made): Promise<void> {
  if (kind === 'reading') return takeBack(books, { kind, id });
  await books.write(async (tx) => {
    await tx.db.update(contacts).set({ state: 'void', nextCallAt: null }).where(eq(contacts.id, id));
  });
}

/** Books with a policy whose limits the wrong readings overstep. */
async function openOffice(engine: Engine): Promise<Books> {
  const books = await openBooks(engine);
  await books.write(async (tx) => {
    await saveGroups(tx, { version: 0, groups: [{ code: 'ENG', name: '发动机', nameEn: 'Engine' }] });
    const terms = [
      {
        componentGroupCode: 'ENG',
        clause: '',
        months: 60,
        mileageKm: 250_000,
        operatingHours: 8000,
        wearPart: false,
      },
    ];
    const policy = await draftPolicy(tx, {
      name: '规定',
      validFromDay: '2020-01-01',
      appliesBy: 'saleDay',
      scope: [],
      regions: [],
      cardWithinDays: 0,
      replacementTerm: 'restOfTerm',
      terms,
    });
    await publishPolicy(tx, policy);
  }, books.actors.admin);
  return books;
}

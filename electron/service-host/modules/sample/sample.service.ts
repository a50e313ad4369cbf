import { eq } from 'drizzle-orm';
import { theProgram } from '#shared/domain/actor.ts';
import type { Database, ReadTx } from '../../database/database.ts';
import type { Progress } from '#shared/domain/progress.ts';
import { createPerson } from '../people/people.service.ts';
import { people } from '../../schema/people.tables.ts';
import { setUpFirm } from '../first-start/first-start.service.ts';
import { settings } from '../../schema/settings.tables.ts';
import { Chance } from './chance.ts';
import { actorOf, sampleBooks, type SampleBooks } from './sample-books.ts';
import { makeCatalogue, type SampleSize } from './sample-catalogue.ts';
import { sampleFirm, samplePassword, samplePeople } from './sample.presets.ts';
import { tellStory } from './sample-story.ts';
import type { AddScan } from './sample-report-story.ts';

const sizes: Readonly<Record<'small' | 'full', SampleSize>> = {
  small: { parts: 240, customers: 40, units: 100, callsPerDay: 1 },
  full: { parts: 2000, customers: 600, units: 1500, callsPerDay: 7 },
};
const usualMonths = 14;
const dayMs = 86_400_000;
const markKey = 'sample';

/** Fourteen months of a bus maker's service office, told through the services by its own people, ending now. */
export async function loadSample(
  database: Database,
  options: {
    readonly size: 'small' | 'full' | SampleSize;
    /** How far back the story begins; 14 unless given. */
    readonly months?: number;
    readonly now: number;
    readonly seed?: number;
    readonly passwordHash: string;
    readonly addScan: AddScan;
  },
  progress: Progress,
): Promise<{ password: string }> {
  const end = options.now - 60_000;
  const begin = end - Math.round((options.months ?? usualMonths) * 30.4) * dayMs;
  const books = sampleBooks(database, new Chance(options.seed ?? 20_261_122));
  await makePeople(books, begin, options.passwordHash);
  const size = typeof options.size === 'string' ? sizes[options.size] : options.size;
  const catalogue = await makeCatalogue(books, size, begin, progress);
  await tellStory(books, catalogue, { begin, end, callsPerDay: size.callsPerDay }, options.addScan, progress);
  return { password: samplePassword };
}

/** Whether nobody works in these books yet. */
export async function booksAreEmpty(tx: ReadTx): Promise<boolean> {
  return (await tx.db.$count(people)) === 0;
}

/** Whether these books hold a sample among their own records, as the first version loaded it. */
export async function holdMixedInSample(tx: ReadTx): Promise<boolean> {
  return (await tx.db.$count(settings, eq(settings.key, markKey))) > 0;
}

async function makePeople(books: SampleBooks, begin: number, passwordHash: string): Promise<void> {
  await books.at(begin, theProgram, async (tx) => {
    const [admin, ...others] = samplePeople;
    if (!admin) throw new RangeError('the sample has people');
    const made = await setUpFirm(tx, passwordHash, { firm: sampleFirm, admin });
    await tx.db.insert(settings).values({ key: markKey, value: { loadedAt: tx.now }, version: 1 });
    books.people.set(admin.signInName, actorOf(made.id, admin.name, admin.roles));
    for (const person of others) {
      const { id } = await createPerson(tx, passwordHash, { ...person, active: true });
      books.people.set(person.signInName, actorOf(id, person.name, person.roles));
    }
  });
}

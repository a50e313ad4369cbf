import { theProgram } from '#shared/domain/actor.ts';
import type { Engine } from '#host/database/database.ts';
import { openDatabase } from '#host/database/open-database.ts';
import { among } from '#host/database/read-page.ts';
import { operations } from '#host/schema/operations.tables.ts';
import { brokenInvariants } from './invariants.ts';
import type { LifeOrder } from './life.ts';
import { liveAndDie, type Blow, type LifeTold } from './lives.ts';
import { freshPlace, openRaw, type Place } from './raw-books.ts';
import { openDesk, openShop, receive, seedPeople, type Desk, type Shop } from './shop.ts';
import { faultsOfSteps, migrationsWithSteps } from './steps.ts';

const desksAtOnce = 3;

/** Books whose host is killed again and again, and everything that was found wrong afterwards. */
export class KilledBooks {
  kills = 0;
  /** Kills that met something in the making: an act that was not promised yet, a checkpoint, a migration. */
  effective = 0;
  promised = 0;
  /** From the start of each life to its first promise. */
  readonly servingMs: number[] = [];
  readonly phases = new Map<string, number>();
  readonly lost: string[] = [];
  readonly broken: string[] = [];
  readonly errors: string[] = [];
  readonly #place: Place;
  readonly #file: string;
  readonly #order: Pick<LifeOrder, 'location' | 'desks' | 'partId' | 'binId' | 'holderId'>;
  #migrationSteps = 0;

  constructor(place: Place, file: string, shop: Shop, desks: readonly Desk[]) {
    this.#place = place;
    this.#file = file;
    const { partId, binId, holderId } = shop;
    this.#order = { location: place.location, desks, partId, binId, holderId };
  }

  /** Books with much in stock and requisitions to issue it on. `file` is the bundled program of a life. */
  static async open(engine: Engine, file: string): Promise<KilledBooks> {
    const place = await freshPlace(engine);
    const database = await openDatabase(place.location);
    await seedPeople(database);
    const shop = await openShop(database);
    const desks: Desk[] = [];
    for (let count = 0; count < desksAtOnce; count += 1) desks.push(await openDesk(database, shop));
    await receive(database, shop.actors.warehouse, {
      partId: shop.partId,
      accountId: shop.binId,
      quantity: 100_000_000,
    });
    await database.close();
    return new KilledBooks(place, file, shop, desks);
  }

  /** One life, one blow, and a thorough look at what is left. */
  async kill(kind: LifeOrder['kind'], blow: Blow, tellsEarly: boolean): Promise<void> {
    if (kind === 'migration') this.#migrationSteps += 1;
    const order = { ...this.#order, kind, tellsEarly, migrationSteps: this.#migrationSteps };
    const told = await liveAndDie(this.#file, order, blow);
    this.#note(kind, told);
    if (this.#place.location.engine === 'sqlite') await this.#lookAtSteps();
    await this.#lookAtBooks(told);
  }

  async close(): Promise<void> {
    await this.#place.remove();
  }

  #note(kind: LifeOrder['kind'], told: LifeTold): void {
    this.kills += 1;
    this.promised += told.done.length;
    if (told.servingMs !== undefined) this.servingMs.push(told.servingMs);
    const during = told.phase === 'checkpoint' || told.phase === 'migration' ? told.phase : kind;
    this.phases.set(during, (this.phases.get(during) ?? 0) + 1);
    if (during !== kind || told.begun.length > told.done.length || during === 'migration')
      this.effective += 1;
    if (told.errors !== '') this.errors.push(told.errors.slice(0, 2000));
  }

  /** The old schema or the new one, before anybody mends anything. */
  async #lookAtSteps(): Promise<void> {
    const raw = await openRaw(this.#place.location);
    try {
      const taken = await raw.run('SELECT number FROM schema_migrations ORDER BY number');
      const [table] = await raw.run(`SELECT 1 FROM sqlite_master WHERE name = 'trust_steps'`);
      const rows = table
        ? await raw.run('SELECT step, count(*) AS count FROM trust_steps GROUP BY step')
        : [];
      const perStep = new Map(rows.map((row) => [Number(row['step']), Number(row['count'])]));
      this.broken.push(
        ...faultsOfSteps(
          taken.map((row) => Number(row['number'])),
          perStep,
        ),
      );
    } finally {
      await raw.close();
    }
  }

  /** Opens the books as the next start of the program does: all that was promised is there, and all agrees. */
  async #lookAtBooks(told: LifeTold): Promise<void> {
    const { location } = this.#place;
    const migrations = location.engine === 'sqlite' ? migrationsWithSteps(this.#migrationSteps) : undefined;
    const database = await openDatabase(location, { migrations });
    try {
      const kept = await database.read(theProgram, (tx) =>
        tx.db.select({ id: operations.id }).from(operations).where(among(operations.id, told.done)),
      );
      const ids = new Set<string>(kept.map((row) => row.id));
      this.lost.push(...told.done.filter((id) => !ids.has(id)));
      const broken = await brokenInvariants(database);
      this.broken.push(...broken.map(({ invariant, what }) => `${invariant}: ${what}`));
    } finally {
      await database.close();
    }
  }
}

import { isDeepStrictEqual } from 'node:util';
import type { ServiceClient } from '#shared/contract/index.ts';
import type { Engine } from '#host/database/database.ts';
import { dose, isFull, operation, type Chance } from './dose.ts';
import { faultCodes, type FaultPlan, type Faults } from './faults.ts';
import type { RawBooks } from './raw-books.ts';
import type { ShopPerson } from './shop.ts';
import { outcomeOf, type Outcome } from './wire.ts';

const retriesAtMost = 3;

interface Victim {
  readonly engine: Engine;
  readonly faults: Faults;
  readonly raw: RawBooks;
  readonly chance: Chance;
  client(who: ShopPerson): ServiceClient;
}

/**
 * Lets every act fail at every one of its statements and at its commit, looks at what was told and what is kept, and lets
 * it succeed in the end under the operation id that it failed with.
 */
export class Torment {
  tried = 0;
  struck = 0;
  retried = 0;
  readonly findings: string[] = [];
  readonly acts = new Set<string>();
  readonly #victim: Victim;
  #turn = 0;
  #lastSeen: ReadonlyMap<string, string> | undefined;

  constructor(victim: Victim) {
    this.#victim = victim;
  }

  async act<Result>(
    name: string,
    who: ShopPerson,
    call: (client: ServiceClient, operationId: string) => Promise<Result>,
  ): Promise<Result> {
    const { engine, chance } = this.#victim;
    const client = this.#victim.client(who);
    const operationId = operation();
    this.acts.add(name);
    const send = () => outcomeOf(call(client, operationId));
    const statements = await this.#failAtCommit(name, operationId, send);
    // PostgreSQL answers over a socket: the small dose looks at one in five of its statements.
    const stride = engine === 'postgres' ? dose(5, 1) : 1;
    for (let at = chance.between(1, stride); at <= statements; at += stride) {
      for (const plan of this.#plansAt(at)) await this.#fail(name, operationId, plan, send);
    }
    return this.#succeed(name, operationId, statements, send);
  }

  /** Fails the commit alone, with every code; a read and the next write are looked at as well. Returns how many statements the act takes. */
  async #failAtCommit<Result>(
    name: string,
    operationId: string,
    send: () => Promise<Outcome<Result>>,
  ): Promise<number> {
    let statements = Infinity;
    for (const code of faultCodes[this.#victim.engine]) {
      for (const lasting of [true, false]) {
        if (!lasting && mayBeRetried(code)) continue;
        const commitAt = await this.#fail(name, operationId, { at: 'commit', code, lasting }, send);
        // After a rollback that failed the next transaction begins with one more.
        if (commitAt > 0) statements = Math.min(statements, commitAt);
      }
    }
    return statements;
  }

  #plansAt(at: number): readonly FaultPlan[] {
    const codes = faultCodes[this.#victim.engine];
    const all = codes.flatMap((code) => [
      { at, code, lasting: true },
      ...(mayBeRetried(code) ? [] : [{ at, code, lasting: false }]),
    ]);
    this.#turn += 1;
    return isFull ? all : all.filter((_, index) => index === this.#turn % all.length);
  }

  /** One call with a fault on its way. Returns which statement the commit was, 0 when it did not come to that. */
  async #fail<Result>(
    name: string,
    operationId: string,
    plan: FaultPlan,
    send: () => Promise<Outcome<Result>>,
  ): Promise<number> {
    const { faults, raw } = this.#victim;
    const before = (this.#lastSeen ??= await raw.fingerprint());
    faults.plan(plan);
    const outcome = await send();
    const { struck, writesBegun, commitAt } = faults;
    faults.mend();
    this.tried += 1;
    if (struck > 0) this.struck += 1;
    const where = `${name} at ${plan.at}, ${plan.code} ${plan.lasting ? 'for ever' : 'once'}`;
    this.#lastSeen = await raw.fingerprint();
    const changed = changesBetween(before, this.#lastSeen);
    if (outcome.kind === 'told') {
      if (!(await this.#isKept(operationId)))
        this.findings.push(`${where}: success was told, nothing was kept`);
      return commitAt;
    }
    if (outcome.code !== 'STORAGE_FAILED' || outcome.status !== 503)
      this.findings.push(`${where}: told ${outcome.code} ${outcome.status}`);
    if (changed.length > 0) this.findings.push(`${where}: something remains in ${changed.join(', ')}`);
    if (writesBegun > 1 + retriesAtMost) this.findings.push(`${where}: tried ${writesBegun} times`);
    if (plan.lasting && (isFull || this.tried % 5 === 0)) await this.#lookAround(where, plan.code);
    return commitAt;
  }

  /** While nothing can be written, reads go on, and another write is refused in the same words. */
  async #lookAround(where: string, code: string): Promise<void> {
    const { faults } = this.#victim;
    const client = this.#victim.client('warehouse');
    faults.refuseWrites(code);
    const read = await outcomeOf(client.stock.warehouses());
    if (read.kind !== 'told') this.findings.push(`${where}: then a read was refused, ${read.code}`);
    const house = { operationId: operation(), id: null, version: 0, code: 'W-X', name: 'X', active: true };
    const write = await outcomeOf(client.stock.saveWarehouse(house));
    if (write.kind === 'told') this.findings.push(`${where}: then a write was told as done`);
    faults.mend();
  }

  /** The fault is gone: the same call succeeds, once, and answers the same again. A serialisation failure met on the way is tried again by the host. */
  async #succeed<Result>(
    name: string,
    operationId: string,
    statements: number,
    send: () => Promise<Outcome<Result>>,
  ): Promise<Result> {
    const { faults, raw, engine, chance } = this.#victim;
    this.#lastSeen = undefined;
    if (engine === 'postgres' && !(await this.#isKept(operationId))) {
      const at = chance.percent(25) ? 'commit' : chance.between(1, statements);
      faults.plan({ at, code: chance.oneOf(['40001', '40P01']), lasting: false });
      const met = await send();
      if (met.kind === 'told' && faults.struck > 0) this.retried += 1;
      faults.mend();
    }
    const done = await send();
    if (done.kind !== 'told') throw new Error(`${name} is refused without a fault: ${done.code}`);
    if (!(await this.#isKept(operationId))) this.findings.push(`${name}: success was told, nothing was kept`);
    await this.#renamesFollowed();
    const after = await raw.fingerprint();
    const again = await send();
    const same = again.kind === 'told' && isDeepStrictEqual(again.result, done.result);
    if (!same || changesBetween(after, await raw.fingerprint()).length > 0)
      this.findings.push(`${name}: again is not the same`);
    return done.result;
  }

  /** The entries of the search follow a rename after its commit. */
  async #renamesFollowed(): Promise<void> {
    const { raw } = this.#victim;
    const isLeft = async (table: string) => (await raw.run(`SELECT 1 FROM ${table} LIMIT 1`)).length > 0;
    while ((await isLeft('search_renames')) || (await isLeft('search_stale')))
      await new Promise((resolve) => setImmediate(resolve));
  }

  async #isKept(operationId: string): Promise<boolean> {
    return (await this.#victim.raw.run(`SELECT id FROM operations WHERE id = '${operationId}'`)).length === 1;
  }
}

function mayBeRetried(code: string): boolean {
  return code.startsWith('40');
}

function changesBetween(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): readonly string[] {
  return [...after].filter(([table, rows]) => before.get(table) !== rows).map(([table]) => table);
}

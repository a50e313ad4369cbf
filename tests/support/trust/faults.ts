import BetterSqlite3 from 'better-sqlite3';
import { DatabaseError } from 'pg';
import type { Engine, StatementHook } from '#host/database/database.ts';

/** What an engine says when it cannot: disk full, input and output, busy; serialisation failure, deadlock. */
export const faultCodes = {
  sqlite: ['SQLITE_FULL', 'SQLITE_IOERR', 'SQLITE_BUSY'],
  postgres: ['53100', '40001', '40P01'],
} as const satisfies Record<Engine, readonly string[]>;

/** Where a fault strikes: at the `at`th statement from now, or at the commit of the next write; once, or from then on for ever. */
export interface FaultPlan {
  readonly at: number | 'commit';
  readonly code: string;
  readonly lasting: boolean;
}

/** Makes statements of a host fail as planned. Its hook goes in where the host is started. */
export class Faults {
  /** Statements that were made to fail since the plan was made. */
  struck = 0;
  /** Transactions that write and were begun since. */
  writesBegun = 0;
  /** Which statement the commit of a write was. */
  commitAt = 0;
  #seen = 0;
  #plan: FaultPlan | undefined;
  #writes = false;
  #refusesWrites: string | undefined;

  readonly hook: StatementHook = (sql) => {
    if (/^BEGIN (IMMEDIATE|ISOLATION LEVEL SERIALIZABLE)/.test(sql)) {
      this.#writes = true;
      this.writesBegun += 1;
    }
    const isCommit = sql === 'COMMIT' && this.#writes;
    if (sql === 'COMMIT' || sql === 'ROLLBACK') this.#writes = false;
    this.#seen += 1;
    if (isCommit) this.commitAt = this.#seen;
    if (
      this.#refusesWrites !== undefined &&
      /^(BEGIN IMMEDIATE|BEGIN ISOLATION LEVEL SERIALIZABLE|INSERT|UPDATE|DELETE)/i.test(sql)
    ) {
      throw errorOf(this.#refusesWrites);
    }
    const plan = this.#plan;
    if (!plan) return;
    const meets = plan.at === 'commit' ? isCommit : this.#seen === plan.at;
    if (!meets && !(plan.lasting && this.struck > 0)) return;
    if (!plan.lasting && this.struck > 0) return;
    this.struck += 1;
    throw errorOf(plan.code);
  };

  plan(plan: FaultPlan): void {
    this.#plan = plan;
    this.#seen = 0;
    this.#writes = false;
    this.struck = 0;
    this.writesBegun = 0;
    this.commitAt = 0;
  }

  /** From now on every write fails and reads go on, as on a full disk. */
  refuseWrites(code: string): void {
    this.#plan = undefined;
    this.#refusesWrites = code;
  }

  /** Everything works again. */
  mend(): void {
    this.#plan = undefined;
    this.#refusesWrites = undefined;
  }
}

function errorOf(code: string): Error {
  if (code.startsWith('SQLITE')) return new BetterSqlite3.SqliteError('injected', code);
  return Object.assign(new DatabaseError('injected', 0, 'error'), { code });
}

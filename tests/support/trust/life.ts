import { writeSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';
import { eq } from 'drizzle-orm';
import { Call, type CalledProcedure } from '#host/api/call.ts';
import type { HostParts } from '#host/api/host-parts.ts';
import { openDatabase, type DatabaseLocation } from '#host/database/open-database.ts';
import type { WriteTx } from '#host/database/database.ts';
import { approveRequisition } from '#host/modules/requisitions/deciding.service.ts';
import { issueParts } from '#host/modules/requisitions/issuing.service.ts';
import { requisitions } from '#host/schema/requisitions.tables.ts';
import {
  draftRequisition,
  submitRequisition,
  voidRequisition,
} from '#host/modules/requisitions/requisitions.service.ts';
import { isContractProcedure } from '@orpc/contract';
import { requisitionsContract } from '#shared/contract/requisitions.contract.ts';
import { assert } from '#shared/domain/assert.ts';
import type { Actor } from '#shared/domain/actor.ts';
import { operation } from './dose.ts';
import { peopleOf, type Desk, type ShopPerson } from './shop.ts';
import { migrationsWithSteps } from './steps.ts';

/*
 * One life of a host that is going to be killed: a process of its own, which opens the books, posts as fast as it can, and
 * says on standard output what it began and what it was promised. It never ends by itself.
 */

/** What a life is to do. */
export interface LifeOrder {
  readonly location: DatabaseLocation;
  readonly kind: 'posting' | 'numbering' | 'checkpoint' | 'migration';
  /** The control says `done` before the write was promised. */
  readonly tellsEarly: boolean;
  readonly migrationSteps: number;
  readonly desks: readonly Desk[];
  readonly partId: string;
  readonly binId: string;
  readonly holderId: string;
}

const order = JSON.parse(process.argv[2] ?? '') as LifeOrder; // Written by our own parent.
const isSqlite = order.location.engine === 'sqlite';

say(order.kind === 'migration' ? 'migration' : 'opening');
const database = await openDatabase(
  order.location,
  isSqlite ? { migrations: migrationsWithSteps(order.migrationSteps) } : {},
);
const actors = await peopleOf(database);
say('open');
// A call asks its parts for the database alone.
const parts = { database } as HostParts;
const lanes =
  order.kind === 'numbering'
    ? order.desks.map(() => giveNumbers())
    : order.desks.map((desk) => issueForEver(desk));
if (order.kind === 'checkpoint' && order.location.engine === 'sqlite')
  lanes.push(checkpointForEver(order.location.file));
await Promise.all(lanes);

async function issueForEver(desk: Desk): Promise<void> {
  const [found] = await database.read(actors.warehouse, (tx) =>
    tx.db.select({ version: requisitions.version }).from(requisitions).where(eq(requisitions.id, desk.id)),
  );
  let version = found?.version ?? 1;
  for (;;) {
    const lines = [
      { requisitionLineId: desk.lineId, partId: order.partId, accountId: order.binId, quantity: 1000 },
    ];
    const input = { operationId: operation(), id: desk.id, version, lines };
    const issued = await act('warehouse', 'requisitions.issue', input, (tx) => issueParts(tx, input));
    version = issued.version;
  }
}

/** Final numbers for requisitions, every other of which is voided and goes into the register. */
async function giveNumbers(): Promise<void> {
  for (let round = 0; ; round += 1) {
    const draft = {
      operationId: operation(),
      purpose: 'stock' as const,
      caseId: null,
      unitId: null,
      holderAccountId: order.holderId,
      notes: '',
      lines: [{ partId: order.partId, quantity: 1000, fault: '', judgementId: null, oldPartRequired: false }],
    };
    const drafted = await act('technician', 'requisitions.draft', draft, (tx) => draftRequisition(tx, draft));
    const asked = { operationId: operation(), ...drafted };
    const submitted = await act('technician', 'requisitions.submit', asked, (tx) =>
      submitRequisition(tx, asked),
    );
    const decision = { operationId: operation(), ...submitted, reason: '' };
    const approved = await act('leader', 'requisitions.approve', decision, (tx) =>
      approveRequisition(tx, decision),
    );
    if (round % 2 === 0) continue;
    const needless = { operationId: operation(), ...approved, reason: '不用了' };
    await act('technician', 'requisitions.void', needless, (tx) => voidRequisition(tx, needless));
  }
}

async function checkpointForEver(file: string): Promise<void> {
  const raw = new BetterSqlite3(file);
  // Waiting would hold up the writer for which it waits: both live in this thread.
  raw.pragma('busy_timeout = 0');
  for (;;) {
    for (let turn = 0; turn < 8; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    say('checkpoint');
    raw.pragma('wal_checkpoint(PASSIVE)');
    say('posting');
  }
}

async function act<Input extends { readonly operationId: string }, Result>(
  who: ShopPerson,
  procedure: string,
  input: Input,
  work: (tx: WriteTx) => Promise<Result>,
): Promise<Result> {
  const call = new Call(parts, { token: undefined, language: 'zh-CN' });
  const actor: Actor = actors[who];
  call.begin(actor, undefined);
  say(`begin ${input.operationId}`);
  const result = await call.act(calledProcedure(procedure), input, (tx) => {
    if (order.tellsEarly) say(`done ${input.operationId}`);
    return work(tx);
  });
  if (!order.tellsEarly) say(`done ${input.operationId}`);
  // Calls of an office come one by one; without this nothing else would ever have its turn.
  await new Promise((resolve) => setImmediate(resolve));
  return result;
}

/** Of the contract this part alone: the whole of it would make the life begin later than that of a host. */
function calledProcedure(name: string): CalledProcedure {
  const path = name.split('.');
  const procedure: unknown = Reflect.get(requisitionsContract, path.at(-1) ?? '');
  assert(isContractProcedure(procedure), `${name} is in the contract`);
  return { path, procedure };
}

/** Written at once and by the system: what was said is out, whatever happens to us afterwards. */
function say(text: string): void {
  writeSync(1, `${text}\n`);
}

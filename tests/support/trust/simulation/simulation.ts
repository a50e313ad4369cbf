import { isDeepStrictEqual } from 'node:util';
import type { ReportState } from '#shared/nouns/report.card.ts';
import type { ServiceClient } from '#shared/contract/index.ts';
import type { Engine } from '#host/database/database.ts';
import { accountOfPerson } from '#host/modules/stock/accounts.service.ts';
import { setSubstitutes } from '#host/modules/parts/parts.service.ts';
import { present } from '#shared/domain/assert.ts';
import { startTestHost, type TestHost } from '#tests/support/host.ts';
import { testStart } from '#tests/support/books.ts';
import { plainCustomer } from '#tests/support/plain-records.ts';
import { chanceFrom, operation, type Chance } from '../dose.ts';
import { faultCodes, Faults } from '../faults.ts';
import { dutiesAstray } from '../duties.ts';
import { brokenInvariants } from '../invariants.ts';
import { addPart, openShop, type ShopPerson } from '../shop.ts';
import { callOf } from '../story-case.ts';
import { outcomeOf, type Outcome } from '../wire.ts';
import { differences } from './compare.ts';
import { clearParts, installedLines } from './clear-turns.ts';
import { endDeputy, nameDeputy } from './deputy-turns.ts';
import { issueParts } from './issue-turns.ts';
import { receiveOldPart, waiveOldPart } from './old-part-turns.ts';
import { OfficeModel, type ModelRules } from './office-model.ts';
import { draftReceipt, postReceipt, reverseReceipt, voidReceipt } from './receipt-turns.ts';
import * as report from './report-turns.ts';
import * as requisition from './requisition-turns.ts';
import { everybody as simulated, type Sent, type Turn, type World } from './turns.ts';

const faultPercent = 15;
const longestPauseMs = 90 * 60_000;

/** What people try, and how often beside each other. */
const habits: readonly (readonly [
  often: number,
  (world: World) => Turn | undefined | Promise<Turn | undefined>,
])[] = [
  [7, draftReceipt],
  [11, postReceipt],
  [1, voidReceipt],
  [2, reverseReceipt],
  [13, requisition.draftRequisition],
  [2, requisition.editRequisition],
  [4, requisition.takeOverRequisition],
  [16, requisition.submitRequisition],
  [2, requisition.withdrawRequisition],
  [12, requisition.decideRequisition],
  [2, requisition.approveSeveral],
  [4, requisition.allowOverLimit],
  [17, issueParts],
  [15, clearParts],
  [1, requisition.closeRest],
  [1, requisition.voidRequisition],
  [6, report.draftReport],
  [3, report.takeOverReport],
  [10, report.editReport],
  [9, report.finishReport],
  [1, report.reopenReport],
  [10, report.signReport],
  [10, report.approveReport],
  [2, report.fileReport],
  [1, report.voidReport],
  [7, receiveOldPart],
  [2, waiveOldPart],
  [3, nameDeputy],
  [1, endDeputy],
];

/** What a simulated time in the office came to. */
export interface SimulationResult {
  readonly steps: number;
  readonly done: number;
  readonly refused: number;
  readonly faults: number;
  /** Lines cleared by an approved report, and decisions of people who stood in for a leader. */
  readonly installed: number;
  readonly byDeputies: number;
  /** The first difference between program and model, with its step; undefined when there was none. */
  readonly difference: string | undefined;
}

/** Lets people of every role work at random, with faults of the engine in between, and holds the program to the model. */
export async function simulate(
  engine: Engine,
  seed: number,
  steps: number,
  rules: ModelRules,
): Promise<SimulationResult> {
  const chance = chanceFrom(seed);
  const faults = new Faults();
  const host = await startTestHost({ engine, beforeStatement: faults.hook });
  const office = await openOffice(host, faults, chance, engine, rules);
  // Long runs look less often at what grows with them.
  const compareEvery = Math.max(25, Math.floor(steps / 100));
  const lookAtInvariantsEvery = Math.max(100, Math.floor(steps / 10));
  try {
    for (let step = 1; step <= steps; step += 1) {
      await office.step();
      if (step % compareEvery === 0 || step === steps) await office.compare();
      if (step % lookAtInvariantsEvery === 0 || step === steps) await office.lookAtInvariants();
    }
    return { ...office.result(), difference: undefined };
  } catch (error) {
    return { ...office.result(), difference: `seed ${seed}, step ${office.figures.steps}: ${String(error)}` };
  } finally {
    await host.close();
  }
}

async function openOffice(host: TestHost, faults: Faults, chance: Chance, engine: Engine, rules: ModelRules) {
  const { world, database, clientOf, pass } = await openWorld(host, chance, rules);
  const figures = { steps: 0, done: 0, refused: 0, faults: 0 };

  async function step(): Promise<void> {
    figures.steps += 1;
    pass(chance.between(1, longestPauseMs));
    const turn = await nextTurn(world);
    const client = await clientOf(turn.who);
    const operationId = operation();
    const send = () => outcomeOf(turn.send(client, operationId));
    if (chance.percent(faultPercent)) {
      faults.plan({
        at: chance.between(1, 30),
        code: chance.oneOf(faultCodes[engine]),
        lasting: chance.percent(50),
      });
      const met = await send();
      const { struck } = faults;
      faults.mend();
      if (struck > 0) figures.faults += 1;
      const isRefusedForIt = struck > 0 && met.kind === 'refused' && met.code === 'STORAGE_FAILED';
      // Some give up then; what they wanted must not have happened.
      if (!isRefusedForIt) return judge(turn, met, send);
      if (chance.percent(30)) return;
    }
    return judge(turn, await send(), send);
  }

  async function judge(
    turn: Turn,
    outcome: Outcome<Sent>,
    send: () => Promise<Outcome<Sent>>,
  ): Promise<void> {
    const told = outcome.kind === 'told' ? undefined : outcome.code;
    if (told !== turn.expected)
      throw new Error(
        `${turn.who} wants to ${turn.name}: ${told ?? 'done'} instead of ${turn.expected ?? 'done'}`,
      );
    if (outcome.kind === 'refused') {
      figures.refused += 1;
      return;
    }
    figures.done += 1;
    const [astray] = await dutiesAstray(database);
    if (astray) throw new Error(`${turn.who} did ${turn.name}: ${astray}`);
    outcome.result.keep();
    if (!chance.percent(3)) return;
    const again = await send();
    if (again.kind !== 'told' || !isDeepStrictEqual(again.result.answer, outcome.result.answer))
      throw new Error(`${turn.name} again is not the same`);
  }

  return {
    figures,
    result: () => ({
      ...figures,
      installed: world.model.clearedAsInstalled,
      byDeputies: world.model.decidedByDeputies,
    }),
    step,
    compare: async () => {
      const found = await differences(database, world.model);
      if (found.length > 0) throw new Error(found.slice(0, 5).join('; '));
    },
    lookAtInvariants: async () => {
      const [broken] = await brokenInvariants(database);
      if (broken) throw new Error(`${broken.invariant}: ${broken.what}`);
    },
  };
}

/** How often the longest way of the office is gone on with, which chance alone seldom goes to its end. */
const onwardPercent = 25;

/** The way from a written report to a part cleared by it, its end first, each step with what it waits for. */
const longestWay: readonly (readonly [
  isNext: (world: World) => boolean,
  begin: (world: World) => Turn | undefined | Promise<Turn | undefined>,
])[] = [
  [
    (world) => installedLines(world).some(({ tags }) => tags.some(({ state }) => state === 'due')),
    receiveOldPart,
  ],
  [(world) => installedLines(world).length > 0, clearParts],
  [lately('signed'), report.approveReport],
  [lately('finished'), report.signReport],
  [lately('draft'), report.finishReport],
  [lately('draft'), report.editReport],
];

function lately(state: ReportState): (world: World) => boolean {
  return ({ model }) => model.reports.slice(-3).some((one) => one.state === state);
}

async function nextTurn(world: World): Promise<Turn> {
  if (world.chance.percent(onwardPercent)) {
    const ways = longestWay.filter(([isNext]) => isNext(world));
    // The end of the way as often as all that leads there.
    const way = world.chance.percent(50) ? ways[0] : ways.length > 0 ? world.chance.oneOf(ways) : undefined;
    const onward = await way?.[1](world);
    if (onward) return onward;
  }
  const all = habits.reduce((sum, [often]) => sum + often, 0);
  for (;;) {
    let left = world.chance.next() * all;
    const [, begin] = habits.find(([often]) => (left -= often) < 0) ?? habits[0]!;
    const turn = await begin(world);
    if (turn) return turn;
  }
}

/** Two cases of one customer. */
async function openCases(clerk: ServiceClient): Promise<readonly string[]> {
  const cases: string[] = [];
  const customer = await clerk.customers.create({
    operationId: operation(),
    ...plainCustomer,
    name: '公交公司',
    telephones: [],
    person: null,
  });
  for (let count = 0; count < 2; count += 1) {
    const call = { ...callOf(testStart), customerId: customer.id, unitId: null, newCustomer: null };
    const outcome = { kind: 'openCase', ownerId: null } as const;
    const { caseId } = await clerk.contacts.record({ operationId: operation(), ...call, outcome });
    cases.push(present(caseId, 'the case'));
  }
  return cases;
}

/** Two bins, three holders, four parts of which one may stand in for another, and a client for everybody. */
async function openWorld(host: TestHost, chance: Chance, rules: ModelRules) {
  const { database } = host.host.parts;
  const shop = await openShop(database);
  const { actors, binId, otherBinId, holderId, partId } = shop;
  const parts = [partId];
  for (const number of ['B', 'C', 'D'])
    parts.push(await addPart(database, actors.warehouse, `1307010-${number}`));
  const [first = '', substituteId = ''] = parts;
  const holderOf = new Map<string, ShopPerson>([[holderId, 'technician']]);
  await database.write(actors.warehouse, async (tx) => {
    await setSubstitutes(tx, { id: first, version: 1, substituteIds: [substituteId] });
    for (const who of ['leader', 'clerk'] as const)
      holderOf.set(await accountOfPerson(tx, actors[who].personId ?? ''), who);
  });
  let now = testStart;
  const clients = new Map<ShopPerson, ServiceClient>();
  const clientOf = async (who: ShopPerson) => {
    const known = clients.get(who);
    // Sessions end when nobody has used them for long, and the clock runs fast here.
    if (known && (await outcomeOf(known.session.me())).kind === 'told') return known;
    const client = host.client('port', await host.signIn(who));
    clients.set(who, client);
    return client;
  };
  const people = new Map(simulated.map((who): [ShopPerson, string] => [who, actors[who].personId ?? '']));
  const world: World = {
    model: new OfficeModel(rules, holderOf, () => now),
    chance,
    people,
    cases: await openCases(await clientOf('clerk')),
    parts,
    substituteId,
    bins: [binId, otherBinId],
    holders: [...holderOf.keys()],
    now: () => now,
    ask: async (question) => question(await clientOf('warehouse')),
  };
  const pass = (milliseconds: number) => {
    now += milliseconds;
    host.pass(milliseconds);
  };
  return { world, database, clientOf, pass };
}

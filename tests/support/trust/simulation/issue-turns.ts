import { present } from '#shared/domain/assert.ts';
import type { ShopPerson } from '../shop.ts';
import {
  stateByLines,
  type ModelBalances,
  type ModelIssueLine,
  type ModelLine,
  type ModelRequisition,
} from './office-model.ts';
import {
  agree,
  firstOf,
  pieces,
  seenVersion,
  somebody,
  target,
  turn,
  type Turn,
  type World,
} from './turns.ts';

const scrap = 'OUT-SCRAP';

/** The storekeeper, mostly, hands out some of what was approved; seldom too much, or another part. */
export async function issueParts(world: World): Promise<Turn | undefined> {
  const { chance, model, bins } = world;
  const found = target(chance, model.requisitions, ['approved', 'partlyIssued']);
  if (!found || found.lines.length === 0) return undefined;
  await lookUpLines(world, found);
  const who = somebody(world, 'issue');
  const version = seenVersion(chance, found.version);
  const asked = found.lines.filter((line) => line.issuedQuantity < line.quantity && chance.percent(80));
  const lines = (asked.length === 0 ? found.lines.slice(0, 1) : asked).map((line) => ({
    line,
    partId: givenPart(world, line),
    accountId: chance.oneOf(bins),
    quantity: chance.percent(70) ? Math.max(1000, line.quantity - line.issuedQuantity) : pieces(chance, 4),
  }));
  const balances = model.balances.copy();
  const values: number[] = [];
  const expected =
    firstOf(
      [!model.may(who, 'issue'), 'NOT_PERMITTED'],
      [!['draft', 'submitted', 'approved', 'partlyIssued'].includes(found.state), 'WRONG_STATE'],
      [version !== found.version, 'CHANGED_MEANWHILE'],
      [found.state === 'draft' || found.state === 'submitted', 'NOT_APPROVED'],
      [!found.isAllowed && model.isOverLimit(found.holderId, world.now()), 'HOLDER_OVER_LIMIT'],
    ) ?? handOut(world, balances, found, lines, values);
  const at = world.now();
  return turn(
    'issue parts',
    who,
    expected,
    (client, operationId) =>
      client.requisitions.issue({
        operationId,
        id: found.id,
        version,
        lines: lines.map(({ line, partId, accountId, quantity }) => ({
          requisitionLineId: line.id,
          partId,
          accountId,
          quantity,
        })),
      }),
    (saved) => {
      model.balances = balances;
      for (const [index, { line, partId, quantity }] of lines.entries()) {
        line.issuedQuantity += quantity;
        const valueFen = present(values[index], 'the value of each line');
        found.issueLines.push({
          id: '',
          issueId: saved.issueId,
          line,
          partId,
          quantity,
          clearedQuantity: 0,
          valueFen,
          at,
        });
      }
      Object.assign(found, { version: saved.version, state: stateByLines(found.lines, found.isRestClosed) });
    },
  );
}

/** Somebody accounts for what was drawn: back into a bin, or lost with a leader's word. */
export async function clearParts(world: World): Promise<Turn | undefined> {
  const { chance, model, bins } = world;
  const found = target(chance, model.requisitions, ['partlyIssued', 'issued']);
  if (!found || found.issueLines.length === 0) return undefined;
  await lookUpIssueLines(world, found);
  const who = somebody(world, 'clear');
  const version = seenVersion(chance, found.version);
  const drawn = found.issueLines.filter((line) => line.clearedQuantity < line.quantity && chance.percent(70));
  const lines = (drawn.length === 0 ? found.issueLines.slice(-1) : drawn).map((line) => ({
    line,
    isLost: chance.percent(30),
    accountId: chance.oneOf(bins),
    quantity: chance.percent(50) ? Math.max(1000, line.quantity - line.clearedQuantity) : pieces(chance, 2),
  }));
  const balances = model.balances.copy();
  const expected =
    firstOf(
      [!model.may(who, 'clear'), 'NOT_PERMITTED'],
      [found.state !== 'partlyIssued' && found.state !== 'issued', 'WRONG_STATE'],
      [version !== found.version, 'CHANGED_MEANWHILE'],
    ) ?? takeBack(world, balances, found, who, lines);
  return turn(
    'clear parts',
    who,
    expected,
    (client, operationId) =>
      client.requisitions.clear({
        operationId,
        id: found.id,
        version,
        lines: lines.map(({ line, isLost, accountId, quantity }) =>
          isLost
            ? { kind: 'lost', issueLineId: line.id, quantity, reason: '丢失', chargeFen: 0 }
            : { kind: 'returned', issueLineId: line.id, quantity, accountId },
        ),
      }),
    (saved) => {
      model.balances = balances;
      for (const { line, quantity } of lines) {
        line.clearedQuantity += quantity;
        line.line.clearedQuantity += quantity;
      }
      Object.assign(found, { version: saved.version, state: stateByLines(found.lines, found.isRestClosed) });
    },
  );
}

function handOut(
  world: World,
  balances: ModelBalances,
  found: ModelRequisition,
  lines: readonly {
    readonly line: ModelLine;
    readonly partId: string;
    readonly accountId: string;
    readonly quantity: number;
  }[],
  values: number[],
): string | undefined {
  for (const { line, partId, accountId, quantity } of lines) {
    const isSubstitute = line.partId === world.parts[0] && partId === world.substituteId;
    if (partId !== line.partId && !isSubstitute) return 'NOT_A_SUBSTITUTE';
    if (quantity > line.quantity - line.issuedQuantity) return 'MORE_THAN_APPROVED';
    const valueFen = balances.move(partId, accountId, found.holderId, quantity);
    if (valueFen === undefined) return 'OUT_OF_STOCK';
    balances.add(accountId, partId, -world.model.rules.piecesLostAtIssue, 0);
    values.push(valueFen);
  }
  return undefined;
}

function takeBack(
  world: World,
  balances: ModelBalances,
  found: ModelRequisition,
  who: ShopPerson,
  lines: readonly {
    readonly line: ModelIssueLine;
    readonly isLost: boolean;
    readonly accountId: string;
    readonly quantity: number;
  }[],
): string | undefined {
  for (const { line, isLost, accountId, quantity } of lines) {
    if (quantity > line.quantity - line.clearedQuantity) return 'MORE_THAN_ISSUED';
    if (isLost && !world.model.may(who, 'decide')) return 'APPROVAL_REQUIRED';
    if (isLost && world.model.isOwn(found, who)) return 'OWN_REQUISITION';
    const moved = balances.move(line.partId, found.holderId, isLost ? scrap : accountId, quantity);
    present(moved, 'what a holder has drawn and not cleared, the holder holds');
  }
  return undefined;
}

function givenPart({ chance, parts, substituteId }: World, line: ModelLine): string {
  if (chance.percent(4)) return chance.oneOf(parts);
  return line.partId === parts[0] && chance.percent(20) ? substituteId : line.partId;
}

async function lookUpLines(world: World, found: ModelRequisition): Promise<void> {
  if (found.lines.every((line) => line.id !== '')) return;
  const { lines } = await world.ask((client) => client.requisitions.get({ id: found.id }));
  for (const [index, line] of found.lines.entries()) {
    const told = present(lines[index], 'as many lines as were asked for');
    agree('line asked for', [line.partId, line.quantity], [told.partId, told.quantity]);
    line.id = told.id;
  }
}

async function lookUpIssueLines(world: World, found: ModelRequisition): Promise<void> {
  const unknown = found.issueLines.filter((line) => line.id === '');
  if (unknown.length === 0) return;
  const { issues } = await world.ask((client) => client.requisitions.get({ id: found.id }));
  for (const line of unknown) {
    const told = issues
      .find((issue) => issue.id === line.issueId)
      ?.lines.find((one) => one.requisitionLineId === line.line.id);
    agree(
      'issued line',
      [line.partId, line.quantity, line.valueFen],
      [told?.partId, told?.quantity, told?.valueFen],
    );
    line.id = present(told, 'the issued line').id;
  }
}

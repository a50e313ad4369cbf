import { present } from '#shared/domain/assert.ts';
import {
  stateByLines,
  type ModelBalances,
  type ModelLine,
  type ModelRequisition,
  type ModelTag,
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

const onePiece = 1000;

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
      let numbers: readonly string[] = saved.oldPartNumbers;
      for (const [index, { line, partId, quantity }] of lines.entries()) {
        line.issuedQuantity += quantity;
        const count = line.oldPartRequired ? quantity / onePiece : 0;
        const valueFen = present(values[index], 'the value of each line');
        found.issueLines.push({
          id: '',
          issueId: saved.issueId,
          line,
          partId,
          quantity,
          clearedQuantity: 0,
          goneQuantity: 0,
          valueFen,
          at,
          tags: tagsOf(found, line, numbers.slice(0, count)),
        });
        numbers = numbers.slice(count);
      }
      agree('tags left over', [], numbers);
      Object.assign(found, { version: saved.version, state: stateByLines(found.lines, found.isRestClosed) });
    },
  );
}

/** One tag per piece; what comes off is the part asked for, whatever was given in its place. */
function tagsOf(found: ModelRequisition, line: ModelLine, numbers: readonly string[]): readonly ModelTag[] {
  const { holderId } = found;
  return numbers.map((number) => ({
    id: '',
    number,
    partId: line.partId,
    holderId,
    state: 'due',
    version: 1,
  }));
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

/** Fills in the ids of drawn lines and of their tags, which an issue does not tell. */
export async function lookUpIssueLines(world: World, found: ModelRequisition): Promise<void> {
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
    for (const tag of line.tags)
      tag.id = present(
        told?.oldParts.find((one) => one.number === tag.number),
        'the tag',
      ).id;
  }
}

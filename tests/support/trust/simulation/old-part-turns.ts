import { firstOf, seenVersion, somebody, target, turn, type Turn, type World } from './turns.ts';
import { lookUpIssueLines } from './issue-turns.ts';

const customer = 'OUT-CUSTOMER';
const store = 'OLD-PARTS';
const onePiece = 1000;

/** Somebody scans the tag of an old part that came back; now and then of one that is in already. */
export function receiveOldPart(world: World): Turn | undefined {
  const { chance, model } = world;
  const tag = target(chance, model.tags, ['due']);
  if (!tag) return undefined;
  const who = somebody(world, 'takeIn');
  return turn(
    'receive old part',
    who,
    firstOf([!model.may(who, 'takeIn'), 'NOT_PERMITTED']),
    (client, operationId) =>
      client.oldParts.receive({ operationId, scanned: tag.number, storeAccountId: null }),
    () => {
      if (tag.state === 'in') return;
      model.balances.add(customer, tag.partId, -onePiece, 0);
      model.balances.add(store, tag.partId, onePiece, 0);
      Object.assign(tag, { state: 'in', version: tag.version + 1 });
    },
  );
}

/** A leader, mostly, lets an old part stay away. */
export async function waiveOldPart(world: World): Promise<Turn | undefined> {
  const { chance, model } = world;
  const tag = target(chance, model.tags, ['due']);
  if (!tag) return undefined;
  const holding = model.requisitions.find((one) => one.issueLines.some((line) => line.tags.includes(tag)));
  if (holding) await lookUpIssueLines(world, holding);
  const who = somebody(world, 'decide');
  const version = seenVersion(chance, tag.version);
  const holder = model.holder(tag.holderId);
  const refusal = model.refusalToDecide(who, new Set(holder ? [holder] : []));
  return turn(
    'waive old part',
    who,
    firstOf(
      [!model.may(who, 'decide'), 'NOT_PERMITTED'],
      [tag.state !== 'due', 'WRONG_STATE'],
      [version !== tag.version, 'CHANGED_MEANWHILE'],
      [refusal === 'own', 'OWN_REQUISITION'],
    ),
    (client, operationId) => client.oldParts.waive({ operationId, id: tag.id, version, reason: '用户要留' }),
    (saved) => {
      if (model.isDeputy(who)) model.decidedByDeputies += 1;
      Object.assign(tag, { state: 'waived', version: saved.version });
    },
  );
}

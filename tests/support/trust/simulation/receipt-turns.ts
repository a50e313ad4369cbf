import { plainReceipt } from '#tests/support/plain-records.ts';
import { dayText, isOpenDay, type ModelBalances, type ModelReceipt, shareOf } from './office-model.ts';
import { firstOf, pieces, seenVersion, somebody, target, turn, type Turn, type World } from './turns.ts';

const supplier = 'OUT-SUPPLIER';
const prices = [1200, 8600, 3350, 95_050];

/** Somebody writes a receipt for one to three lines; now and then nobody ticked the checks. */
export function draftReceipt(world: World): Turn {
  const { chance, parts, bins, model } = world;
  const who = somebody(world, 'receive');
  const isChecked = chance.percent(92);
  const lines = Array.from({ length: chance.between(chance.percent(5) ? 0 : 1, 3) }, () => ({
    partId: chance.oneOf(parts),
    accountId: chance.oneOf(bins),
    quantity: pieces(chance, 12),
    unitPriceFen: chance.oneOf(prices),
  }));
  const day = dayText(world.now());
  const fields = { ...plainReceipt, qualityChecked: isChecked, day, lines };
  return turn(
    'draft receipt',
    who,
    firstOf([!model.may(who, 'receive'), 'NOT_PERMITTED']),
    (client, operationId) => client.stock.draftReceipt({ operationId, ...fields }),
    ({ id, version }) => model.receipts.push({ id, version, state: 'draft', isChecked, day, lines }),
  );
}

/** Somebody posts a receipt. */
export function postReceipt(world: World): Turn | undefined {
  const { chance, model } = world;
  const receipt = target(chance, model.receipts, ['draft']);
  if (!receipt) return undefined;
  const who = somebody(world, 'receive');
  const version = seenVersion(chance, receipt.version);
  const expected = firstOf(
    [!model.may(who, 'receive'), 'NOT_PERMITTED'],
    [receipt.state !== 'draft', 'WRONG_STATE'],
    [version !== receipt.version, 'CHANGED_MEANWHILE'],
    [receipt.lines.length === 0, 'NO_LINES'],
    [!receipt.isChecked, 'CHECKS_MISSING'],
    [!isOpenDay(receipt.day, world.now()), 'DAY_NOT_OPEN'],
  );
  return turn(
    'post receipt',
    who,
    expected,
    (client, operationId) => client.stock.postReceipt({ operationId, id: receipt.id, version }),
    (saved) => {
      for (const line of receipt.lines) {
        const valueFen = (line.unitPriceFen * line.quantity) / 1000;
        model.balances.add(supplier, line.partId, -line.quantity, -valueFen);
        model.balances.add(line.accountId, line.partId, line.quantity, valueFen);
      }
      receipt.state = 'posted';
      receipt.version = saved.version;
    },
  );
}

/** Somebody gives a receipt up. */
export function voidReceipt(world: World): Turn | undefined {
  const { chance, model } = world;
  const receipt = target(chance, model.receipts, ['draft']);
  if (!receipt) return undefined;
  const who = somebody(world, 'receive');
  const version = seenVersion(chance, receipt.version);
  const expected = firstOf(
    [!model.may(who, 'receive'), 'NOT_PERMITTED'],
    [receipt.state !== 'draft', 'WRONG_STATE'],
    [version !== receipt.version, 'CHANGED_MEANWHILE'],
  );
  return turn(
    'void receipt',
    who,
    expected,
    (client, operationId) =>
      client.stock.voidReceipt({ operationId, id: receipt.id, version, reason: '重复' }),
    (saved) => Object.assign(receipt, { state: 'void', version: saved.version }),
  );
}

/** Somebody posts a receipt back, now and then to write it anew; it fails when the goods have gone on. */
export function reverseReceipt(world: World): Turn | undefined {
  const { chance, model } = world;
  const receipt = target(chance, model.receipts, ['posted']);
  if (!receipt) return undefined;
  const who = somebody(world, 'reverse');
  const version = seenVersion(chance, receipt.version);
  const writeAnew = chance.percent(30);
  const day = dayText(world.now());
  const balances = model.balances.copy();
  const expected = firstOf(
    [!model.may(who, 'reverse'), 'NOT_PERMITTED'],
    [receipt.state === 'reversed', 'ALREADY_REVERSED'],
    [receipt.state !== 'posted', 'WRONG_STATE'],
    [version !== receipt.version, 'CHANGED_MEANWHILE'],
    [!takeBack(balances, receipt), 'NOT_REVERSIBLE'],
  );
  return turn(
    'reverse receipt',
    who,
    expected,
    (client, operationId) =>
      client.stock.reverseReceipt({ operationId, id: receipt.id, version, reason: '录错', writeAnew }),
    ({ newReceiptId }) => {
      model.balances = balances;
      Object.assign(receipt, { state: 'reversed', version: version + 1 });
      if (newReceiptId !== null) {
        model.receipts.push({
          id: newReceiptId,
          version: 1,
          state: 'draft',
          isChecked: false,
          day,
          lines: receipt.lines,
        });
      }
    },
  );
}

/** Last line first, at the value it was posted with as long as that leaves a sound balance, at the average otherwise. */
function takeBack(balances: ModelBalances, receipt: ModelReceipt): boolean {
  for (const { partId, accountId, quantity, unitPriceFen } of receipt.lines.toReversed()) {
    const held = balances.of(accountId, partId);
    if (quantity > held.quantity) return false;
    const posted = (unitPriceFen * quantity) / 1000;
    const left = held.valueFen - posted;
    const isSound = held.quantity === quantity ? left === 0 : left >= 0;
    const valueFen = isSound ? posted : shareOf(held.valueFen, quantity, held.quantity);
    balances.add(accountId, partId, -quantity, -valueFen);
    balances.add(supplier, partId, quantity, valueFen);
  }
  return true;
}

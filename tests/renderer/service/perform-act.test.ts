import { ORPCError } from '@orpc/client';
import { describe, expect, test } from 'vitest';
import { ConnectionLost } from '../../../renderer/service/connection.ts';
import { OperationId } from '../../../renderer/service/operation-id.ts';
import { performAct } from '../../../renderer/service/perform-act.ts';

/** A host that books each operation id once; `lose` swallows that many answers, after booking or before. */
function host({ lose = 0, afterBooking = true } = {}) {
  const booked = new Map<string, string>();
  let losing = lose;
  const call = (content: string) => async (operationId: string) => {
    if (losing > 0 && !afterBooking) {
      losing -= 1;
      throw new ConnectionLost('x');
    }
    const known = booked.get(operationId);
    if (known !== undefined && known !== content) throw new ORPCError('OPERATION_ID_REUSED', { data: {} });
    booked.set(operationId, content);
    if (losing > 0) {
      losing -= 1;
      throw new ConnectionLost('x');
    }
    return content;
  };
  return { booked, call };
}

const backAtOnce = async () => true;
const stillGone = async () => false;

describe('one press, one operation', () => {
  test('done, and the next press is another operation', async () => {
    const { booked, call } = host();
    const operation = new OperationId();
    expect(await performAct(operation, call('a'), backAtOnce)).toEqual({ kind: 'done', output: 'a' });
    await performAct(operation, call('a'), backAtOnce);
    expect(booked.size).toBe(2);
  });

  test.each([true, false])(
    'an answer lost is asked for again by itself and booked once (booked before: %s)',
    async (afterBooking) => {
      const { booked, call } = host({ lose: 1, afterBooking });
      expect(await performAct(new OperationId(), call('a'), backAtOnce)).toEqual({
        kind: 'done',
        output: 'a',
      });
      expect(booked.size).toBe(1);
    },
  );

  test('without a connection the person presses again, and it is booked once', async () => {
    const { booked, call } = host({ lose: 1 });
    const operation = new OperationId();
    expect(await performAct(operation, call('a'), stillGone)).toEqual({
      kind: 'failed',
      trouble: { kind: 'lost' },
    });
    expect(await performAct(operation, call('a'), stillGone)).toEqual({ kind: 'done', output: 'a' });
    expect(booked.size).toBe(1);
  });

  test('after a lost answer with other content, the person hears that the first was saved', async () => {
    const { booked, call } = host({ lose: 1 });
    const operation = new OperationId();
    await performAct(operation, call('a'), stillGone);
    expect(await performAct(operation, call('b'), stillGone)).toEqual({
      kind: 'failed',
      trouble: { kind: 'savedBefore' },
    });
    expect([...booked.values()]).toEqual(['a']);
    expect(await performAct(operation, call('b'), stillGone)).toEqual({ kind: 'done', output: 'b' });
  });

  test('a refusal books nothing, and the corrected input goes out under the same id', async () => {
    const { booked, call } = host();
    const operation = new OperationId();
    const refused = async () => {
      operation.current();
      throw new ORPCError('NO_LINES', { data: {} });
    };
    expect(await performAct(operation, refused, backAtOnce)).toMatchObject({
      kind: 'failed',
      trouble: { code: 'NO_LINES' },
    });
    expect(await performAct(operation, call('a'), backAtOnce)).toEqual({ kind: 'done', output: 'a' });
    expect(booked.size).toBe(1);
  });

  test('a crash between sending and the answer: the draft has kept the id', async () => {
    const { booked, call } = host({ lose: 1 });
    let kept: string | undefined;
    const keeper = { get: () => kept, set: (id: string | undefined) => (kept = id) };
    await performAct(new OperationId(keeper), call('a'), stillGone);
    expect(kept).toBeDefined();
    expect(await performAct(new OperationId(keeper), call('a'), stillGone)).toEqual({
      kind: 'done',
      output: 'a',
    });
    expect(booked.size).toBe(1);
    expect(kept).toBeUndefined();
  });

  test('after a crash and a change, the earlier try is told of too', async () => {
    const { call } = host({ lose: 1 });
    let kept: string | undefined;
    const keeper = { get: () => kept, set: (id: string | undefined) => (kept = id) };
    await performAct(new OperationId(keeper), call('a'), stillGone);
    const result = await performAct(new OperationId(keeper), call('b'), stillGone);
    expect(result).toEqual({ kind: 'failed', trouble: { kind: 'savedBefore' } });
  });
});

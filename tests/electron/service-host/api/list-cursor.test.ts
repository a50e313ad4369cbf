import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ServiceClient } from '#shared/contract/index.ts';
import { plainPart } from '#tests/support/plain-records.ts';
import { operation, startTestHost, type TestHost } from '#tests/support/host.ts';

describe('the cursor of a list', () => {
  let office: TestHost;
  let keeper: ServiceClient;
  const byNumber = { filter: {}, sort: { by: 'number', descending: false }, limit: 2 } as const;
  beforeAll(async () => {
    office = await startTestHost();
    keeper = office.client('api', await office.signIn('warehouse'));
    for (const number of ['A-1', 'A-2', 'A-3', 'A-4', 'A-5'])
      await keeper.parts.create({ operationId: operation(), ...plainPart, number });
  });
  afterAll(() => office.close());

  test('goes on where the page before ended, with another limit too', async () => {
    const first = await keeper.parts.list(byNumber);
    const after = first.next ?? '';
    const second = await keeper.parts.list({ ...byNumber, after, limit: 3 });
    expect([...first.rows, ...second.rows].map(({ number }) => number)).toEqual([
      'A-1',
      'A-2',
      'A-3',
      'A-4',
      'A-5',
    ]);
    expect(second.next).toBeNull();
  });

  test('is refused by another sort, filter and list, with a sentence', async () => {
    const { next } = await keeper.parts.list(byNumber);
    const after = next ?? '';
    const refused = {
      code: 'CURSOR_OF_ANOTHER_LIST',
      status: 400,
      message: expect.stringContaining('第一页'),
    };
    const turned = { by: 'number', descending: true } as const;
    await expect(keeper.parts.list({ ...byNumber, sort: turned, after })).rejects.toMatchObject(refused);
    await expect(keeper.parts.list({ ...byNumber, filter: { text: 'A' }, after })).rejects.toMatchObject(
      refused,
    );
    const receipts = { filter: {}, sort: { by: 'createdAt', descending: false }, limit: 2, after } as const;
    await expect(keeper.stock.receipts(receipts)).rejects.toMatchObject(refused);
    const month = { month: '2026-11', limit: 2, after } as const;
    await expect(keeper.stock.month(month)).rejects.toMatchObject(refused);
  });

  test('that is none is refused at its field', async () => {
    await expect(keeper.parts.list({ ...byNumber, after: '["A-2","x"]' })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      data: { issues: [{ path: 'after', code: 'format' }] },
    });
  });

  test('the scheme before a token is read in any case', async () => {
    const token = await office.signIn('clerk');
    for (const scheme of ['Bearer', 'bearer', 'BEARER']) {
      const said = await fetch(`${office.address}/api/session/me`, {
        method: 'POST',
        headers: { authorization: `${scheme} ${token}` },
      });
      expect([scheme, said.status]).toEqual([scheme, 200]);
    }
  });
});

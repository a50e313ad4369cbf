import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { operation, startTestHost, type TestHost } from '#tests/support/host.ts';
import { plainCustomer } from '#tests/support/plain-records.ts';

// Big enough that it leaves in many pieces.
const picture = Buffer.concat([
  Buffer.from('\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR', 'latin1'),
  Buffer.alloc(18_000_000, 7),
]);
let host: TestHost;
let token: string;
let id: string;

beforeAll(async () => {
  host = await startTestHost();
  token = await host.signIn('clerk');
  const clerk = host.client('http', token);
  const customer = await clerk.customers.create({
    operationId: operation(),
    ...plainCustomer,
    name: '江南客运',
    telephones: [],
    person: null,
  });
  ({ id } = await clerk.attachments.add({
    operationId: operation(),
    subjectKind: 'customer',
    subjectId: customer.id,
    purpose: 'photo',
    file: new File([picture], '水泵.png', { type: 'image/png' }),
  }));
});
afterAll(() => host.close());

test.each(['/rpc/attachments/content', '/api/attachments/content'])(
  'a reader who goes away in the middle of a file leaves the host as it was: %s',
  async (path) => {
    const anybody = host.client('http', undefined);
    for (let count = 0; count < 20; count += 1) await hangUp(path, () => anybody.session.status());
    const file = await host.client('http', token).attachments.content({ id });
    expect([file.name, file.type]).toEqual(['水泵.png', 'image/png']);
    expect(Buffer.from(await file.arrayBuffer()).equals(picture)).toBe(true);
  },
);

test('the interface for programs sends the file under its name and with its length', async () => {
  const response = await fetch(`${host.address}/api/attachments/content`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ id }),
  });
  expect(response.headers.get('content-type')).toBe('image/png');
  expect(response.headers.get('content-length')).toBe(String(picture.length));
  expect(decodeURIComponent(response.headers.get('content-disposition') ?? '')).toContain('水泵.png');
  expect(Buffer.from(await response.arrayBuffer()).equals(picture)).toBe(true);
});

/** Asks for the file and hangs up while it is being fetched, or is on its way. */
async function hangUp(path: string, isUnderWay: () => Promise<unknown>): Promise<void> {
  const asked = request(`${host.address}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
  });
  const ended = new Promise((resolve) => asked.once('close', resolve));
  // It is hung up on purpose.
  asked.on('error', () => undefined);
  asked.on('response', (response) => response.on('error', () => undefined));
  asked.end(JSON.stringify(path.startsWith('/rpc') ? { json: { id } } : { id }));
  await isUnderWay();
  asked.destroy();
  await ended;
}

import { request } from 'node:http';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { startTestHost } from '#tests/support/host.ts';
import type { TestHost } from '#tests/support/host.ts';

let host: TestHost;
let token: string;
let written: string[];
beforeAll(async () => {
  host = await startTestHost();
  token = await host.signIn('clerk');
});
afterAll(() => host.close());
beforeEach(() => {
  written = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((line) => written.push(String(line)) > 0);
});
// What cannot be read is nobody's failure, and may hold anything.
afterEach(() => expect(written).toEqual([]));

interface Sent {
  readonly body: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Answer {
  readonly status: number;
  readonly error: {
    readonly code: string;
    readonly message: string;
    readonly data?: unknown;
    readonly defined?: boolean;
  };
}

function post(wire: 'rpc' | 'api', { body, headers = {} }: Sent): Promise<Answer> {
  const told = { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers };
  return new Promise((resolve, reject) => {
    const call = request(
      `${host.address}/${wire}/cases/note`,
      { method: 'POST', headers: told },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const answer = JSON.parse(Buffer.concat(chunks).toString()) as { json?: Answer['error'] };
          // The page's own wire wraps what it carries.
          resolve({ status: response.statusCode ?? 0, error: answer.json ?? (answer as Answer['error']) });
        });
      },
    );
    call.once('error', reject);
    call.end(body);
  });
}

const secret = '周师傅的电话';
const unreadable: readonly (readonly [name: string, sent: Sent])[] = [
  ['cut JSON', { body: `{"json":{"text":"${secret}` }],
  ['text', { body: secret, headers: { 'content-type': 'text/plain' } }],
  [
    'a form of a page',
    { body: `text=${secret}`, headers: { 'content-type': 'application/x-www-form-urlencoded' } },
  ],
  [
    'a form with files that has no end',
    { body: `--b\r\n${secret}`, headers: { 'content-type': 'multipart/form-data; boundary=b' } },
  ],
  [
    'packed as it says, and is not',
    { body: `{"text":"${secret}"}`, headers: { 'content-encoding': 'gzip' } },
  ],
  [
    'bytes that are no UTF-8',
    {
      body: Buffer.concat([Buffer.from('{"json":{"text":"'), Buffer.from([0xff, 0xfe]), Buffer.from('"}}')]),
    },
  ],
  ['GB18030', { body: Buffer.from([0x22, 0xd6, 0xdc, 0xca, 0xa6, 0xb8, 0xb5, 0x22]) }],
];

describe.each(['rpc', 'api'] as const)('over %s', (wire) => {
  test.each(unreadable)('%s is refused in the language of the caller', async (_, sent) => {
    const chinese = await post(wire, sent);
    expect(chinese).toMatchObject({
      status: 400,
      error: { code: 'BODY_UNREADABLE', defined: true, data: {} },
    });
    expect(chinese.error.message).toContain('读不出来');
    const english = await post(wire, { ...sent, headers: { ...sent.headers, 'accept-language': 'en' } });
    expect(english.error.message).toMatch(/^What was sent cannot be read/);
    expect(JSON.stringify([chinese, english])).not.toContain(secret);
  });

  test.each(['[1,2,3]', '"text"', '7'])(
    '%s, which is JSON and no input, says that the input is not right',
    async (json) => {
      const body = wire === 'rpc' ? `{"json":${json}}` : json;
      expect(await post(wire, { body })).toMatchObject({
        status: 400,
        error: { code: 'INVALID_INPUT', message: '有填写不合要求的地方，请改正后再保存。' },
      });
    },
  );

  test.each([
    [25, 'multipart/form-data; boundary=b'],
    [5, 'application/json'],
  ])('more than %d MB of %s is refused with the limit, announced or not', async (limitMegabytes, type) => {
    const body = Buffer.alloc(limitMegabytes * 1_000_000 + 1, ' ');
    for (const headers of [{ 'content-length': `${body.length}` }, { 'transfer-encoding': 'chunked' }]) {
      const told = { ...headers, 'content-type': type, 'accept-language': 'en' };
      const { status, error } = await post(wire, { body, headers: told });
      expect(status).toBe(413);
      expect(error).toMatchObject({ code: 'BODY_TOO_LARGE', data: { limitMegabytes } });
      expect(error.message).toContain(`${limitMegabytes} MB`);
    }
  });

  test('without a session that holds a long body is not looked at: it says that nobody is signed in', async () => {
    const body = Buffer.alloc(64_001, '{');
    for (const authorization of ['', `Bearer ${'A'.repeat(43)}`])
      for (const headers of [{ 'content-length': `${body.length}` }, { 'transfer-encoding': 'chunked' }]) {
        const { status, error } = await post(wire, { body, headers: { ...headers, authorization } });
        expect([status, error.code]).toEqual([401, 'NOT_SIGNED_IN']);
      }
    expect((await post(wire, { body })).error.code).toBe('BODY_UNREADABLE');
    // A short one is read by anybody, and refused by the guard or for what it is.
    const short = { body: '{', headers: { authorization: '' } };
    expect((await post(wire, short)).error.code).toBe('BODY_UNREADABLE');
  });
});

test('the wire of the page answers an array in place of its wrapping in our words', async () => {
  for (const body of ['[1,2,3]', 'null', '{"json":{},"meta":[[1,2]]}'])
    expect((await post('rpc', { body })).error.code).toMatch(/^(INVALID_INPUT|BODY_UNREADABLE)$/);
});

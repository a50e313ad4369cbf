import { createServer, request as send, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * What the network does to a call: carries it; loses the answer (the caller's line is cut once the request is through, when
 * the answer begins, or in the middle of it); or delivers the request twice.
 */
export const mishaps = ['none', 'afterRequest', 'beforeAnswer', 'midAnswer', 'twice'] as const;
export type Mishap = (typeof mishaps)[number];

/** A stretch of bad network in front of a host. */
export interface CuttingProxy {
  readonly address: string;
  /** Answers that the host gave and the caller never got. */
  readonly dropped: number;
  /** Every different answer the host gave to an operation, lost or not. */
  readonly answers: ReadonlyMap<string, ReadonlySet<string>>;
  close(): Promise<void>;
}

/** Opens the bad network in front of `target`; `next` decides what becomes of each call. */
export async function openCuttingProxy(target: string, next: () => Mishap): Promise<CuttingProxy> {
  const answers = new Map<string, Set<string>>();
  let dropped = 0;
  const server = createServer((request, response) => {
    void carry(request, response).catch(() => response.destroy());
  });

  async function carry(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await contentOf(request);
    const mishap = next();
    const operationId = /"operationId":"(\w+)"/.exec(body.toString('latin1'))?.[1];
    const note = (status: number, answer: string) => {
      if (operationId !== undefined)
        answers.set(operationId, (answers.get(operationId) ?? new Set()).add(`${status} ${answer}`));
    };
    if (mishap === 'afterRequest') {
      dropped += 1;
      // The host works on; nobody listens any more.
      const lost = deliver(target, request, body);
      response.destroy();
      const { status, text } = await lost;
      return note(status, text);
    }
    if (mishap === 'twice')
      void deliver(target, request, body).then(({ status, text }) => note(status, text));
    const { status, headers, text } = await deliver(target, request, body);
    note(status, text);
    if (mishap === 'beforeAnswer' || mishap === 'midAnswer') {
      dropped += 1;
      if (mishap === 'midAnswer') {
        response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(text) });
        response.write(text.slice(0, Math.floor(text.length / 2)));
        await new Promise((resolve) => setImmediate(resolve));
      }
      response.destroy();
      return;
    }
    response.writeHead(status, headers);
    response.end(text);
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server listening on TCP has an address of this form.
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    answers,
    get dropped() {
      return dropped;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Answer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly text: string;
}

function deliver(target: string, request: IncomingMessage, body: Buffer): Promise<Answer> {
  const { host: _, 'content-length': __, 'transfer-encoding': ___, ...headers } = request.headers;
  return new Promise((resolve, reject) => {
    const onward = send(
      `${target}${request.url ?? ''}`,
      { method: request.method ?? 'POST', headers },
      (answer) => {
        contentOf(answer).then((content) => {
          const text = content.toString('utf8');
          const type = answer.headers['content-type'] ?? 'application/json';
          resolve({ status: answer.statusCode ?? 500, headers: { 'content-type': type }, text });
        }, reject);
      },
    );
    onward.on('error', reject);
    onward.end(body);
  });
}

async function contentOf(stream: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  // A stream without an encoding gives buffers.
  for await (const piece of stream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

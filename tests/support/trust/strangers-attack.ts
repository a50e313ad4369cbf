import { request } from 'node:http';
import { connect, type Socket } from 'node:net';

/** Connections that say nothing, and how many of them the host has closed. */
export interface IdleLines {
  closed(): number;
  close(): void;
}

/** Opens so many connections and says nothing on them. */
export async function openIdleLines(address: string, count: number): Promise<IdleLines> {
  const { hostname, port } = new URL(address);
  const lines: Socket[] = [];
  let closed = 0;
  let isOver = false;
  for (let index = 0; index < count; index += 1) {
    const line = connect(Number(port), hostname);
    line.on('error', () => undefined);
    line.once('close', () => {
      if (!isOver) closed += 1;
    });
    await new Promise<void>((resolve, reject) => {
      line.once('connect', resolve);
      line.once('error', reject);
    });
    lines.push(line);
  }
  return {
    closed: () => closed,
    close: () => {
      isOver = true;
      for (const line of lines) line.destroy();
    },
  };
}

/** What a host made of a call: its status and code, or that it cut the line. */
export interface Met {
  readonly status: number;
  readonly code: string;
}

const cutOff: Met = { status: 0, code: 'CUT_OFF' };

/** Sends a call of the page's wire on a line of its own, without a session or with one. */
export function send(
  address: string,
  path: string,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Met> {
  const whole = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...headers };
  return new Promise((resolve) => {
    const call = request(
      `${address}/rpc/${path}`,
      { method: 'POST', headers: whole, agent: false },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.once('error', () => resolve(cutOff));
        response.once('end', () => resolve({ status: response.statusCode ?? 0, code: codeIn(chunks) }));
      },
    );
    call.once('error', () => resolve(cutOff));
    call.end(body);
  });
}

/** JSON of about so many bytes that takes its time to be read. */
export function slowJson(sizeBytes: number): string {
  return `{"json":[${'[],'.repeat(Math.ceil(sizeBytes / 3))}0]}`;
}

function codeIn(chunks: readonly Buffer[]): string {
  const text = Buffer.concat(chunks).toString();
  return /"code":"([A-Z_]+)"/.exec(text)?.[1] ?? '';
}

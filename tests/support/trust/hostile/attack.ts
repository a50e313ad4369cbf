import { Agent, request, type IncomingMessage } from 'node:http';
import type { Payload } from './payloads.ts';
import type { Target } from './valid-inputs.ts';

/** Who is attacked, and how it is seen whether anything was written. */
export interface Victim {
  readonly address: string;
  readonly token: string;
  /** A session that may be ended. */
  readonly spareToken: string;
  /** A number that changes with every commit of somebody else that wrote something. */
  dataVersion(): number;
}

interface Answer {
  readonly status: number;
  readonly code: string;
}

/** What a call may write though it is refused, because that is what it is for. */
const keepsRefused: Readonly<Record<string, readonly string[]>> = {
  // A wrong try is counted before the password is looked at.
  'session.signIn': ['SIGN_IN_REFUSED', 'SIGN_IN_DELAYED'],
  'session.signInByPin': ['SIGN_IN_REFUSED', 'SIGN_IN_DELAYED'],
  'session.changePassword': ['SIGN_IN_REFUSED', 'SIGN_IN_DELAYED'],
  'session.setPin': ['SIGN_IN_REFUSED', 'SIGN_IN_DELAYED'],
  // A print that was refused is kept too.
  'papers.print': ['*'],
};

/** Sends payloads one after the other and looks at each answer, and at the books, at once. */
export class Attack {
  tried = 0;
  /** Payloads that came as far as a look at their content. */
  effective = 0;
  taken = 0;
  readonly findings: string[] = [];
  readonly codes = new Map<string, number>();
  readonly slowest: { ms: number; what: string }[] = [];
  readonly #victim: Victim;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  #dataVersion: number;

  constructor(victim: Victim) {
    this.#victim = victim;
    this.#dataVersion = victim.dataVersion();
  }

  async send(target: Target, payload: Payload): Promise<void> {
    const what = `${target.path} over ${payload.wire}, ${payload.name}`;
    this.tried += 1;
    const begunAt = performance.now();
    const answering = this.#call(target, payload).catch((error: unknown) => String(error));
    // The test looks at the payload while the host does.
    const isWrong = mustBeRefused(target, payload);
    const answer = await answering;
    this.#noteTime(performance.now() - begunAt, what);
    if (typeof answer === 'string') {
      this.findings.push(`${what}: no answer, ${answer}`);
      return;
    }
    const { status, code } = answer;
    const isTaken = status < 400;
    this.codes.set(code, (this.codes.get(code) ?? 0) + 1);
    if (isTaken) this.taken += 1;
    if (![401, 403, 429].includes(status)) this.effective += 1;
    if (status >= 500) this.findings.push(`${what}: ${status} ${code}`);
    if (isTaken && isWrong) this.findings.push(`${what}: taken, though the contract refuses it`);
    this.#lookAtBooks(what, target, answer);
  }

  close(): void {
    this.#agent.destroy();
  }

  #lookAtBooks(what: string, { path }: Target, { status, code }: Answer): void {
    const now = this.#victim.dataVersion();
    const isChanged = now !== this.#dataVersion;
    this.#dataVersion = now;
    if (!isChanged || status < 400) return;
    // It shows the record as it is now, and that look is kept.
    if (code === 'CHANGED_MEANWHILE') return;
    const allowed = code === 'INVALID_INPUT' ? [] : (keepsRefused[path] ?? []);
    if (allowed.includes('*') || allowed.includes(code)) return;
    this.findings.push(`${what}: refused as ${code}, and something was written`);
  }

  #noteTime(ms: number, what: string): void {
    this.slowest.push({ ms: Math.round(ms), what });
    this.slowest.sort((one, other) => other.ms - one.ms);
    this.slowest.length = Math.min(this.slowest.length, 3);
  }

  #call({ path }: Target, { wire, contentType, body }: Payload): Promise<Answer> {
    const { address, token, spareToken } = this.#victim;
    const data = Buffer.from(body);
    return new Promise((resolve, reject) => {
      const call = request(`${address}/${wire}/${path.replace('.', '/')}`, {
        method: 'POST',
        agent: this.#agent,
        headers: {
          authorization: `Bearer ${path === 'session.signOut' ? spareToken : token}`,
          'content-length': data.length,
          ...(contentType === '' ? {} : { 'content-type': contentType }),
        },
      });
      call.once('error', reject);
      call.once('response', (response) => void answerOf(response).then(resolve, reject));
      call.end(data);
    });
  }
}

function mustBeRefused({ schema }: Target, { reading }: Payload): boolean {
  if (reading.kind === 'unreadable') return true;
  return reading.kind === 'input' && !schema.safeParse(reading.input).success;
}

async function answerOf(response: IncomingMessage): Promise<Answer> {
  const status = response.statusCode ?? 0;
  const type = response.headers['content-type'] ?? '';
  // A stream of news never ends.
  if (type.startsWith('text/event-stream')) {
    response.destroy();
    return { status, code: 'stream' };
  }
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  if (status < 400) return { status, code: 'taken' };
  const text = Buffer.concat(chunks).toString();
  return { status, code: /"code":"(\w+)"/.exec(text)?.[1] ?? text.slice(0, 40) };
}

import { spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '#shared/domain/ids.ts';
import { rounded } from './measure.ts';

const entry = join(import.meta.dirname, '../../electron/service-host/entries/office-server.ts');
const clients = 4;
const callsPerClient = 250;

/** A host as a process of its own on a million movements: start to first answer, memory, postings over HTTP. */
export async function benchHost(file: string): Promise<Record<string, unknown>> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-host-'));
  copyFileSync(file, join(folder, 'shouhou.db'));
  const begin = performance.now();
  const host = spawn(process.execPath, [entry, '--data', folder, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const address = await new Promise<string>((resolve, reject) => {
      host.stdout.on('data', (chunk: Buffer) => {
        const ready = /ready at (\S+)/.exec(chunk.toString());
        if (ready?.[1] !== undefined) resolve(ready[1]);
      });
      host.once('exit', () => reject(new Error('the host ended')));
    });
    await call(address, undefined, 'session/status', {});
    const startMs = Math.round(performance.now() - begin);
    const idleMb = memoryOf(host.pid);
    const perSecond = await postOverHttp(address);
    return {
      'start to first answer (ms)': startMs,
      'memory idle (MB)': idleMb,
      'receipts posted over HTTP, 4 clients (per s)': perSecond.perSecond,
      'errors over HTTP': perSecond.errors,
      'memory after that (MB)': memoryOf(host.pid),
    };
  } finally {
    host.kill('SIGTERM');
    await new Promise((resolve) => host.once('exit', resolve));
    rmSync(folder, { recursive: true, force: true });
  }
}

async function call(
  address: string,
  token: string | undefined,
  path: string,
  input: object,
): Promise<Record<string, unknown>> {
  const response = await fetch(`${address}/api/${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(input),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as Record<string, unknown>;
}

/** Every client posts receipts of one line, each a draft made before and a posting that is timed. */
async function postOverHttp(address: string): Promise<{ perSecond: number; errors: number }> {
  const operationId = () => newId();
  const admin = { signInName: 'admin', name: 'admin', password: 'correct horse battery' };
  await call(address, undefined, 'session/setUp', {
    operationId: operationId(),
    firm: { name: 'bench', department: '', telephone: '', address: '' },
    admin,
  });
  const { token } = (await call(address, undefined, 'session/signIn', {
    signInName: 'admin',
    password: admin.password,
    device: 'bench',
  })) as { token: string };
  await call(address, token, 'people/create', {
    operationId: operationId(),
    signInName: 'store',
    name: 'store',
    roles: ['warehouse'],
    active: true,
    password: admin.password,
  });
  const store = (
    (await call(address, undefined, 'session/signIn', {
      signInName: 'store',
      password: admin.password,
      device: 'bench',
    })) as { token: string }
  ).token;
  const parts = (await call(address, store, 'parts/list', {
    filter: {},
    sort: { by: 'number', descending: false },
    limit: 1,
  })) as unknown as { rows: { id: string }[] };
  const accounts = (await call(address, store, 'stock/accounts', { kinds: ['bin'] })) as unknown as {
    id: string;
  }[];
  const line = { partId: parts.rows[0]?.id, accountId: accounts[0]?.id, quantity: 1000, unitPriceFen: 1000 };
  const day = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const draft = () =>
    call(address, store, 'stock/draftReceipt', {
      operationId: operationId(),
      purpose: 'purchase',
      supplier: '',
      deliveryNote: '',
      day,
      specificationChecked: true,
      quantityChecked: true,
      qualityChecked: true,
      notes: '',
      lines: [line],
    });
  const drafts: Record<string, unknown>[] = [];
  for (let count = 0; count < clients * callsPerClient; count += 1) drafts.push(await draft());
  let errors = 0;
  const begin = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (let made = drafts.pop(); made; made = drafts.pop()) {
        await call(address, store, 'stock/postReceipt', {
          operationId: operationId(),
          id: made['id'],
          version: made['version'],
        }).catch(() => (errors += 1));
      }
    }),
  );
  return { perSecond: rounded((clients * callsPerClient) / ((performance.now() - begin) / 1000)), errors };
}

function memoryOf(pid: number | undefined): number | null {
  try {
    const line = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return line ? Math.round(Number(line[1]) / 1024) : null;
  } catch {
    // Only Linux tells it this way.
    return null;
  }
}

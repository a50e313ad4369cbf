import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { officeServerFile, officeServerFlags } from '../../scripts/program.mjs';
import { callOf, setUpFirm, type Ask } from './http-client.ts';
import { benchExcel } from './excel.ts';
import { copyOfBooks, inNewFolder } from './in-folder.ts';
import { postReceiptsOverHttp, printPapersOverHttp } from './http-work.ts';
import { rawPerSecond } from './postings.ts';
import { rounded } from './measure.ts';

const rounds = 5;

/** The built host as a process of its own on a million movements: start to first answer, memory, postings over HTTP. */
export async function benchHost(file: string): Promise<Record<string, unknown>> {
  return inNewFolder(async (folder) => {
    copyOfBooks(file, join(folder, 'shouhou.db'));
    const begin = performance.now();
    const host = spawn(
      process.execPath,
      [...officeServerFlags, officeServerFile, '--data', folder, '--port', '0'],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    try {
      const address = await new Promise<string>((resolve, reject) => {
        host.stdout.on('data', (chunk: Buffer) => {
          const ready = /ready at (\S+)/.exec(chunk.toString());
          if (ready?.[1] !== undefined) resolve(ready[1]);
        });
        host.once('exit', () => reject(new Error('the host ended')));
      });
      await callOf(address)('session/status', {});
      const startMs = Math.round(performance.now() - begin);
      const idleMb = memoryOf(host.pid);
      const { store, receiptId, place } = await setUpFirm(address);
      await printPapersOverHttp(store, receiptId, 50);
      const afterPapersMb = memoryOf(host.pid);
      return {
        'start to first answer (ms)': startMs,
        'memory idle (MB)': idleMb,
        'memory after 50 papers (MB)': afterPapersMb,
        ...(await overHttpAgainstRaw(file, store, place)),
        'memory after the postings (MB)': memoryOf(host.pid),
        ...(await benchExcel(store)),
      };
    } finally {
      host.kill('SIGTERM');
      await new Promise((resolve) => host.once('exit', resolve));
    }
  });
}

/** Turn by turn with the bare engine on a copy of the same books, so that whatever else the machine does falls on both. */
async function overHttpAgainstRaw(file: string, store: Ask, place: { partId: string; accountId: string }) {
  const turns: { ours: number; errors: number; raw: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const posted = await postReceiptsOverHttp(store, place);
    const raw = await inNewFolder((folder) => rawPerSecond(folder, file));
    turns.push({ ours: posted.perSecond, errors: posted.errors, raw });
  }
  const sorted = turns.toSorted((one, other) => one.ours / one.raw - other.ours / other.raw);
  const middle = sorted[Math.floor(rounds / 2)] ?? { ours: 0, raw: 1 };
  return {
    'receipts posted over HTTP, 4 clients (per s)': rounded(middle.ours),
    'bare engine on the same books (per s)': rounded(middle.raw),
    'ratio over HTTP': rounded(middle.ours / middle.raw),
    'errors over HTTP': turns.reduce((sum, turn) => sum + turn.errors, 0),
  };
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

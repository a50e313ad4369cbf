import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { startOfficeServer } from './support/office-server.ts';

const run = promisify(execFile);
const page = readFileSync(join(import.meta.dirname, '../../docs/http-interface.md'), 'utf8');
const script = [...page.matchAll(/^```sh\n(.*?)^```$/gms)].map((block) => block[1]).join('\n');

// Windows has no shell that reads these lines.
test.skipIf(process.platform === 'win32')(
  'the example of docs/http-interface.md runs as it stands there',
  async () => {
    const server = await startOfficeServer({ parameters: ['--sample', '--small'] });
    const folder = mkdtempSync(join(tmpdir(), 'http-interface-'));
    try {
      const { stdout } = await run('sh', ['-euc', script], {
        cwd: folder,
        env: { ...process.env, ADDRESS: server.address },
      });
      expect(stdout.split('\n')).toEqual([
        '王晓梅',
        expect.stringMatching(/./),
        expect.stringMatching(/^LD\d{6}-\d{4}$/),
        expect.stringMatching(/^FW\d{6}-\d{4}$/),
        expect.stringMatching(/^LL-T\d{4}$/),
        expect.stringMatching(/^LL-T\d{4}$/),
        'CHANGED_MEANWHILE',
        expect.stringMatching(/^FW\d{6}-\d{4}$/),
        '{}',
      ]);
      const [first, second] = stdout.split('\n').filter((line) => line.startsWith('LL-'));
      expect(second).toBe(first);
      // An Excel file is a zip.
      expect(readFileSync(join(folder, 'requisitions.xlsx')).subarray(0, 2).toString()).toBe('PK');
    } finally {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
);

import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { crc32, deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { operation } from '#tests/support/host.ts';
import { startOfficeServer } from './support/office-server.ts';

const run = promisify(execFile);
const script = join(import.meta.dirname, 'support/http-story.mjs');

test('a program of somebody else takes a call to a cleared part through the HTTP interface', async () => {
  const server = await startOfficeServer();
  const folder = mkdtempSync(join(tmpdir(), 'http-story-'));
  try {
    const scan = join(folder, 'scan.png');
    writeFileSync(scan, onePixel());
    const setUp = await fetch(`${server.address}/api/session/setUp`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        operationId: operation(),
        firm: {
          name: '江南客车股份有限公司',
          department: '售后服务部',
          telephone: '400-820-0000',
          address: '',
        },
        admin: { signInName: 'admin', name: '管理员', password: 'correct horse battery' },
      }),
    });
    expect(setUp.status).toBe(200);
    const { stdout } = await run(process.execPath, [
      script,
      server.address,
      'admin',
      'correct horse battery',
      scan,
    ]);
    const steps = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(steps).toEqual([
      { step: 'received', number: expect.stringMatching(/^RK\d{6}-0001$/) },
      {
        step: 'called',
        number: expect.stringMatching(/^LD\d{6}-0001$/),
        caseNumber: expect.stringMatching(/^FW\d{6}-0001$/),
        unitsOnCard: 1,
      },
      { step: 'judged', number: expect.stringMatching(/^PD\d{6}-0001$/), verdict: 'covered' },
      { step: 'approved', number: expect.stringMatching(/^LL\d{6}-0001$/), byOneself: 'NOT_PERMITTED' },
      {
        step: 'issued',
        number: expect.stringMatching(/^CK\d{6}-0001$/),
        tags: [expect.stringMatching(/^JJ\d{6}-0001$/)],
      },
      {
        step: 'printed',
        number: expect.stringMatching(/^FB\d{6}-0001$/),
        earlier: 'REPORT_INCOMPLETE',
        ordinal: 1,
        pdf: '%PDF-',
      },
      { step: 'signed', number: expect.stringMatching(/^FB\d{6}-0001$/), editAfterwards: 'REPORT_FROZEN' },
      { step: 'cleared', state: 'cleared', withoutOldPart: 'OLD_PART_MISSING', sameAnswer: true },
      {
        step: 'books',
        movements: [2000, 1000, 1000, 1000],
        acts: expect.arrayContaining([
          'requisitions.submit',
          'requisitions.approve',
          'requisitions.issue',
          'requisitions.clear',
        ]),
      },
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await server.stop();
  }
});

/** The smallest PNG there is. */
function onePixel(): Buffer {
  const chunk = (kind: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
    const framed = Buffer.alloc(8 + body.length);
    framed.writeUInt32BE(data.length, 0);
    body.copy(framed, 4);
    framed.writeUInt32BE(crc32(body), 4 + body.length);
    return framed;
  };
  const head = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.from([0, 255]))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

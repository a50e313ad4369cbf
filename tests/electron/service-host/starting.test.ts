import { spawn } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { theProgram } from '#shared/domain/actor.ts';
import { isRefusal } from '#shared/contract/refusals.ts';
import { HostLock } from '#host/database/sqlite/host-lock.ts';
import { serverArguments } from '#host/entries/server-arguments.ts';
import { startSentences } from '#host/entries/start-sentences.ts';
import { startHost, type Host, type HostOptions } from '#host/host.ts';
import { recordAudit } from '#host/desks/audit/audit.service.ts';
import { auditEntries } from '#host/schema/audit.tables.ts';
import { keepLook } from '#host/desks/audit/audit.looks.service.ts';
import { verifyAudit } from '#host/desks/audit/audit.verify.queries.ts';

let folder: string;
let dataFolder: string;
let file: string;
let hosts: Host[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'starting-'));
  dataFolder = join(folder, 'data');
  file = join(dataFolder, 'shouhou.db');
  hosts = [];
});
afterEach(async () => {
  for (const host of hosts) await host.close();
  rmSync(folder, { recursive: true, force: true });
});

async function start(options: Partial<HostOptions> = {}): Promise<Host> {
  const host = await startHost({ dataFolder, ...options });
  hosts.push(host);
  return host;
}

async function stop(host: Host): Promise<void> {
  hosts.splice(hosts.indexOf(host), 1);
  await host.close();
}

/** Books that have been in use: 3,000 entries. */
async function usedBooks(): Promise<void> {
  const host = await start();
  await host.parts.database.write(theProgram, async (tx) => {
    for (let row = 0; row < 3000; row += 1)
      await recordAudit(tx, { act: 'test.write', subjectKind: 'test', subjectId: `row ${row}` });
  });
  await stop(host);
}

/** The two sentences about a start that fails. */
async function sentencesOf(starting: Promise<unknown>): Promise<readonly string[]> {
  const error: unknown = await starting.then(
    () => undefined,
    (failure: unknown) => failure,
  );
  expect(error).toBeDefined();
  return startSentences(error);
}

describe('a folder', () => {
  test('that is not there begins an office only where that is asked for', async () => {
    const [chinese, english] = await sentencesOf(start({ mayBegin: false }));
    expect(chinese).toContain(dataFolder);
    expect(english).toContain('add --new');
    expect(existsSync(dataFolder)).toBe(false);
    await start({ mayBegin: true });
    expect(existsSync(file)).toBe(true);
  });

  test('that is empty begins an office; one with other files does not by itself', async () => {
    mkdirSync(dataFolder);
    await stop(await start({ mayBegin: false }));
    const other = join(folder, 'other');
    mkdirSync(other);
    writeFileSync(join(other, 'letter.txt'), 'x');
    const starting = start({ dataFolder: other, mayBegin: false });
    await expect(starting).rejects.toMatchObject({ reason: 'folderForeign' });
    expect(readdirSync(other)).toEqual(['letter.txt']);
  });

  test('that cannot be a folder is named with what the system says', async () => {
    writeFileSync(join(folder, 'file'), '');
    const [chinese] = await sentencesOf(start({ dataFolder: join(folder, 'file', 'data') }));
    expect(chinese).toMatch(/不能读写数据文件夹 .*（(ENOTDIR|EEXIST)）/);
  });

  test('whose books are gone or empty is never begun anew, whatever is asked for', async () => {
    await usedBooks();
    for (const lose of [() => truncateSync(file, 0), () => rmSync(file)]) {
      lose();
      const [, english] = await sentencesOf(start({ mayBegin: true }));
      expect(english).toContain('No new office was begun');
    }
    expect(existsSync(file)).toBe(false);
  });

  test('with an empty file of the books alone is asked about', async () => {
    mkdirSync(dataFolder);
    writeFileSync(file, '');
    await expect(start({ mayBegin: false })).rejects.toMatchObject({ reason: 'booksEmpty' });
    await start();
  });
});

describe('one host per folder', () => {
  test('the second is told who holds the books', async () => {
    await start();
    const [chinese, english] = await sentencesOf(start());
    for (const sentence of [chinese, english]) {
      expect(sentence).toContain(hostname());
      expect(sentence).toContain(String(process.pid));
    }
    expect(english).toMatch(/since \d\d\/\d\d\/\d{4}/);
  });

  test('a lock ends with its process, however that ends', async () => {
    mkdirSync(dataFolder);
    const lock = join(import.meta.dirname, '../../../electron/service-host/database/sqlite/host-lock.ts');
    const script = `const { HostLock } = await import(${JSON.stringify(lock)}); HostLock.take(${JSON.stringify(dataFolder)}, 0); console.log('held'); setInterval(() => {}, 1000);`;
    const holder = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((resolve) => holder.stdout.once('data', resolve));
    expect(() => HostLock.take(dataFolder, 0)).toThrow('inUse');
    const ended = new Promise((resolve) => holder.once('exit', resolve));
    holder.kill('SIGKILL');
    await ended;
    HostLock.take(dataFolder, 0).release();
  });

  test('a start that fails lets the next one in', async () => {
    mkdirSync(dataFolder);
    writeFileSync(file, 'this is no database, '.repeat(1000));
    await expect(start()).rejects.toMatchObject({ reason: 'damaged' });
    HostLock.take(dataFolder, 0).release();
  });
});

describe('damaged books', () => {
  /** The file without its log, and where the page of a table lies in it. */
  const placeOf = (table: string) => {
    const raw = new BetterSqlite3(file);
    raw.pragma('journal_mode = DELETE');
    const page = Number(raw.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck().get(table));
    const size = Number(raw.pragma('page_size', { simple: true }));
    raw.close();
    return { at: (page - 1) * size, size };
  };

  test('are looked at and no longer written to, at the start and ever after', async () => {
    await usedBooks();
    // Another table than the one that is read below.
    const { at, size } = placeOf('parts');
    const opened = openSync(file, 'r+');
    writeSync(opened, Buffer.alloc(size, 0x5a), 0, size, at);
    closeSync(opened);
    for (let life = 0; life < 2; life += 1) {
      const host = await start();
      const { database, isDamaged } = host.parts;
      expect(isDamaged()).toBe(true);
      expect(await database.read(theProgram, (tx) => tx.db.$count(auditEntries))).toBe(3000);
      const write = database.write(theProgram, async () => undefined);
      await expect(write).rejects.toSatisfy((error) => isRefusal(error, 'BOOKS_DAMAGED'));
      await stop(host);
    }
    expect(existsSync(join(dataFolder, 'damage.json'))).toBe(true);
  });

  test('that were exchanged for sound ones are written to again', async () => {
    await usedBooks();
    writeFileSync(join(dataFolder, 'damage.json'), '{}');
    const host = await start();
    expect(host.parts.isDamaged()).toBe(false);
    await host.parts.database.write(theProgram, async () => undefined);
    expect(existsSync(join(dataFolder, 'damage.json'))).toBe(false);
  });

  test('that show their damage at work are written to no more, and checks say so', async () => {
    await usedBooks();
    const host = await start({
      beforeStatement: (sql) => {
        if (sql.includes('audit_entries') && sql.includes('count'))
          throw new BetterSqlite3.SqliteError('injected', 'SQLITE_CORRUPT');
      },
    });
    const { database, longWork } = host.parts;
    const id = longWork.beginBeside({
      kind: 'audit.verify',
      personId: null,
      work: () => verifyAudit(database),
    });
    const states = [];
    for await (const { state, error } of longWork.watch(id, null)) states.push([state, error]);
    expect(states.at(-1)).toEqual(['failed', 'STORAGE_FAILED']);
    const write = database.write(theProgram, async () => undefined);
    await expect(write).rejects.toSatisfy((error) => isRefusal(error, 'BOOKS_DAMAGED'));
    expect(await database.read(theProgram, async (tx) => tx.engine)).toBe('sqlite');
    // Whoever opens a customer is answered; that they looked stands in the log alone.
    const look = { kind: 'customer', id: 'somebody' } as const;
    await keepLook(database, { ...theProgram, personId: 'a person' }, look);
  });

  test('that are cut short are not opened at all', async () => {
    await usedBooks();
    const { size } = placeOf('parts');
    truncateSync(file, size * 20);
    const [, english] = await sentencesOf(start());
    expect(english).toContain('was not opened');
  });
});

test('a port that is taken is named', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const address = other.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const host = await start();
  const [chinese, english] = await sentencesOf(host.serveHttp({ port }));
  expect(chinese).toContain(`端口 ${port} `);
  expect(english).toContain(`port ${port}.`);
  other.close();
});

test('a server on PostgreSQL that is not there is named', async () => {
  const [, english] = await sentencesOf(start({ postgresUrl: 'postgres://nobody@127.0.0.1:9/none' }));
  expect(english).toContain('cannot be reached');
});

describe('the parameters of the office server', () => {
  test.each([
    [[], '--data'],
    [['--data', 'x', '--prot', '1'], '--prot'],
    [['--data', 'x', '--port', 'http'], '--port http'],
    [['--data', 'x', '--port', '70000'], '--port 70000'],
    [['--data', 'x', '--postgres', 'localhost'], '--postgres'],
    [['--data', 'x', 'y'], 'y'],
  ])('%j: %s is named', (given, named) => {
    const failing = async () => serverArguments(given);
    return expect(sentencesOf(failing())).resolves.toEqual([
      expect.stringContaining(`启动参数不对：${named}。`),
      expect.stringContaining(`wrong parameter: ${named}.`),
    ]);
  });

  test('are read', () => {
    expect(serverArguments(['--data', 'x', '--port', '80', '--sample', '--small'])).toEqual({
      dataFolder: 'x',
      port: 80,
      postgresUrl: undefined,
      mayBegin: true,
      sample: 'small',
    });
  });
});

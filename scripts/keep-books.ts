/*
 * Keeps small books of today's version, so that every later version can show that it opens them: a file of the books, its
 * attachments, and how many rows each table holds. `node scripts/keep-books.ts <name>` writes them to tests/migrations/kept/<name>.
 */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import BetterSqlite3 from 'better-sqlite3';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ServiceClient } from '#shared/contract/index.ts';
import { newId } from '#shared/domain/ids.ts';
import { startHost } from '#host/host.ts';
import { hashPassword } from '#host/modules/people/passwords.ts';
import { sampleScan } from '#host/modules/sample/sample-scan.ts';
import { loadSample } from '#host/modules/sample/sample.service.ts';

const name = process.argv[2];
if (name === undefined || !/^[a-z0-9-]+$/.test(name)) {
  console.error('Give the books a name: node scripts/keep-books.ts <name>');
  process.exit(2);
}
const password = 'kept-Books-2026';
const size = { parts: 24, customers: 8, units: 14, callsPerDay: 1 };
const folder = mkdtempSync(join(tmpdir(), 'kept-'));
const target = new URL(`../tests/migrations/kept/${name}/`, import.meta.url);

await fillBooks();
rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
const copy = join(folder, 'copy.db');
const books = new BetterSqlite3(join(folder, 'shouhou.db'));
books.prepare('VACUUM INTO ?').run(copy);
writeFileSync(new URL('rows.json', target), `${JSON.stringify(rowsOf(books), null, 1)}\n`);
books.close();
writeFileSync(new URL('shouhou.db.gz', target), gzipSync(readFileSync(copy), { level: 9 }));
cpSync(join(folder, 'attachments'), new URL('attachments/', target), { recursive: true });
rmSync(folder, { recursive: true, force: true });

/** A short sample, and some acts over the wire, which leave operations, sessions, drafts and tries behind. */
async function fillBooks(): Promise<void> {
  const host = await startHost({ dataFolder: folder });
  await loadSample(
    host.parts.database,
    {
      size,
      months: 1.5,
      now: Date.now(),
      passwordHash: await hashPassword(password),
      addScan: await sampleScan(host.parts.attachmentStore),
    },
    () => Promise.resolve(),
  );
  const server = await host.serveHttp({ port: 0 });
  const headers: Record<string, string> = {};
  const client = createORPCClient<ServiceClient>(
    new RPCLink({ url: `${server.address}/rpc`, headers: () => headers }),
  );
  const begun = await client.session.signIn({ signInName: 'admin', password, device: 'kept' });
  headers['authorization'] = `Bearer ${begun.token}`;
  await client.people.create({
    operationId: newId<'operation'>(),
    signInName: 'secret',
    name: '陆小满',
    roles: ['clerk'],
    active: true,
    password: 'Sommer-2026',
  });
  await server.close();
  await host.close();
}

function rowsOf(database: BetterSqlite3.Database): Record<string, number> {
  const names = database
    .prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%STRICT%' ORDER BY name`)
    .pluck()
    .all();
  return Object.fromEntries(
    names.map((table) => [
      String(table),
      Number(
        database
          .prepare(`SELECT count(*) FROM ${String(table)}`)
          .pluck()
          .get(),
      ),
    ]),
  );
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startHost } from '../host.ts';

/*
 * The office server: the business without a window. Prints one line with its address when it is ready, stops in order
 * on SIGTERM or Ctrl-C.
 */
const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    port: { type: 'string', default: '0' },
    postgres: { type: 'string' },
    sample: { type: 'boolean', default: false },
    small: { type: 'boolean', default: false },
  },
});
if (values.data === undefined)
  throw new Error('usage: office-server --data DIR [--port N] [--postgres URL] [--sample [--small]]');

const host = await startHost({ dataFolder: values.data, postgresUrl: values.postgres });
if (values.sample) await loadSampleOnce();
const server = await host.serveHttp({ port: Number(values.port), pageFolder: pageFolder() });
process.stdout.write(`Shouhou Desk is ready at ${server.address}\n`);
if (values.sample) process.stdout.write(`The sample is at ${server.address}/?books=sample\n`);

let stopping = false;
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    void server
      .close()
      .then(() => host.close())
      .then(() => process.exit(0));
  });
}

/** Loads the sample beside the real books, which it never touches; one that is there stays as it is. */
async function loadSampleOnce(): Promise<void> {
  const { sampleOffice } = host.parts;
  if (sampleOffice.exists) return;
  const { password } = await sampleOffice.loading({ size: values.small ? 'small' : 'full' })(() =>
    Promise.resolve(),
  );
  process.stdout.write(
    `The sample is loaded; its people (admin, wangxm, zhaogang, lizq, liubz, …) sign in with ${password}\n`,
  );
}

/** The built pages lie beside the built server, and in `out` when the server runs from its sources. */
function pageFolder(): string | undefined {
  const chosen = process.env['SHOUHOU_PAGE_FOLDER'];
  if (chosen !== undefined) return chosen;
  const here = import.meta.dirname;
  return [join(here, '../renderer'), join(here, '../../../out/renderer')].find((folder) =>
    existsSync(join(folder, 'index.html')),
  );
}

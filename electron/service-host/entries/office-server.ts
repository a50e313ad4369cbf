import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Host, startHost } from '../host.ts';
import type { HttpServer } from '../api/over-http.ts';
import { type ServerArguments, serverArguments } from './server-arguments.ts';
import { startSentences } from './start-sentences.ts';

/*
 * The office server: the business without a window. Prints one line with its address when it is ready, stops in order
 * on SIGTERM or Ctrl-C.
 */
try {
  await run(serverArguments(process.argv.slice(2)));
} catch (error) {
  // In both languages: nobody has said yet who reads it.
  for (const sentence of startSentences(error)) process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

async function run({ dataFolder, port, postgresUrl, mayBegin, sample }: ServerArguments): Promise<void> {
  const host = await startHost({ dataFolder, postgresUrl, mayBegin });
  try {
    if (sample !== undefined) await loadSampleOnce(host, sample);
    const server = await host.serveHttp({ port, pageFolder: pageFolder() });
    process.stdout.write(`Shouhou Desk is ready at ${server.address}\n`);
    if (sample !== undefined) process.stdout.write(`The sample is at ${server.address}/?books=sample\n`);
    stopWhenTold(host, server);
  } catch (error) {
    await host.close();
    throw error;
  }
}

function stopWhenTold(host: Host, server: HttpServer): void {
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
}

/** Loads the sample beside the real books, which it never touches; one that is there stays as it is. */
async function loadSampleOnce(host: Host, size: 'small' | 'full'): Promise<void> {
  const { sampleOffice } = host.parts;
  if (sampleOffice.exists) return;
  const { password } = await sampleOffice.loading({ size })(() => Promise.resolve());
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

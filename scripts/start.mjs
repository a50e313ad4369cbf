// `npm start`: the program in its own window, or in the browser where a window is not possible.
//   --data DIR   the person's folder for this program   --port N   port of the browser's address
//   --new        begin an office in a folder that is not there yet
//   --browser    the browser even where a window is possible   --no-open   do not open the browser
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { hasDisplay } from './browser.mjs';
import { isStopWished, runToEnd } from './children.mjs';
import { electronRuntime, fetchElectronRuntime } from './electron-runtime.mjs';
import { runOfficeServer } from './office-server.mjs';
import { root } from './packages.mjs';
import { personalFolder } from './personal-folder.mjs';
import { buildIfOutdated, officeServerFile } from './program.mjs';
import { setUp } from './setup.mjs';

await setUp();
const { values: wish } = parseArgs({
  options: {
    data: { type: 'string' },
    new: { type: 'boolean', default: false },
    port: { type: 'string' },
    browser: { type: 'boolean', default: false },
    'no-open': { type: 'boolean', default: false },
  },
});
const folder = wish.data === undefined ? personalFolder() : resolve(wish.data);
if (wish.data !== undefined && !wish.new && !existsSync(folder)) refuseMissingFolder();
await buildIfOutdated();
const inTheWay = await openWindow();
if (inTheWay !== undefined) {
  console.log(`${inTheWay}: the same program opens in the browser.`);
  process.exitCode = await runOfficeServer(officeServerFile, {
    dataFolder: join(folder, 'data'),
    port: wish.port,
    open: !wish['no-open'],
    // What the program keeps for a person begins by itself.
    parameters: ['--new'],
  });
}

/** A mistyped folder would begin an empty office. */
function refuseMissingFolder() {
  console.error(`没有这个文件夹：${folder}。请检查 --data 是否写错；要在那里新建一份账套，请加上 --new。`);
  console.error(
    `There is no folder ${folder}. See whether --data is mistyped; to begin an office there, add --new.`,
  );
  process.exit(1);
}

/** Runs the program in its own window to the end, or answers with what is in the way. */
async function openWindow() {
  if (wish.browser || wish.port !== undefined) return 'As asked for';
  if (!hasDisplay()) return 'There is no display';
  const runtime = electronRuntime() ?? (await fetchElectronRuntime());
  if (isStopWished()) process.exit(0);
  if (!runtime) return "Electron's runtime could not be fetched";
  const startedAt = Date.now();
  const { ELECTRON_RUN_AS_NODE: _, ...environment } = process.env;
  // Chromium's sandbox refuses to work for root; nobody but a developer's container runs us so.
  const asRoot = process.platform === 'linux' && process.getuid() === 0 ? ['--no-sandbox'] : [];
  const code = await runToEnd(runtime, [root, `--user-data-dir=${folder}`, ...asRoot], { env: environment });
  const couldNotStart = code !== 0 && !isStopWished() && Date.now() - startedAt < 15_000;
  if (couldNotStart) return `Electron ended with ${code}`;
  process.exitCode = isStopWished() ? 0 : code;
  return undefined;
}

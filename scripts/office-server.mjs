// Runs the office server for one person on this PC, and opens the browser when it is ready.
import { createServer } from 'node:net';

import { openBrowser } from './browser.mjs';
import { runToEnd } from './children.mjs';
import { officeServerFlags } from './program.mjs';

// The same port each time where it is free: what a browser keeps for a page belongs to its address.
const usualPort = 8641;

/** Runs `file` (built, or the source) on 127.0.0.1 until it is told to stop; answers with its exit code. */
export async function runOfficeServer(file, { dataFolder, port, open = true, parameters = [], page = '' }) {
  const chosen = port ?? (await freePort());
  return runToEnd(
    process.execPath,
    [...officeServerFlags, file, '--data', dataFolder, '--port', String(chosen), ...parameters],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      onStart: (child) => {
        child.stdout.pipe(process.stdout);
        child.stdout.once('data', (line) => {
          const address = /ready at (http\S+)/.exec(String(line))?.[1];
          if (!address) return;
          console.log(`The data is in ${dataFolder}. Ctrl-C stops it.`);
          if (open) openBrowser(address + page);
        });
      },
    },
  );
}

async function freePort() {
  return (await portIfFree(usualPort)) ?? portIfFree(0);
}

function portIfFree(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(undefined));
    probe.listen(port, '127.0.0.1', () => {
      const chosen = probe.address().port;
      probe.close(() => resolve(chosen));
    });
  });
}

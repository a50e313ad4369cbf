// `npm run dev` where Electron's runtime is not to be had: Vite serves the pages as they are edited, and the office
// server, run from its sources and started anew when they change, answers behind them.
import { join } from 'node:path';

import { openBrowser } from './browser.mjs';
import { runToEnd } from './children.mjs';
import { root } from './packages.mjs';

const officeServerSource = join(root, 'electron', 'service-host', 'entries', 'office-server.ts');
const pagePort = 5173;
const servicePort = 8642;

/** Runs both until they are told to stop; answers with the exit code of the office server. */
export async function developInBrowser() {
  // Loaded here, since set-up must have installed them first.
  const [{ createServer }, { default: react }] = await Promise.all([
    import('vite'),
    import('@vitejs/plugin-react'),
  ]);
  const service = `http://127.0.0.1:${servicePort}`;
  const pages = await createServer({
    configFile: false,
    root: join(root, 'renderer'),
    plugins: [react()],
    server: {
      host: '127.0.0.1',
      port: pagePort,
      proxy: Object.fromEntries(['/rpc', '/api', '/health'].map((path) => [path, proxyTo(service)])),
    },
  });
  await pages.listen();
  const address = pages.resolvedUrls?.local[0] ?? `http://127.0.0.1:${pagePort}/`;
  console.log(`Electron's runtime is not here: the pages are at ${address}. Ctrl-C stops it.`);
  openBrowser(address);
  const dataFolder = join(root, '.data', 'dev');
  const code = await runToEnd(process.execPath, [
    '--watch',
    officeServerSource,
    '--data',
    dataFolder,
    '--new',
    '--port',
    String(servicePort),
  ]);
  await pages.close();
  return code;
}

/** The office server answers to pages of its own address alone; here Vite stands between. */
function proxyTo(target) {
  return {
    target,
    changeOrigin: true,
    configure: (proxy) => proxy.on('proxyReq', (request) => request.setHeader('origin', target)),
  };
}

import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import { installerFaults } from './scripts/build-installer-check.ts';

const bundledPackages = [
  '@orpc/client',
  '@orpc/contract',
  '@orpc/openapi',
  '@orpc/server',
  '@orpc/zod',
  'drizzle-orm',
  'zod',
];

export default defineConfig(({ command }) => ({
  main: {
    plugins: command === 'build' ? [installerIsChecked()] : [],
    build: {
      // Loaded file by file these take 200 MB and a second of every start; in one piece, what is not used is not there.
      externalizeDeps: { exclude: bundledPackages },
      rolldownOptions: {
        input: {
          index: 'electron/main/index.ts',
          'utility-process': 'electron/service-host/entries/utility-process.ts',
          'office-server': 'electron/service-host/entries/office-server.ts',
          // Threads of the service host, which looks for them beside itself and above the folder of its chunks.
          'paper-worker': 'electron/service-host/printing/paper-worker.ts',
          'sheet-worker': 'electron/service-host/exporting/sheet-worker.ts',
        },
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      // A sandboxed preload can load nothing but electron, so everything else is inside its one file.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: 'electron/preload/index.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react(), addressesFromTheRoot()],
    build: {
      outDir: 'out/renderer',
      minify: true,
      // The pages come from the disk or over the office network; one large file is no wait there.
      chunkSizeWarningLimit: 5_000,
      rolldownOptions: { input: 'renderer/index.html' },
    },
  },
}));

/** A build fails on an installer that electron-builder would refuse, on every system and without packaging. */
function installerIsChecked(): Plugin {
  return {
    name: 'installer-is-checked',
    async buildStart() {
      const faults = await installerFaults(path.join(import.meta.dirname, 'electron-builder.yml'));
      if (faults.length > 0) this.error(`electron-builder.yml: ${faults.join('\n')}`);
    },
  };
}

/** electron-vite makes addresses relative to the page, for file://; our pages have places (/cases/…) and a scheme of their own. */
function addressesFromTheRoot(): Plugin {
  return { name: 'addresses-from-the-root', config: () => ({ base: '/' }) };
}

import { defineConfig } from 'vitest/config';
import { hasMemoryFolder, memoryFolder } from './tests/support/memory-folder.ts';

const seconds = 1000;

// Every commit of SQLite waits for the disk, which is half of the time of what writes much. Tests make their folders in
// memory: nothing here cuts the power, and a killed process loses nothing of what lies there either.
if (process.env['TMPDIR'] === undefined && hasMemoryFolder()) process.env['TMPDIR'] = memoryFolder;

// Three kinds of tests: `unit` is quick and run all the time, `trust` does damage on purpose, `e2e` drives real browsers,
// threads and programs. Two files of a kind run side by side: what a test measures is what was done, the time that its own
// thread computed, or a time with room to spare.
export default defineConfig({
  test: {
    globalSetup: [
      'tests/support/run-folder.ts',
      'tests/support/postgres-on-demand.ts',
      'tests/support/browser-on-demand.ts',
    ],
    restoreMocks: true,
    unstubEnvs: true,
    unstubGlobals: true,
    pool: 'threads',
    // On a PC with two cores vitest would take one of them; PostgreSQL and the disk leave the other idle most of the time.
    maxWorkers: 2,
    hookTimeout: 60 * seconds,
    teardownTimeout: 20 * seconds,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            'tests/{shared,electron,renderer,architecture,contract,migrations,support}/**/*.test.{ts,tsx}',
          ],
          // What needs a browser, or threads that each read the whole program, runs with the stories told in one.
          exclude: ['tests/**/*-in-browser.test.ts', 'tests/**/*-in-a-thread.test.ts'],
          // Files share their worker's modules: loading the contract anew for each file costs more than the tests.
          isolate: false,
          setupFiles: ['tests/support/clean-slate.ts'],
          testTimeout: 20 * seconds,
        },
      },
      {
        extends: true,
        test: {
          name: 'trust',
          include: ['tests/trust/**/*.test.ts'],
          isolate: false,
          setupFiles: ['tests/support/clean-slate.ts'],
          testTimeout: (process.env['TRUST_SIZE'] === 'full' ? 4 * 60 * 60 : 300) * seconds,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: [
            'tests/e2e/**/*.test.ts',
            'tests/**/*-in-browser.test.ts',
            'tests/**/*-in-a-thread.test.ts',
          ],
          isolate: false,
          testTimeout: 120 * seconds,
        },
      },
    ],
  },
});

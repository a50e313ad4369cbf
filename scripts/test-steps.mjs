// The steps of `npm test` in their order: what is quick and fails often comes first.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

import { commandFile, root } from './packages.mjs';

const unitFolders = ['architecture', 'contract', 'electron', 'migrations', 'renderer', 'shared'];

/**
 * The steps, in stages: what only reads the sources goes side by side, what is timed or drives programs goes alone. Each
 * step: its `name`, the `parameters()` Node runs it with, the minutes it may take, whether `npm run check` takes it too,
 * which file it cannot do without is missing, which program of the system it needs, and where it reports its tests.
 */
export const stages = [
  [
    step('format', {
      isQuick: true,
      limitMinutes: 2,
      parameters: () => [commandFile('oxfmt'), '--list-different'],
    }),
    step('lint', {
      isQuick: true,
      limitMinutes: 3,
      needs: ['.oxlintrc.json'],
      parameters: () => [commandFile('oxlint'), '--type-aware', '--deny-warnings'],
    }),
    types('types', 'tsconfig.json'),
    // What runs in a browser knows nothing of Node, and the host nothing of a page.
    types('page-types', 'tsconfig.page.json'),
    types('host-types', 'tsconfig.host.json'),
  ],
  [tests('unit', { isQuick: true, limitMinutes: 8, folders: unitFolders })],
  [tests('trust', { limitMinutes: 12, folders: ['trust'] })],
  [
    step('build', {
      limitMinutes: 3,
      needs: ['electron.vite.config.ts'],
      parameters: () => [join(root, 'scripts', 'run.mjs'), 'build'],
    }),
  ],
  [tests('e2e', { limitMinutes: 18, folders: ['e2e'], program: 'browser' })],
];

function step(name, { needs = [], ...rest }) {
  return { name, ...rest, missingFile: () => needs.find((file) => !existsSync(join(root, file))) };
}

/** What has not changed since the last time is not looked at again. */
function types(name, config) {
  // On two cores several checkers do the same work over again.
  const checkers = availableParallelism() <= 2 ? ['--checkers', '1'] : [];
  return step(name, {
    isQuick: true,
    limitMinutes: 3,
    needs: [config],
    parameters: () => [
      commandFile('typescript', 'tsc'),
      ...checkers,
      '--noEmit',
      '--incremental',
      '--tsBuildInfoFile',
      join('.cache', `${config}.tsbuildinfo`),
      '-p',
      config,
    ],
  });
}

function tests(project, { folders, ...rest }) {
  const reportFile = join(root, 'test-results', `${project}.json`);
  const report = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`];
  const parameters = () => {
    rmSync(reportFile, { force: true });
    return [commandFile('vitest'), 'run', '--project', project, ...report];
  };
  const missingFile = () => {
    const empty = folders.find((folder) => !hasTest(join(root, 'tests', folder)));
    return empty && `a test in tests/${empty}`;
  };
  return { ...step(project, { parameters, ...rest }), reportFile, missingFile };
}

function hasTest(folder) {
  return (
    existsSync(folder) &&
    readdirSync(folder, { recursive: true }).some((name) => /\.test\.tsx?$/.test(String(name)))
  );
}

// `npm run <command> -- <parameters>` for everything but start and test: set-up first, then the program of the table.
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { runToEnd } from './children.mjs';
import { developInBrowser } from './dev-in-browser.mjs';
import { electronRuntime } from './electron-runtime.mjs';
import { runOfficeServer } from './office-server.mjs';
import { commandFile, root } from './packages.mjs';
import { build, buildIfOutdated, officeServerFile, officeServerFlags } from './program.mjs';
import { setUp } from './setup.mjs';

const commands = {
  dev: (parameters) =>
    electronRuntime() ? command('electron-vite', ['dev', ...parameters]) : developInBrowser(),
  build,
  // A few files take a second pass before oxfmt is content with its own work.
  format: async (parameters) => {
    const code = await command('oxfmt', parameters);
    return code === 0 ? command('oxfmt', parameters) : code;
  },
  lint: (parameters) => command('oxlint', ['--type-aware', ...parameters]),
  unit: (parameters) => vitest('unit', parameters),
  trust: (parameters) =>
    vitest(
      'trust',
      without(parameters, '--full'),
      parameters.includes('--full') ? { TRUST_SIZE: 'full' } : {},
    ),
  e2e: async (parameters) => {
    await buildIfOutdated();
    return vitest('e2e', parameters);
  },
  bench: async (parameters) => {
    await buildIfOutdated();
    // Measured in an engine that is told what the host's is told.
    return source('tests/bench/run.ts', parameters, officeServerFlags);
  },
  serve: async (parameters) => {
    await buildIfOutdated();
    return runToEnd(process.execPath, [...officeServerFlags, officeServerFile, ...parameters]);
  },
  sample: async (parameters) => {
    await buildIfOutdated();
    const dataFolder = join(root, '.data', 'sample');
    return runOfficeServer(officeServerFile, {
      dataFolder,
      parameters: ['--sample', ...parameters],
      page: '/?books=sample',
    });
  },
  'db:generate': (parameters) => source('scripts/db-generate.ts', parameters),
  'lock:complete': (parameters) => source('scripts/complete-lock.ts', parameters),
  'audit:verify': (parameters) => source('electron/service-host/entries/verify-audit.ts', parameters),
  package: async (parameters) => {
    const code = await build();
    return code === 0 ? command('electron-builder', ['--publish', 'never', ...parameters]) : code;
  },
};

const [name, ...parameters] = process.argv.slice(2);
const chosen = Object.hasOwn(commands, name ?? '') ? commands[name] : undefined;
if (!chosen) {
  console.error(`There is no command ${name}. There are: ${Object.keys(commands).join(', ')}.`);
  process.exit(2);
}
await setUp({ testPrograms: ['trust', 'e2e'].includes(name) });
process.exitCode = await chosen(parameters);

function command(packageName, parameters) {
  return runToEnd(process.execPath, [commandFile(packageName), ...parameters], { cwd: root });
}

function vitest(project, parameters, environment = {}) {
  const file = commandFile('vitest');
  const options = { cwd: root, env: { ...process.env, ...environment } };
  return runToEnd(process.execPath, [file, 'run', '--project', project, ...parameters], options);
}

function source(file, parameters, flags = []) {
  if (!existsSync(join(root, file))) throw new Error(`${file} is not there.`);
  return runToEnd(process.execPath, [...flags, join(root, file), ...parameters], { cwd: root });
}

function without(parameters, one) {
  return parameters.filter((parameter) => parameter !== one);
}

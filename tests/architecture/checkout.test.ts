import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { missingFromLock } from '../../scripts/complete-lock.ts';
import type { Lock } from '../../scripts/complete-lock.ts';
import { root } from './source.ts';

const lock: Lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));

test('the lock file names the binaries of every system, as npm ci demands (npm run lock:complete)', () => {
  expect(missingFromLock(lock)).toEqual({});
});

test('control: a binary that is not named is found, with its system', () => {
  const packages = {
    'node_modules/a': { dev: true, optionalDependencies: { '@a/binding-linux-x64-musl': '1.2.3' } },
  };
  const entry = { version: '1.2.3', cpu: ['x64'], dev: true, libc: ['musl'], optional: true, os: ['linux'] };
  expect(missingFromLock({ packages })).toEqual({ 'node_modules/@a/binding-linux-x64-musl': entry });
});

test('every npm script names a command and a file that are there', () => {
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  );
  const commands = readFileSync(join(root, 'scripts', 'run.mjs'), 'utf8');
  const broken = Object.entries(scripts).filter(([name, line]) => {
    const [, file, command] = /^node (scripts\/[\w-]+\.mjs)(?: (\S+))?$/.exec(line) ?? [];
    if (file === undefined || !existsSync(join(root, file))) return true;
    const isKnown = command === name && new RegExp(`^  '?${name}'?(:|,)`, 'm').test(commands);
    return file === 'scripts/run.mjs' && !isKnown;
  });
  expect(broken).toEqual([]);
});

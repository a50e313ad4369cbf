// `npm test`: everything that must hold, stage by stage, stopping at the first that fails; `npm run check` (the
// parameter `check`) only the quick steps. Last of all comes one line alone: `N passed, N failed`.
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

import { isStopWished, runToEnd } from './children.mjs';
import { root } from './packages.mjs';
import { setUp } from './setup.mjs';
import { missingSystemPrograms } from './system-programs.mjs';
import { stages } from './test-steps.mjs';

const results = join(root, 'test-results');
const onlyQuick = process.argv.includes('check');

const startedAt = performance.now();
await setUp({ testPrograms: !onlyQuick });
mkdirSync(results, { recursive: true });
const total = { passed: 0, failed: 0, skipped: 0 };
for (const stage of stages) {
  const wanted = stage.filter(({ isQuick }) => isQuick || !onlyQuick);
  for (const took of await Promise.all(wanted.map(take))) {
    total.passed += took.passed;
    total.failed += took.failed;
    total.skipped += took.skipped;
  }
  if (total.failed > 0) break;
}
if (total.passed === 0 && total.failed === 0) {
  console.log('No test ran.');
  total.failed = 1;
}
console.log(`${onlyQuick ? 'check' : 'test'} took ${seconds(startedAt)}`);
console.log(counts(total));
process.exitCode = total.failed === 0 ? 0 : 1;

/** Runs a step and says in one line how it went, with its whole output when it failed. */
async function take(step) {
  const nothing = { passed: 0, failed: 0, skipped: 0 };
  const missingFile = onlyQuick ? undefined : step.missingFile();
  if (missingFile) {
    console.log(`${step.name.padEnd(10)} failed: ${missingFile} is not there`);
    return { ...nothing, failed: 1 };
  }
  const missingProgram = missingSystemPrograms().find(({ name }) => name === step.program);
  if (missingProgram) {
    console.log(`${step.name.padEnd(10)} left out: ${missingProgram.what} is not there`);
    return { ...nothing, skipped: 1 };
  }
  const stepStartedAt = performance.now();
  const logFile = join(results, `${step.name}.log`);
  const { code, isTooLong } = await runLogged(step, logFile);
  const counted = step.reportFile ? readReport(step.reportFile) : nothing;
  const isEmpty = step.reportFile && counted.passed + counted.failed === 0;
  // Lint, types, build, and errors outside of any test count as one failure.
  if ((code !== 0 || isEmpty) && counted.failed === 0) counted.failed = 1;
  const outcome = step.reportFile ? `  ${counts(counted)}` : counted.failed > 0 ? '  failed' : '';
  if (counted.failed > 0) console.log(stripVTControlCharacters(readFileSync(logFile, 'utf8')));
  if (isTooLong) console.log(`${step.name} was ended after ${step.limitMinutes} minutes`);
  if (isEmpty) console.log(`${step.name}: no test ran`);
  console.log(`${step.name.padEnd(10)} ${seconds(stepStartedAt).padStart(8)}${outcome}`);
  if (isStopWished()) process.exit(130);
  return counted;
}

async function runLogged(step, logFile) {
  const log = openSync(logFile, 'w');
  const sign = setInterval(() => console.log(`${step.name} is still running`), 60_000);
  let limit;
  let isTooLong = false;
  const code = await runToEnd(process.execPath, step.parameters(), {
    cwd: root,
    stdio: ['ignore', log, log],
    env: { ...process.env, CI: 'true', NO_COLOR: '1' },
    onStart: (child) => {
      limit = setTimeout(() => {
        isTooLong = true;
        // vitest takes this as a wish to stop its servers and browsers first.
        child.kill('SIGINT');
        limit = setTimeout(() => child.kill('SIGKILL'), 20_000);
      }, step.limitMinutes * 60_000);
    },
  });
  clearTimeout(limit);
  clearInterval(sign);
  closeSync(log);
  return { code, isTooLong };
}

function readReport(file) {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'));
    const skipped = report.numPendingTests + report.numTodoTests;
    return { passed: report.numPassedTests, failed: report.numFailedTests, skipped };
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

function counts({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

function seconds(since) {
  return `${((performance.now() - since) / 1_000).toFixed(1)} s`;
}

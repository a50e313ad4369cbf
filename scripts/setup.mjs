// Makes a fresh checkout ready: packages, Node 24, fonts and, for the tests, programs of the system.
// Everything here and in the files it imports runs on any Node from 20 on, without a package.
import { pathToFileURL } from 'node:url';

import { runToEnd } from './children.mjs';
import { copyFonts } from './fonts.mjs';
import { installPackages, node24, packagesAreCurrent } from './packages.mjs';
import { installSystemPrograms, missingSystemPrograms } from './system-programs.mjs';

/**
 * Brings the checkout up to date (a few milliseconds when nothing is to be done) and goes on under Node 24:
 * on an older Node the calling script is started again and this call does not return.
 * With `testPrograms` it also installs what the tests need of the system, and names what is still missing.
 */
export async function setUp({ testPrograms = false } = {}) {
  if (!packagesAreCurrent()) installPackages();
  copyFonts();
  await continueUnderNode24();
  if (testPrograms && missingSystemPrograms().length > 0) installSystemPrograms();
}

async function continueUnderNode24() {
  if (Number.parseInt(process.versions.node, 10) >= 24) return;
  process.exit(await runToEnd(node24(), process.argv.slice(1)));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await setUp({ testPrograms: process.argv.includes('--test-programs') });
}

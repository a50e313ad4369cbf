/*
 * node tests/architecture/deletion-drill.ts <kind> [<kind> …]: takes the things that a noun is told by away, one at a time,
 * in a copy of the checkout. Each absence must stop the compiler, or fail a static test that names the noun. Without a kind
 * every noun is drilled, which takes hours; so this is a script beside the tests.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cards, kinds, type Kind } from '#shared/nouns/index.ts';
import type { Card } from '#shared/nouns/card.ts';
import { root, sourcesBelow } from './source.ts';

/** One thing to take away: the file, and where its text begins. */
interface Removal {
  readonly thing: string;
  readonly file: string | undefined;
  readonly begins: RegExp;
}

const host = 'electron/service-host';
const staticTests = ['tests/architecture', 'tests/shared', 'tests/contract', 'tests/renderer/app'];

const asked = process.argv.slice(2);
const drilled = kinds.filter((kind) => asked.length === 0 || asked.includes(kind));
const copy = mkdtempSync(join(tmpdir(), 'deletion-drill-'));
let silent = 0;
try {
  copyCheckout();
  for (const kind of drilled) for (const removal of removalsOf(kind)) drill(kind, removal);
} finally {
  rmSync(copy, { recursive: true, force: true });
}
console.log(silent === 0 ? 'nothing goes unseen' : `${silent} went unseen`);
process.exitCode = silent === 0 ? 0 : 1;

function drill(kind: Kind, { thing, file, begins }: Removal): void {
  const path = file === undefined ? undefined : join(copy, file);
  const text = path === undefined || !existsSync(path) ? '' : readFileSync(path, 'utf8');
  const found = begins.exec(text);
  if (path === undefined || !found) return console.log(`${kind}: ${thing}: has none`);
  writeFileSync(path, text.slice(0, found.index) + text.slice(endOf(text, found.index + found[0].length)));
  const verdict = seenBy(kind);
  writeFileSync(path, text);
  if (verdict === undefined) silent += 1;
  console.log(`${kind}: ${thing}: ${verdict ?? 'UNSEEN'}`);
}

/** What the absence is seen by: the compiler, or tests that name the noun. */
function seenBy(kind: Kind): string | undefined {
  const types = run('typescript/bin/tsc', ['--checkers', '1', '--noEmit']);
  if (types.status !== 0) return `the compiler (${/error TS\d+/.exec(types.stdout)?.[0]})`;
  const tests = run('vitest/vitest.mjs', ['run', '--project', 'unit', '--reporter', 'json', ...staticTests]);
  // Before the report vitest may say other things.
  const report = JSON.parse(tests.stdout.slice(tests.stdout.indexOf('{"'))) as {
    readonly testResults: readonly {
      readonly assertionResults: readonly {
        readonly status: string;
        readonly fullName: string;
        readonly failureMessages: readonly string[];
      }[];
    }[];
  };
  const failed = report.testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'failed');
  const naming = failed.filter(({ fullName, failureMessages }) =>
    [fullName, ...failureMessages].some((text) => text.includes(kind)),
  );
  return naming.length === 0
    ? undefined
    : `${failed.length} tests, the first "${naming[0]?.fullName.trim()}"`;
}

function removalsOf(kind: Kind): readonly Removal[] {
  const card: Card = cards[kind];
  const cardFile = `shared/nouns/${kebab(kind)}.card.ts`;
  const page = fileWith(`export const ${kind}Noun = {`);
  const group = Object.keys(card.may)[0]?.split('.')[0] ?? '-';
  const act = Object.keys(card.acts ?? {})[0] ?? '-';
  const words = (language: string, book: string) => `shared/messages/${language}/${book}.ts`;
  const line = (thing: string, file: string | undefined, pattern: string): Removal => ({
    thing,
    file,
    begins: new RegExp(`[\\n{] *${pattern}`),
  });
  const place = card.path === undefined ? undefined : placeOf(card.path);
  return [
    line('the search code', cardFile, 'code: '),
    line('the number prefix', cardFile, 'prefix: '),
    line('the address', cardFile, 'path: '),
    line('a kind of paper', cardFile, 'papers: '),
    line('a permission', cardFile, `'[\\w.]+': (?='|\\[)`),
    line('an act of the card', cardFile, `${act}: \\{`),
    line('the line in the roll of cards', 'shared/nouns/index.ts', `${kind}: `),
    line('the page of the noun', `${host}/roll/nouns.ts`, `${kind}: `),
    line('the papers of the page', page, 'papers: '),
    line('a file of a list', page, 'sheets: '),
    line('the names in its search entry', page, 'naming: '),
    line('its documents of a case', page, 'caseDocuments: '),
    line('the table that files hang on', `${host}/schema/records.ts`, `${kind}: `),
    line('the contract', 'shared/contract/index.ts', `${group}: ${group}Contract`),
    line('the description of the interface', 'shared/contract/index.ts', `${group}: ${group}Manual`),
    line('the routes', `${host}/api/router.ts`, `${group}: `),
    line('the route of an act', fileWith(`${group}Routes = {`), `${act}: at\\.`),
    line('the example of an act', fileWith(`${group}Manual = {`), `${act}: \\{`),
    line('the book of sentences', 'shared/messages/books.ts', `${group}: `),
    line('the word for a record', words('en', 'states'), `recordKind_${kind}: `),
    line('the word for a state', words('en', 'states'), `${kind}State_\\w+: `),
    line('the word for a list', words('zh-CN', 'states'), `listOf_${kind}: `),
    line('a word of its own for a field', words('en', 'fields'), `${kind}_\\w+: `),
    line('the place in the navigation', 'renderer/app/places.ts', `${place}`),
  ];
}

/** The place of the page at whose address, or below it, the records are opened. */
function placeOf(path: string): string | undefined {
  const top = `path: '/${path.split('/')[1]}'`;
  const text = sourcesBelow('renderer/features').find(
    (source) => source.path.endsWith('/place.ts') && source.text.includes(top),
  )?.text;
  return /export const (\w+Place)/.exec(text ?? '')?.[1];
}

function fileWith(text: string): string | undefined {
  return sourcesBelow(host, 'shared').find((source) => source.text.includes(text))?.path;
}

/** The end of an expression: the comma or the end of the line outside of all brackets. */
function endOf(text: string, from: number): number {
  let depth = 0;
  for (let place = from - 1; place < text.length; place += 1) {
    const character = text[place] ?? '';
    if ('([{'.includes(character)) depth += 1;
    if (')]}'.includes(character)) depth -= 1;
    if (depth <= 0 && place >= from && ',\n'.includes(character))
      return character === ',' ? place + 1 : place;
  }
  return text.length;
}

function copyCheckout(): void {
  const tracked = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  for (const file of tracked.trim().split('\n')) {
    if (file.startsWith('docs/manual/pictures')) continue;
    cpSync(join(root, file), join(copy, file), { recursive: true });
  }
  for (const folder of ['node_modules', 'resources/fonts'])
    if (existsSync(join(root, folder)) && !existsSync(join(copy, folder))) {
      execFileSync('mkdir', ['-p', dirname(join(copy, folder))]);
      symlinkSync(join(root, folder), join(copy, folder));
    }
}

function run(program: string, parameters: readonly string[]) {
  return spawnSync(process.execPath, [join(root, 'node_modules', program), ...parameters], {
    cwd: copy,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

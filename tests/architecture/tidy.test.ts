import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import {
  checkCastsHaveReasons,
  checkExportsAreDescribed,
  checkLength,
  checkNamedExports,
  checkTypesAreKept,
} from './declaration-rules.ts';
import { exceptions } from './exceptions.ts';
import {
  checkContractStaysOut,
  checkFeatures,
  checkModulesMakeNoCircle,
  checkPapers,
  checkServiceHost,
  checkTrees,
} from './import-rules.ts';
import {
  checkDesksKnowNoNoun,
  checkModuleFileNames,
  checkOwnersWrite,
  checkQueriesOnlyRead,
  checkRulesArePure,
} from './module-rules.ts';
import { filesBelow, parseSource, root, sourcesBelow, type Finding, type Source } from './source.ts';
import { checkNothingIsLeft, checkSentences, forbiddenWords } from './text-rules.ts';

interface Rule {
  readonly name: string;
  readonly check: (source: Source) => readonly Finding[];
  /** Made-up sources in which the rule must find something: its control. */
  readonly bad: Readonly<Record<string, string>>;
  /** Made-up sources in which it must find nothing. */
  readonly good: Readonly<Record<string, string>>;
}

const host = 'electron/service-host';
const cases = `${host}/modules/cases`;

const rules: readonly Rule[] = [
  {
    name: 'trees import one way',
    check: checkTrees,
    bad: {
      'renderer/a.ts': `import { x } from '#host/host.ts';`,
      'renderer/b.ts': `import { readFile } from 'node:fs/promises';`,
      'shared/a.ts': `export { x } from '../renderer/a.ts';`,
      'shared/b.ts': `import { y } from '#shared/c.ts';`,
      'shared/c.ts': `import { x } from './domain';`,
      [`${host}/a.ts`]: `import { app } from 'electron';`,
      [`${host}/b.ts`]: `const { app } = await import('electron');`,
      [`${host}/c.ts`]: `import { x } from '../../shared/a.ts';`,
      'electron/main/a.ts': `import { startHost } from '#host/host.ts';`,
      'electron/preload/a.ts': `import { x } from '../main/index.ts';`,
      'shared/d.ts': `import { x } from '#tests/support/x.ts';`,
    },
    good: {
      'renderer/a.ts': `import { x } from '#shared/a.ts'; import './a.css'; import React from 'react';`,
      'electron/main/a.ts': `import { app } from 'electron'; import { x } from './b.ts';`,
      [`${host}/a.ts`]: `import { readFileSync } from 'node:fs'; import pg from 'pg';`,
      'tests/a.ts': `import { startHost } from '#host/host.ts'; import { x } from '../renderer/app/x.ts'; import { y } from '#tests/b.ts';`,
    },
  },
  {
    name: 'the service host imports downhill',
    check: checkServiceHost,
    bad: {
      [`${host}/database/a.ts`]: `import { x } from '../desks/audit/audit.service.ts';`,
      [`${host}/desks/numbering/a.ts`]: `import { x } from '../../modules/cases/cases.queries.ts';`,
      [`${host}/modules/cases/b.queries.ts`]: `import { x } from '../../views/case-file.queries.ts';`,
      [`${host}/schema/cases.tables.ts`]: `import { x } from '../modules/cases/cases.rules.ts';`,
      [`${host}/desks/papers/a.queries.ts`]: `import { x } from '../../roll/papers.ts';`,
      [`${cases}/b.paper.ts`]: `import { x } from '../../roll/papers.ts';`,
      [`${host}/printing/a.ts`]: `import { x } from '../modules/cases/cases.queries.ts';`,
      [`${cases}/cases.service.ts`]: `import { x } from '../../api/router.ts';`,
      [`${cases}/cases.rules.ts`]: `import { x } from './cases.routes.ts';`,
      [`${host}/api/a.ts`]: `import { startHost } from '../host.ts';`,
      [`${host}/host.ts`]: `import { x } from './entries/office-server.ts';`,
      [`${host}/log.ts`]: `import { x } from './database/database.ts';`,
      [`${host}/helpers/a.ts`]: ``,
    },
    good: {
      [`${cases}/cases.service.ts`]: `import { x } from '../stock/stock.service.ts'; import { y } from '../../database/database.ts';`,
      [`${cases}/cases.routes.ts`]: `import { x } from '../../api/routes.ts'; import { y } from '../backup/backup.service.ts';`,
      [`${cases}/cases.queries.ts`]: `import { x } from '../../schema/dispatch.tables.ts';`,
      [`${host}/views/case-file.queries.ts`]: `import { x } from '../modules/dispatch/dispatch.queries.ts';`,
      [`${host}/roll/papers.ts`]: `import { x } from '../modules/cases/cases.paper.ts';`,
      [`${host}/desks/papers/a.routes.ts`]: `import { x } from '../../roll/papers.ts';`,
      [`${cases}/a.routes.ts`]: `import { x } from '../../views/case-file.queries.ts';`,
      [`${host}/api/router.ts`]: `import { x } from '../modules/cases/cases.routes.ts';`,
      [`${host}/entries/a.ts`]: `import { startHost } from '../host.ts';`,
    },
  },
  {
    name: 'papers are functions of data',
    check: checkPapers,
    bad: {
      [`${host}/printing/documents/a.ts`]: `import { readFileSync } from 'node:fs';`,
      [`${host}/printing/layout/a.ts`]: `import { x } from '../../database/database.ts';`,
    },
    good: { [`${host}/printing/documents/a.ts`]: `import { money } from '#shared/domain/money.ts';` },
  },
  {
    name: 'features of the page stand beside one another',
    check: checkFeatures,
    bad: {
      'renderer/features/reports/a.tsx': `import { x } from '../requisitions/b.tsx';`,
      'renderer/features/reports/b.tsx': `import '../requisitions/requisitions.css';`,
      'renderer/features/warranty/a.tsx': `import { x } from '../cases/b.tsx';`,
      'renderer/components/a.tsx': `import { x } from '../features/cases/b.tsx';`,
      'renderer/app/a.tsx': `const { x } = await import('../features/cases/b.tsx');`,
    },
    good: {
      'renderer/features/cases/a.tsx': `import { x } from '../warranty/b.tsx'; import { y } from './c/d.ts'; import { z } from '../../components/e.ts';`,
      'renderer/features/cases/c/d.ts': `import { x } from '../a.tsx';`,
      'renderer/features/stock/place.ts': `const page = () => import('../parts/parts-page.tsx');`,
      'renderer/app/places.ts': `import { x } from '../features/cases/place.ts';`,
    },
  },
  {
    name: 'the contract stays out of the page',
    check: checkContractStaysOut,
    bad: {
      'renderer/features/parts/a.ts': `import { partsContract } from '#shared/contract/parts.contract.ts';`,
      'renderer/b.ts': `import { type Refusal, refuse } from '#shared/contract/refusals.ts';`,
      'renderer/c.ts': `import { type Refusal } from '#shared/contract/refusals.ts';`,
      'renderer/d.ts': `export { contract } from '#shared/contract/index.ts';`,
      'renderer/e.ts': `const { contract } = await import('#shared/contract/index.ts');`,
      'renderer/f.ts': `import { z } from 'zod';`,
      'shared/domain/a.ts': `export * from '../contract/fields.ts';`,
      'shared/messages/a.ts': `import { codes } from '../contract/refusals.ts';`,
    },
    good: {
      'renderer/a.ts': `import type { z } from 'zod'; import type { contract } from '#shared/contract/index.ts'; export type { Refusals } from '#shared/contract/refusals.ts'; import { dayOf } from '#shared/domain/days.ts';`,
      'shared/messages/a.ts': `import type { Refusals } from '../contract/refusals.ts'; export const a = 1;`,
      'shared/contract/a.ts': `import { z } from 'zod'; import { id } from './fields.ts';`,
      [`${host}/a.ts`]: `import { contract } from '#shared/contract/index.ts';`,
    },
  },
  {
    name: 'module files are named after what they hold',
    check: checkModuleFileNames,
    bad: { [`${cases}/helpers.ts`]: ``, [`${cases}/cases.utils.ts`]: `` },
    good: {
      [`${cases}/cases.service.ts`]: ``,
      [`${cases}/timeline.queries.ts`]: ``,
      [`${cases}/cases.paper.ts`]: ``,
    },
  },
  {
    name: 'rules decide without input and output',
    check: checkRulesArePure,
    bad: {
      [`${cases}/cases.rules.ts`]: `import { readFileSync } from 'node:fs';`,
      [`${cases}/a.rules.ts`]: `import { x } from '../../database/database.ts';`,
      [`${cases}/b.rules.ts`]: `import { x } from './cases.queries.ts';`,
      [`${cases}/c.rules.ts`]: `const today = Date.now();`,
      [`${cases}/d.rules.ts`]: `const today = new Date();`,
      [`${cases}/e.rules.ts`]: `const zone = process.env['TZ'];`,
      [`${cases}/g.rules.ts`]: `import { randomUUID } from 'node:crypto'; const id = randomUUID();`,
      [`${cases}/f.rules.ts`]: `async function f(x: Promise<void>) { await x; }`,
    },
    good: {
      [`${cases}/cases.rules.ts`]: `import { x } from '#shared/domain/states.ts'; import { y } from '../stock/stock.rules.ts'; import { createHash } from 'node:crypto'; const day = new Date(1);`,
    },
  },
  {
    name: 'queries only read',
    check: checkQueriesOnlyRead,
    bad: {
      [`${cases}/cases.queries.ts`]: `import type { WriteTx } from '../../database/database.ts';`,
      [`${host}/views/today/page.queries.ts`]: `import type { WriteTx } from '../database/database.ts';`,
    },
    good: { [`${cases}/cases.queries.ts`]: `import type { ReadTx } from '../../database/database.ts';` },
  },
  {
    name: 'desks know no noun',
    check: checkDesksKnowNoNoun,
    bad: {
      [`${host}/desks/papers/a.service.ts`]: `if (kind === 'service-report') await f();`,
      [`${host}/desks/search/a.queries.ts`]: `switch (kind) { case 'customer': f(); }`,
    },
    good: {
      [`${host}/desks/papers/a.service.ts`]: `const act = 'papers.print'; f('print', paper.kind);`,
      [`${cases}/cases.queries.ts`]: `f('case');`,
    },
  },
  {
    name: 'a table is written by its owner',
    check: checkOwnersWrite,
    bad: {
      [`${cases}/cases.service.ts`]: `import { units } from '../../schema/units.tables.ts'; await tx.db.update(units).set({});`,
      [`${cases}/b.service.ts`]: `import { units as all } from '../../schema/units.tables.ts'; await editRecord(tx, all, {});`,
    },
    good: {
      [`${cases}/cases.service.ts`]: `import { cases } from '../../schema/cases.tables.ts'; await tx.db.insert(cases).values({}); seen.delete(key);`,
      [`${cases}/b.service.ts`]: `import { units } from '../../schema/units.tables.ts'; await tx.db.select().from(units);`,
    },
  },
  {
    name: 'files stay short',
    check: checkLength,
    bad: { 'shared/a.ts': 'f();\n'.repeat(301) },
    good: { 'shared/a.ts': `${'f();\n'.repeat(300)}${'// said\n'.repeat(300)}/*\n${'\n'.repeat(300)}*/` },
  },
  {
    name: 'exports are named',
    check: checkNamedExports,
    bad: { 'shared/a.ts': 'export default 1;' },
    good: { 'shared/a.ts': 'export const a = 1;', 'x.config.ts': 'export default 1;' },
  },
  {
    name: 'types are kept',
    check: checkTypesAreKept,
    bad: {
      'shared/a.ts': 'export const a: any = 1;',
      'shared/b.ts': 'export type A = Record<string, any>;',
      'shared/c.ts': `// @ts-${'ignore'}\nf();`,
      'shared/d.ts': `/* @ts-${'expect-error'} */ f();`,
    },
    good: { 'shared/a.ts': 'export const any: unknown = 1; // any of them' },
  },
  {
    name: 'casts have reasons',
    check: checkCastsHaveReasons,
    bad: { 'shared/a.ts': 'f();\nconst a = b as C;' },
    good: {
      'shared/a.ts': '// Checked above.\nconst a = b as C;',
      'shared/b.ts': '// Checked above.\nconst a = f({\n  one,\n  two: b as C,\n});',
      'shared/c.ts': 'const a = [1] as const;\nconst b = c as unknown[];\nconst d = row.id as string;',
      'shared/d.ts': 'const a = b as C; // checked above',
    },
  },
  {
    name: 'sentences stand in shared/messages',
    check: checkSentences,
    bad: {
      'renderer/a.tsx': 'export const a = <b>没有备件</b>;',
      'shared/domain/a.ts': `const a = '没有备件';`,
      [`${cases}/cases.service.ts`]: 'const a = `${' + 'b}没有备件`;',
    },
    good: {
      'shared/messages/zh-CN/a.ts': `export const a = '没有备件';`,
      'renderer/a.ts': `// 没有备件\nconst yuan = '元'; const han = /没有备件/;`,
    },
  },
  {
    name: 'nothing is left for later',
    check: checkNothingIsLeft,
    bad: { 'shared/a.ts': `// ${'TO'}${'DO'}: later`, 'scripts/a.ts': `/* ${'FIX'}${'ME'} */` },
    good: { 'shared/a.ts': `// Done.\nconst state = 'to do';` },
  },
  {
    name: 'exported functions say what they are for',
    check: checkExportsAreDescribed,
    bad: {
      'shared/a.ts': '// Not a doc comment.\nexport function f() {}',
      'electron/main/a.ts': 'export const f = () => 1;',
      'shared/b.ts': '/** Of another. */\nconst a = 1;\nexport async function g() {}',
    },
    good: {
      'shared/a.ts': '/** Adds. */\nexport function f() {}\nfunction g() {}\nexport const b = 1;',
      'renderer/a.ts': 'export const f = () => 1;',
    },
  },
];

describe.each(rules)('$name', ({ name, check, bad, good }) => {
  test('in the whole tree', () => {
    const found = sourcesBelow('electron', 'renderer', 'shared', 'tests', 'scripts').flatMap(check);
    const allowed = exceptions.filter((exception) => exception.rule === name);
    const isAllowed = (one: Finding) => allowed.some((exception) => exception.path === one.path);
    expect(sayAll(found.filter((one) => !isAllowed(one)))).toBe('');
    const needless = allowed.filter((exception) => !found.some((one) => one.path === exception.path));
    expect(needless, 'exceptions that are no longer needed').toEqual([]);
  });

  test.each(Object.entries(bad))('control: is found in %s: %s', (path, text) => {
    expect(check(parseSource(path, text))).not.toEqual([]);
  });

  test.each(Object.entries(good))('control: is not found in %s: %s', (path, text) => {
    expect(sayAll(check(parseSource(path, text)))).toBe('');
  });
});

describe('modules of the service host make no circle', () => {
  const needing = (own: string, other: string, kind = 'queries') =>
    parseSource(
      `${host}/modules/${own}/${own}.${kind}.ts`,
      `import { x } from '../${other}/${other}.service.ts';`,
    );

  test('in the whole tree', () => {
    expect(sayAll(checkModulesMakeNoCircle(sourcesBelow(`${host}/modules`)))).toBe('');
  });

  test('control: a circle of three is found, a chain and routes are not', () => {
    const chain = [needing('cases', 'units'), needing('units', 'customers')];
    expect(checkModulesMakeNoCircle(chain)).toEqual([]);
    expect(checkModulesMakeNoCircle([...chain, needing('customers', 'cases', 'routes')])).toEqual([]);
    expect(checkModulesMakeNoCircle([...chain, needing('customers', 'cases')])).toHaveLength(3);
  });
});

describe('no place of one machine, no address of a registry', () => {
  const folders = ['electron', 'renderer', 'shared', 'tests', 'scripts', 'docs', '.ci'];
  const topFiles = ['README.md', 'package.json', 'package-lock.json', '.npmrc', '.gitignore'];
  const textFile = /\.(tsx?|mjs|json|md|css|html|ya?ml|sql|svg|txt|run)$|^\.(npmrc|gitignore)$|^\.ci\//;

  test('in the whole tree', () => {
    const files = [...folders.flatMap(filesBelow).filter((path) => textFile.test(path)), ...topFiles];
    const found = files.flatMap((path) => forbiddenWords(path, readFileSync(join(root, path), 'utf8')));
    expect(sayAll(found)).toBe('');
  });

  test('control: both are found', () => {
    const machine = `const file = '/${'work'}/main/a.ts';`;
    const registry = `"resolved": "https://${'registry.'}npmjs.org/a/-/a-1.0.0.tgz"`;
    expect(forbiddenWords('a.ts', `${machine}\n${registry}`).map(({ line }) => line)).toEqual([1, 2]);
    expect(forbiddenWords('a.ts', `fetch('https://shop.example/${'work'}/orders'); a/${'tmp'}/b`)).toEqual(
      [],
    );
  });
});

function sayAll(found: readonly Finding[]): string {
  return found.map(({ path, line, what }) => `${path}:${line} ${what}`).join('\n');
}

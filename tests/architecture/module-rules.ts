import { hostLayerOf, moduleOf, targetOf } from './layers.ts';
import { finding, forEachNode } from './source.ts';
import type { Finding, Source } from './source.ts';

const kinds = ['tables', 'rules', 'service', 'queries', 'statements', 'routes', 'presets'];
const ioPackages = /^(node:(?!crypto$)|better-sqlite3|drizzle-orm|pg$|@orpc\/)/;

/** A module's files are named after what they hold: `cases.rules.ts`, `cases.timeline.queries.ts`. */
export function checkModuleFileNames(source: Source): readonly Finding[] {
  const own = moduleOf(source.path);
  const isInAModule = own !== undefined && source.path.split('/').length > 4;
  if (!isInAModule || own.module === 'sample' || kinds.includes(own.kind ?? '')) return [];
  return [finding(source, 0, `the name does not end with .${kinds.join('|')}.ts`)];
}

/** Rules decide: facts in, verdict out. They know no database, read no clock, wait for nothing. */
export function checkRulesArePure(source: Source): readonly Finding[] {
  if (moduleOf(source.path)?.kind !== 'rules') return [];
  const found = source.imports
    .filter(({ from }) => {
      const target = targetOf(source, from);
      if (target === undefined) return ioPackages.test(from);
      return (
        hostLayerOf(target) === 'database' ||
        ['service', 'queries', 'routes'].includes(moduleOf(target)?.kind ?? '')
      );
    })
    .map(({ from, start }) => finding(source, start, `rules import ${from}`));
  forEachNode(source, (node) => {
    const code = source.text.slice(node.start, node.end);
    if (node.type === 'AwaitExpression') found.push(finding(source, node.start, 'rules wait'));
    if (
      node.type === 'CallExpression' &&
      /^(Date\.now|fetch|Math\.random|performance\.now|random(Bytes|UUID|Int))\(/.test(code)
    ) {
      found.push(finding(source, node.start, `rules call ${code.split('(')[0]}`));
    }
    if (node.type === 'NewExpression' && /^new Date\(\s*\)$/.test(code)) {
      found.push(finding(source, node.start, 'rules read the clock'));
    }
    if (node.type === 'MemberExpression' && code === 'process.env') {
      found.push(finding(source, node.start, 'rules read the environment'));
    }
  });
  return found;
}

/** Queries only read: nothing in them can be handed a transaction that writes. */
export function checkQueriesOnlyRead(source: Source): readonly Finding[] {
  if (moduleOf(source.path)?.kind !== 'queries') return [];
  const found: Finding[] = [];
  forEachNode(source, (node) => {
    if (node.type === 'Identifier' && node['name'] === 'WriteTx')
      found.push(finding(source, node.start, 'queries name WriteTx'));
  });
  return found;
}

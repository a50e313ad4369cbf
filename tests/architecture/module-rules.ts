import { decisionKinds } from '#shared/domain/decision-kinds.ts';
import { paperKinds, kinds as nouns } from '#shared/nouns/index.ts';
import { hostLayerOf, moduleOf, partOf, targetOf } from './layers.ts';
import { finding, forEachNode, isNode, type Finding, type Source, type SyntaxNode } from './source.ts';

const kinds = [
  'rules',
  'service',
  'queries',
  'statements',
  'routes',
  'paper',
  'decisions',
  'duties',
  'presets',
  'noun',
];
const ioPackages = /^(node:(?!crypto$)|better-sqlite3|drizzle-orm|pg$|@orpc\/)/;

/** A module's files are named after what they hold: `cases.rules.ts`, `cases.timeline.queries.ts`. */
export function checkModuleFileNames(source: Source): readonly Finding[] {
  const own = moduleOf(source.path);
  const isInAModule = own !== undefined && source.path.split('/').length > 4;
  if (!isInAModule || own.name === 'sample' || kinds.includes(own.kind ?? '')) return [];
  return [finding(source, 0, `the name does not end with .${kinds.join('|')}.ts`)];
}

/** Rules decide: facts in, verdict out. They know no database, read no clock, wait for nothing. */
export function checkRulesArePure(source: Source): readonly Finding[] {
  if (partOf(source.path)?.kind !== 'rules') return [];
  const found = source.imports
    .filter(({ from }) => {
      const target = targetOf(source, from);
      if (target === undefined) return ioPackages.test(from);
      return (
        hostLayerOf(target) === 'database' ||
        ['service', 'queries', 'routes'].includes(partOf(target)?.kind ?? '')
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

/** Queries and views only read: nothing in them can be handed a transaction that writes. */
export function checkQueriesOnlyRead(source: Source): readonly Finding[] {
  const part = partOf(source.path);
  if (part?.kind !== 'queries' && part?.layer !== 'views') return [];
  const found: Finding[] = [];
  forEachNode(source, (node) => {
    if (node.type === 'Identifier' && node['name'] === 'WriteTx')
      found.push(finding(source, node.start, 'queries name WriteTx'));
  });
  return found;
}

/** Desks know no noun: in a desk stands no name of a noun, of a paper or of a decision. */
export function checkDesksKnowNoNoun(source: Source): readonly Finding[] {
  if (partOf(source.path)?.layer !== 'desks') return [];
  const found: Finding[] = [];
  forEachNode(source, (node) => {
    if (node.type === 'Literal' && names.has(node['value']))
      found.push(finding(source, node.start, `a desk names ${String(node['value'])}`));
  });
  return found;
}

const names: ReadonlySet<unknown> = new Set([...nouns, ...paperKinds, ...decisionKinds]);

/** A table is written by its owner alone: the module or desk that its file in the schema is named after. */
export function checkOwnersWrite(source: Source): readonly Finding[] {
  const own = partOf(source.path);
  if (!source.path.startsWith('electron/service-host/') || own?.layer === 'schema') return [];
  const owners = ownersOfTables(source);
  const found: Finding[] = [];
  forEachNode(source, (node) => {
    const table = writtenTable(node);
    const owner = table === undefined ? undefined : owners.get(table);
    if (owner !== undefined && owner !== own?.name)
      found.push(finding(source, node.start, `${own?.name ?? 'the host'} writes ${table} of ${owner}`));
  });
  return found;
}

/** The tables a file imports, by the name they have there, each with its owner. */
export function ownersOfTables(source: Source): ReadonlyMap<string, string> {
  const owners = new Map<string, string>();
  for (const node of source.body) {
    const from = isNode(node['source']) ? String(node['source']['value']) : '';
    const part = partOf(targetOf(source, from) ?? '');
    const specifiers: unknown = node['specifiers'];
    if (part?.layer !== 'schema' || node.type !== 'ImportDeclaration' || !Array.isArray(specifiers)) continue;
    for (const one of specifiers) {
      const local: unknown = isNode(one) ? one['local'] : undefined;
      if (isNode(local)) owners.set(String(local['name']), part.name);
    }
  }
  return owners;
}

/** The name in `db.insert(name)`, `db.update(name)`, `db.delete(name)` and `editRecord(tx, name, …)`. */
function writtenTable(node: SyntaxNode): string | undefined {
  if (node.type !== 'CallExpression' || !isNode(node['callee']) || !Array.isArray(node['arguments']))
    return undefined;
  const callee = node['callee'];
  const property = isNode(callee['property']) ? String(callee['property']['name']) : '';
  const isEdit = callee['name'] === 'editRecord';
  if (!isEdit && !['insert', 'update', 'delete'].includes(property)) return undefined;
  const table: unknown = node['arguments'][isEdit ? 1 : 0];
  return isNode(table) && table.type === 'Identifier' ? String(table['name']) : undefined;
}

import type { RefusalCode } from '#shared/contract/refusals.ts';
import { refusals } from '#shared/messages/zh-CN/refusals.ts';
import { targetOf } from '#tests/architecture/layers.ts';
import { isNode, sourcesBelow, type Source, type SyntaxNode } from '#tests/architecture/source.ts';

/*
 * Which refusals a procedure can come to, read from the code: from its route along every function that is named on the
 * way. It finds too much where a function is named and never called; it passes over methods with the commonest names.
 */

/** A function, constant or method, where it stands. */
interface Declared {
  readonly source: Source;
  readonly node: SyntaxNode;
}

/** What the code declares, by `file#name`; the methods of its classes by their name; the parts of the nouns' pages by theirs. */
interface Index {
  readonly declared: Map<string, Declared>;
  readonly methods: Map<string, string[]>;
  readonly parts: Map<string, string[]>;
}

/** Refusals that come before any procedure, or from every one alike; the description adds them by rule. */
const ofEverything: ReadonlySet<string> = new Set<RefusalCode>([
  'INVALID_INPUT',
  'BODY_UNREADABLE',
  'BODY_TOO_LARGE',
  'NOT_SIGNED_IN',
  'STORAGE_FAILED',
  'CURSOR_OF_ANOTHER_LIST',
  // Long work ends with it; no call does.
  'CANCELLED',
]);
/** Methods named like those of the language's own objects would lead everywhere. */
const tooCommon = new Set(['get', 'set', 'has', 'add', 'delete', 'find', 'close', 'run', 'read', 'write']);

/** What these do is done as long work or after a refusal, and refuses nothing of its own to the caller. */
const later = new Set(['#load', '#run', '#recordShown']);

/** The refusals of each procedure beyond those of everything, by `module.procedure`. */
export function refusalsOfCode(): ReadonlyMap<string, readonly RefusalCode[]> {
  const sources = sourcesBelow('electron/service-host', 'shared/domain');
  const index = indexOf(sources);
  return new Map(routesOf(sources).map(({ path, route }) => [path, reached(route, index)]));
}

function reached(start: Declared, index: Index): readonly RefusalCode[] {
  const codes = new Set<RefusalCode>();
  const seen = new Set<string>();
  const waiting = [start];
  for (let one = waiting.pop(); one; one = waiting.pop()) {
    const imported = importsOf(one.source);
    for (const node of below(one.node)) {
      const code = node.type === 'Literal' ? node['value'] : undefined;
      if (typeof code === 'string' && isCode(code)) codes.add(code);
      for (const name of namesIn(node, one.source, imported, index)) {
        const found = seen.has(name) ? undefined : index.declared.get(name);
        seen.add(name);
        if (found) waiting.push(found);
      }
    }
  }
  return [...codes].filter((code) => !ofEverything.has(code)).toSorted();
}

/** What a node leads to: what it names, here or in another file, and the only method of this name. */
function namesIn(
  node: SyntaxNode,
  source: Source,
  imported: ReadonlyMap<string, string>,
  { methods, parts }: Index,
): readonly string[] {
  if (node.type === 'Identifier') {
    const name = String(node['name']);
    return [imported.get(name) ?? `${source.path}#${name}`];
  }
  const callee = node.type === 'CallExpression' ? node['callee'] : undefined;
  const part = partAsked(node);
  if (part !== undefined) return parts.get(part) ?? [];
  if (!isNode(callee) || callee.type !== 'MemberExpression') return [];
  const name = nameOf(callee['property']);
  const known = methods.get(name) ?? [];
  if (name.startsWith('#'))
    return known.filter((one) => one.startsWith(`${source.path}#`) && !later.has(name));
  return tooCommon.has(name) ? [] : known;
}

function indexOf(sources: readonly Source[]): Index {
  const index: Index = { declared: new Map(), methods: new Map(), parts: new Map() };
  for (const source of sources) {
    for (const statement of source.body) {
      const node = isNode(statement['declaration']) ? statement['declaration'] : statement;
      const declare = (name: string, of: SyntaxNode) =>
        index.declared.set(`${source.path}#${name}`, { source, node: of });
      if (node.type === 'FunctionDeclaration') declare(nameOf(node['id']), node);
      if (node.type === 'VariableDeclaration')
        for (const one of nodesIn(node['declarations'])) {
          declare(nameOf(one['id']), one);
          if (!source.path.endsWith('.noun.ts')) continue;
          for (const [part, value] of propertiesOf(one)) {
            const name = `${nameOf(one['id'])}.${part}`;
            declare(name, value);
            index.parts.set(part, [...(index.parts.get(part) ?? []), `${source.path}#${name}`]);
          }
        }
      if (node.type !== 'ClassDeclaration' || !isNode(node['body'])) continue;
      for (const method of nodesIn(node['body']['body'])) {
        const name = nameOf(method['key']);
        declare(`${nameOf(node['id'])}.${name}`, method);
        const known = index.methods.get(name) ?? [];
        index.methods.set(name, [...known, `${source.path}#${nameOf(node['id'])}.${name}`]);
      }
    }
  }
  for (const source of sources) handOn(source, index.declared);
  return index;
}

/** A name that a file hands on from another stands for what is declared there. */
function handOn(source: Source, declared: Map<string, Declared>): void {
  for (const statement of source.body) {
    if (statement.type !== 'ExportNamedDeclaration' || !isNode(statement['source'])) continue;
    const target = targetOf(source, String(statement['source']['value']));
    for (const specifier of nodesIn(statement['specifiers'])) {
      const found = declared.get(`${target}#${nameOf(specifier['local'])}`);
      if (found) declared.set(`${source.path}#${nameOf(specifier['exported'])}`, found);
    }
  }
}

/** Each route of the router, under the name of its module there. */
function routesOf(
  sources: readonly Source[],
): readonly { readonly path: string; readonly route: Declared }[] {
  const { declared } = indexOf(sources);
  const routerFile = sources.find(({ path }) => path === 'electron/service-host/api/router.ts');
  const router = routerFile && declared.get(`${routerFile.path}#router`);
  if (!router) throw new Error('there is no router');
  const imported = importsOf(router.source);
  return propertiesOf(router.node).flatMap(([module, value]) => {
    const routes = declared.get(imported.get(nameOf(value)) ?? '');
    if (!routes) throw new Error(`the routes of ${module} are not found`);
    return propertiesOf(routes.node).map(([name, node]) => ({
      path: `${module}.${name}`,
      route: { source: routes.source, node },
    }));
  });
}

/** The properties of the object that a constant is. */
function propertiesOf(declarator: SyntaxNode): readonly (readonly [string, SyntaxNode])[] {
  const init = declarator['init'];
  const object = isNode(init) && isNode(init['expression']) ? init['expression'] : init;
  if (!isNode(object)) return [];
  return nodesIn(object['properties']).flatMap((property) =>
    isNode(property['value']) ? [[nameOf(property['key']), property['value']] as const] : [],
  );
}

/** The part that `partsOf(nouns, part)` and `partOfEach(nouns, part)` take of the page of every noun: their other parts are not reached by it. */
function partAsked(node: SyntaxNode): string | undefined {
  if (node.type !== 'CallExpression' || !/^part(sOf|OfEach)$/.test(nameOf(node['callee']))) return undefined;
  return nameOf(nodesIn(node['arguments']).at(-1));
}

/** The names a file imports, each with the `file#name` it stands for. */
function importsOf(source: Source): ReadonlyMap<string, string> {
  const imported = new Map<string, string>();
  for (const statement of source.body) {
    if (statement.type !== 'ImportDeclaration' || !isNode(statement['source'])) continue;
    const target = targetOf(source, String(statement['source']['value']));
    for (const specifier of nodesIn(statement['specifiers']))
      if (target !== undefined)
        imported.set(nameOf(specifier['local']), `${target}#${nameOf(specifier['imported'])}`);
  }
  return imported;
}

function below(node: SyntaxNode): readonly SyntaxNode[] {
  const found: SyntaxNode[] = [];
  const waiting: unknown[] = [node];
  while (waiting.length > 0) {
    const one = waiting.pop();
    if (Array.isArray(one)) waiting.push(...one);
    // Asking which refusal it is refuses nothing.
    else if (isNode(one) && !(one.type === 'CallExpression' && nameOf(one['callee']) === 'isRefusal')) {
      found.push(one);
      if (partAsked(one) !== undefined) continue;
      // Types name much and call nothing.
      if (!one.type.startsWith('TS') || one.type.endsWith('Expression')) waiting.push(...Object.values(one));
    }
  }
  return found;
}

function nodesIn(value: unknown): readonly SyntaxNode[] {
  return Array.isArray(value) ? value.filter(isNode) : [];
}

function nameOf(value: unknown): string {
  if (!isNode(value)) return '';
  const name = String(value['name'] ?? value['value']);
  return value.type === 'PrivateIdentifier' ? `#${name}` : name;
}

function isCode(text: string): text is RefusalCode {
  return Object.hasOwn(refusals, text);
}

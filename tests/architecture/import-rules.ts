import {
  featureMayImport,
  featureOf,
  foreignPackages,
  hostLayerOf,
  hostLayers,
  mayImport,
  moduleOf,
  targetOf,
  treeOf,
} from './layers.ts';
import { finding, forEachNode, isNode, type Finding, type Source } from './source.ts';

/** Imports flow one way between the trees, and name their file. */
export function checkTrees(source: Source): readonly Finding[] {
  const tree = treeOf(source.path);
  if (tree === undefined) return [];
  return source.imports.flatMap(({ from, start }) => {
    const what = wrongBetweenTrees(source, tree, from);
    return what === undefined ? [] : [finding(source, start, what)];
  });
}

/** Inside the service host imports go down its layers. */
export function checkServiceHost(source: Source): readonly Finding[] {
  const layer = hostLayerOf(source.path);
  if (source.path.startsWith('electron/service-host/') && layer === undefined) {
    return [finding(source, 0, 'this folder belongs to no layer of the service host')];
  }
  return source.imports.flatMap(({ from, start }) => {
    const target = targetOf(source, from);
    const targetLayer = target === undefined ? undefined : hostLayerOf(target);
    if (target === undefined || layer === undefined || targetLayer === undefined) return [];
    if (hostLayers.indexOf(targetLayer) > hostLayers.indexOf(layer)) {
      return [finding(source, start, `${layer} imports ${targetLayer}`)];
    }
    return [];
  });
}

/** Between modules imports make no circle: of two modules that need each other, one is handed what it needs. */
export function checkModulesMakeNoCircle(sources: readonly Source[]): readonly Finding[] {
  const needs = new Map<string, Set<string>>();
  const bonds = sources.flatMap((source) => {
    const own = moduleOf(source.path);
    // Routes are parts of the api, which knows every module.
    if (!own || own.kind === 'routes') return [];
    return source.imports.flatMap(({ from, start }) => {
      const other = moduleOf(targetOf(source, from) ?? '');
      if (!other || other.name === own.name) return [];
      needs.set(own.name, (needs.get(own.name) ?? new Set()).add(other.name));
      return [{ source, start, own: own.name, other: other.name }];
    });
  });
  const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
    from === to ||
    [...(needs.get(from) ?? [])].some((next) => !seen.has(next) && reaches(next, to, seen.add(next)));
  return bonds
    .filter(({ own, other }) => reaches(other, own))
    .map(({ source, start, own, other }) =>
      finding(source, start, `${own} imports ${other}, which needs ${own} itself`),
    );
}

/** Papers are pure functions of data: they know the domain and the messages, not the database or the business. */
export function checkPapers(source: Source): readonly Finding[] {
  if (!source.path.startsWith('electron/service-host/printing/')) return [];
  const isDocument = source.path.startsWith('electron/service-host/printing/documents/');
  return source.imports.flatMap(({ from, start }) => {
    const target = targetOf(source, from);
    const layer = target === undefined ? undefined : hostLayerOf(target);
    if (layer === 'database') return [finding(source, start, 'printing imports the database')];
    if (isDocument && from.startsWith('node:')) return [finding(source, start, `a paper imports ${from}`)];
    return [];
  });
}

/** A feature of the page takes of others only what is listed; only the list of places knows them all. */
export function checkFeatures(source: Source): readonly Finding[] {
  if (!source.path.startsWith('renderer/') || source.path === 'renderer/app/places.ts') return [];
  const own = featureOf(source.path);
  // A place may show the screens of several features.
  const isPlace = own !== undefined && source.path.endsWith('/place.ts');
  return source.imports.flatMap(({ from, start }) => {
    const other = featureOf(targetOf(source, from) ?? '');
    if (other === undefined || other === own || isPlace) return [];
    if (own === undefined) return [finding(source, start, `what stands below the features imports ${other}`)];
    return featureMayImport[own]?.includes(other)
      ? []
      : [finding(source, start, `${own} imports ${other}: what both use is a component`)];
  });
}

/**
 * What reaches the page takes only types of the contract: its values bring zod along, which is large, and whose look at eval
 * the page's policy refuses.
 */
export function checkContractStaysOut(source: Source): readonly Finding[] {
  if (!/^(renderer|shared\/(domain|messages))\//.test(source.path)) return [];
  const found: Finding[] = [];
  forEachNode(source, (node) => {
    if (!importers.test(node.type) || node['importKind'] === 'type' || node['exportKind'] === 'type') return;
    const from = isNode(node['source']) ? String(node['source']['value']) : '';
    const isOfContract = targetOf(source, from)?.startsWith('shared/contract/');
    if (isOfContract || from === 'zod')
      found.push(finding(source, node.start, `${from} in the page: import only types of it`));
  });
  return found;
}

const importers = /^(ImportDeclaration|ImportExpression|ExportNamedDeclaration|ExportAllDeclaration)$/;

function wrongBetweenTrees(source: Source, tree: string, from: string): string | undefined {
  const target = targetOf(source, from);
  if (target === undefined) {
    const foreign = foreignPackages[tree]?.find(
      (name) => from === name || from.startsWith(name.endsWith(':') ? name : `${name}/`),
    );
    return foreign === undefined ? undefined : `${tree} imports ${from}`;
  }
  const targetTree = treeOf(target);
  if (!/\.[a-z0-9]+(\?\w+)?$/.test(from)) return `${from} does not name its file`;
  if (targetTree === tree)
    return from.startsWith('.') || tree === 'tests'
      ? undefined
      : `${from} is of the same tree: write it relative`;
  if (targetTree !== undefined && !mayImport[tree]?.includes(targetTree))
    return `${tree} imports ${targetTree}`;
  // Tests and scripts stand outside and may reach in by path; there is no name for every tree.
  const hasName = targetTree === 'shared' || targetTree === 'electron/service-host';
  const standsOutside = tree === 'tests' || tree === 'scripts';
  return from.startsWith('.') && hasName && !standsOutside
    ? `${from} leaves its tree: write it with #`
    : undefined;
}

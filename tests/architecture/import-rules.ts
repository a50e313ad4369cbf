import {
  featureMayImport,
  featureOf,
  foreignPackages,
  hostLayerOf,
  hostLayers,
  mayImport,
  moduleOf,
  moduleOrder,
  targetOf,
  treeOf,
} from './layers.ts';
import { finding, forEachNode, isNode } from './source.ts';
import type { Finding, Source } from './source.ts';

/** Imports flow one way between the trees, and name their file. */
export function checkTrees(source: Source): readonly Finding[] {
  const tree = treeOf(source.path);
  if (tree === undefined) return [];
  return source.imports.flatMap(({ from, start }) => {
    const what = wrongBetweenTrees(source, tree, from);
    return what === undefined ? [] : [finding(source, start, what)];
  });
}

/** Inside the service host imports go down its layers, and between modules downhill. */
export function checkServiceHost(source: Source): readonly Finding[] {
  const layer = hostLayerOf(source.path);
  const own = moduleOf(source.path);
  if (source.path.startsWith('electron/service-host/') && layer === undefined) {
    return [finding(source, 0, 'this folder belongs to no layer of the service host')];
  }
  if (own && !moduleOrder.includes(own.name))
    return [finding(source, 0, `${own.name} has no place in the order of modules`)];
  return source.imports.flatMap(({ from, start }) => {
    const target = targetOf(source, from);
    const targetLayer = target === undefined ? undefined : hostLayerOf(target);
    if (target === undefined || layer === undefined || targetLayer === undefined) return [];
    if (hostLayers.indexOf(targetLayer) > hostLayers.indexOf(layer)) {
      return [finding(source, start, `${layer} imports ${targetLayer}`)];
    }
    const other = moduleOf(target);
    // Routes are parts of the api, which knows every module.
    const isUphill =
      own &&
      other &&
      own.kind !== 'routes' &&
      moduleOrder.indexOf(other.name) > moduleOrder.indexOf(own.name);
    return isUphill
      ? [finding(source, start, `${own.name} imports ${other.name}, which stands above it`)]
      : [];
  });
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

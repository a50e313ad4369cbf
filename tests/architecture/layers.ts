import { posix } from 'node:path';

import type { Source } from './source.ts';

/** The trees of the program; inside one, imports are relative. */
export const trees = [
  'electron/service-host',
  'electron/main',
  'electron/preload',
  'renderer',
  'shared',
  'tests',
  'scripts',
] as const;

/** What each tree may import of the others. */
export const mayImport: Readonly<Record<string, readonly string[]>> = {
  renderer: ['shared'],
  shared: [],
  'electron/service-host': ['shared'],
  'electron/main': ['shared'],
  'electron/preload': ['shared'],
  tests: trees,
  scripts: trees,
};

/** Packages a tree does without, as beginnings of their names. */
export const foreignPackages: Readonly<Record<string, readonly string[]>> = {
  renderer: ['node:', 'electron', 'better-sqlite3', 'drizzle-orm', 'pg', '@orpc/server', 'pdfmake'],
  shared: ['node:', 'electron', 'better-sqlite3', 'drizzle-orm', 'pg', '@orpc/server', 'react', 'antd'],
  'electron/service-host': ['electron', 'react', 'antd', 'ag-grid'],
  'electron/main': ['better-sqlite3', 'drizzle-orm', 'pg', 'react', 'antd'],
  'electron/preload': ['node:', 'better-sqlite3', 'drizzle-orm', 'pg', 'react', 'antd'],
};

/** The layers of the service host, lowest first: each may import itself and what stands before it. */
export const hostLayers = [
  'ground',
  'database',
  'schema',
  'printing',
  'desks',
  'modules',
  'views',
  'roll',
  'exporting',
  'api',
  'host',
  'entries',
] as const;

/** Files at the top of the service host that belong to a layer which is not their own name. */
export const topFiles: Readonly<Record<string, (typeof hostLayers)[number]>> = {
  'change-feed.ts': 'modules',
  'refresh-texts.ts': 'modules',
  'host.ts': 'host',
};

/** What one feature of the page takes of another, because it is the other's business; all else is a component. */
export const featureMayImport: Readonly<Record<string, readonly string[]>> = {
  // The warranty of a unit is judged on the page of the case and in the file of the unit.
  cases: ['warranty'],
  units: ['warranty'],
  // A part tells its entries of the ledger, and goods are received from the list of parts.
  parts: ['stock'],
  // The page of a person shows the tools on loan to them.
  settings: ['tools'],
};

/** The feature of the page that a file belongs to. */
export function featureOf(path: string): string | undefined {
  return /^renderer\/features\/([^/]+)\//.exec(path)?.[1];
}

/** The tree a file belongs to, or undefined for the files beside them. */
export function treeOf(path: string): string | undefined {
  return trees.find((tree) => path.startsWith(`${tree}/`));
}

/** The file of ours that an import means, relative to the checkout; undefined for a package. */
export function targetOf(source: Source, from: string): string | undefined {
  if (from.startsWith('.')) return posix.normalize(posix.join(posix.dirname(source.path), from));
  const [, name, rest] = /^#(\w+)\/(.*)$/.exec(from) ?? [];
  const tree = { shared: 'shared', host: 'electron/service-host', tests: 'tests' }[name ?? ''];
  return tree && `${tree}/${rest}`;
}

/** The layer of a file of the service host; routes belong to the api, of which each is a part. */
export function hostLayerOf(path: string): (typeof hostLayers)[number] | undefined {
  const [, inside] = /^electron\/service-host\/(.*)$/.exec(path) ?? [];
  if (inside === undefined) return undefined;
  if (/^(modules|desks|views)\/.*\.routes\.ts$/.test(inside)) return 'api';
  const [top = '', ...rest] = inside.split('/');
  if (rest.length === 0) return topFiles[top] ?? 'ground';
  return hostLayers.find((layer) => layer === top);
}

/** A part of the host: the layer it stands in, its name, and the kind that the name of the file gives it. */
export interface HostPart {
  readonly layer: string;
  readonly name: string;
  readonly kind: string | undefined;
}

/** The part of the host a file belongs to (`modules/cases/cases.rules.ts`: modules, cases, rules); a view is a file. */
export function partOf(path: string): HostPart | undefined {
  const [, layer, inside] =
    /^electron\/service-host\/(modules|desks|views|schema)\/(.*)\.ts$/.exec(path) ?? [];
  if (layer === undefined || inside === undefined) return undefined;
  return { layer, name: inside.split(/[/.]/)[0] ?? inside, kind: /\.([a-z]+)$/.exec(inside)?.[1] };
}

/** The module a file belongs to. */
export function moduleOf(path: string): HostPart | undefined {
  const part = partOf(path);
  return part?.layer === 'modules' ? part : undefined;
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parseSync } from 'vite';

/** The folder of the checkout. */
export const root = join(import.meta.dirname, '..', '..');

/** A node of the syntax tree, as ESTree names them. */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

/** A parsed file of ours. */
export interface Source {
  /** Relative to the checkout, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly body: readonly SyntaxNode[];
  readonly comments: readonly { readonly value: string; readonly start: number; readonly end: number }[];
  /** What the file imports or re-exports, written as it stands there. */
  readonly imports: readonly { readonly from: string; readonly start: number }[];
}

/** What a rule found in a file. */
export interface Finding {
  readonly path: string;
  readonly line: number;
  readonly what: string;
}

const cache = new Map<string, Source>();

/** Every TypeScript file below these folders of the checkout. */
export function sourcesBelow(...folders: readonly string[]): readonly Source[] {
  return folders.flatMap((folder) =>
    filesBelow(folder)
      .filter((path) => /\.tsx?$/.test(path))
      .map((path) => {
        const known = cache.get(path) ?? parseSource(path, readFileSync(join(root, path), 'utf8'));
        cache.set(path, known);
        return known;
      }),
  );
}

/** Every file below a folder of the checkout, relative to the checkout, in order. */
export function filesBelow(folder: string): readonly string[] {
  const start = join(root, folder);
  if (!existsSync(start)) return [];
  return readdirSync(start, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}

/** Parses a text as if it stood at `path`. Throws when it is not TypeScript. */
export function parseSource(path: string, text: string): Source {
  const { program, comments, module, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const requests = [
    ...module.staticImports.map((one) => one.moduleRequest),
    ...module.staticExports.flatMap((one) => one.entries.map((entry) => entry.moduleRequest)),
    ...module.dynamicImports.map(({ moduleRequest: { start, end } }) => ({
      value: text.slice(start + 1, end - 1),
      start,
    })),
  ];
  return {
    path,
    text,
    comments,
    // The parser types each kind of node; the rules look at few fields of many kinds.
    body: program.body as unknown as readonly SyntaxNode[],
    imports: requests
      .filter((request) => request !== null)
      .map(({ value, start }) => ({ from: value, start })),
  };
}

/** Calls `visit` for each node of the file, parents before children. */
export function forEachNode(source: Source, visit: (node: SyntaxNode) => void): void {
  const waiting: unknown[] = source.body.toReversed();
  while (waiting.length > 0) {
    const one = waiting.pop();
    if (Array.isArray(one)) waiting.push(...one.toReversed());
    else if (isNode(one)) {
      visit(one);
      waiting.push(...Object.values(one).toReversed());
    }
  }
}

/** Puts down what is wrong at a place of a file. */
export function finding(source: Source, start: number, what: string): Finding {
  return { path: source.path, line: source.text.slice(0, start).split('\n').length, what };
}

/** Whether something found in a syntax tree is a node of it. */
export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

import { finding, forEachNode, isNode } from './source.ts';
import type { Finding, Source, SyntaxNode } from './source.ts';

const product = /^(electron|renderer|shared)\//;
// A shipped migration is history: it is as long as it is.
const migrations = /^electron\/service-host\/database\/migrations\//;
const longest = 300;

/** Past 300 lines of code a file wants to be two. */
export function checkLength(source: Source): readonly Finding[] {
  if (!product.test(source.path) || migrations.test(source.path)) return [];
  const withoutComments = source.comments.reduceRight(
    (text, { start, end }) =>
      text.slice(0, start) + text.slice(start, end).replaceAll(/[^\n]/g, '') + text.slice(end),
    source.text,
  );
  const lines = withoutComments.split('\n').filter((line) => line.trim() !== '').length;
  return lines > longest ? [finding(source, 0, `${lines} lines of code, more than ${longest}`)] : [];
}

/** Named exports only. */
export function checkNamedExports(source: Source): readonly Finding[] {
  if (source.path.endsWith('.config.ts')) return [];
  return source.body
    .filter((node) => node.type === 'ExportDefaultDeclaration')
    .map((node) => finding(source, node.start, 'default export'));
}

/** No `any`, no order to the compiler to look away. */
export function checkTypesAreKept(source: Source): readonly Finding[] {
  const found: Finding[] = [];
  forEachNode(source, (node) => {
    if (node.type === 'TSAnyKeyword') found.push(finding(source, node.start, 'any'));
  });
  for (const { value, start } of source.comments) {
    if (/^\s*@ts-(ignore|nocheck|expect-error)/.test(value)) found.push(finding(source, start, value.trim()));
  }
  return found;
}

/** A cast has its reason in a comment on the line above the statement it stands in; `as const`, `as unknown` and an id as text hide nothing. */
export function checkCastsHaveReasons(source: Source): readonly Finding[] {
  if (!product.test(source.path)) return [];
  const lines = source.text.split('\n');
  const commented = new Set(
    source.comments.flatMap(({ start, end }) => linesBetween(source.text, start, end)),
  );
  const found: Finding[] = [];
  forEachNode(source, (node) => {
    if (node.type !== 'TSAsExpression' || hidesNothing(source, node)) return;
    const at = finding(source, endOf(node['expression']) ?? node.start, 'a cast without its reason above');
    // The comment may stand above the first line of a call or an object that spans several lines.
    let first = at.line;
    while (first > 1 && !commented.has(first) && isContinued(lines[first - 2] ?? '', lines[first - 1] ?? ''))
      first -= 1;
    if (!commented.has(first - 1) && !commented.has(first) && !commented.has(at.line)) found.push(at);
  });
  return found;
}

/** Each exported function says in a sentence what it is for. */
export function checkExportsAreDescribed(source: Source): readonly Finding[] {
  if (!/^(electron|shared)\//.test(source.path)) return [];
  return source.body.flatMap((node) => {
    const declaration = node['declaration'];
    if (node.type !== 'ExportNamedDeclaration' || !isNode(declaration) || isDescribed(source, node))
      return [];
    return exportedFunctions(declaration).map((name) =>
      finding(source, node.start, `${name} has no doc comment`),
    );
  });
}

function exportedFunctions(declaration: SyntaxNode): readonly string[] {
  if (declaration.type === 'FunctionDeclaration') return [nameOf(declaration['id'])];
  if (declaration.type !== 'VariableDeclaration' || !Array.isArray(declaration['declarations'])) return [];
  return declaration['declarations']
    .filter((one) => isNode(one['init']) && /^(ArrowFunction|Function)Expression$/.test(one['init'].type))
    .map((one) => nameOf(one['id']));
}

function isDescribed(source: Source, node: SyntaxNode): boolean {
  return source.comments.some(
    ({ value, start, end }) =>
      start < node.start && value.startsWith('*') && /^\s*$/.test(source.text.slice(end, node.start)),
  );
}

function nameOf(node: unknown): string {
  return isNode(node) && typeof node['name'] === 'string' ? node['name'] : 'a function';
}

function hidesNothing(source: Source, cast: SyntaxNode): boolean {
  const type = cast['typeAnnotation'];
  const operand = cast['expression'];
  if (!isNode(type) || !isNode(operand)) return false;
  const target = source.text.slice(type.start, type.end);
  const isIdAsText = target === 'string' && /(\bid|Id)$/.test(source.text.slice(operand.start, operand.end));
  return isIdAsText || /^(const|(readonly )?unknown(\[\])?)$/.test(target);
}

function endOf(node: unknown): number | undefined {
  return isNode(node) ? node.end : undefined;
}

function linesBetween(text: string, start: number, end: number): readonly number[] {
  const first = text.slice(0, start).split('\n').length;
  return Array.from({ length: text.slice(start, end).split('\n').length }, (_, index) => first + index);
}

/** Whether a line goes on from the one before: that one is open at its end, or this one begins like a chain. */
function isContinued(before: string, line: string): boolean {
  return /[([{,=>?:&|+]\s*$/.test(before) || /^\s*[.?:&|)\]}]/.test(line);
}

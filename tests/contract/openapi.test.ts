import { beforeAll, describe, expect, test } from 'vitest';
import { mediaTypes } from '#shared/domain/files.ts';
import { recordKinds, idOf } from '#shared/contract/manual/manual.ts';
import { idPattern } from '#shared/domain/ids.ts';
import { metaOf } from '#host/api/guard.ts';
import { openApiText } from '#host/api/openapi.ts';
import { procedures } from '#host/api/openapi-operations.ts';
import { fileEndings } from '#host/desks/attachments/media-types.rules.ts';

interface Described {
  readonly summary?: string;
  readonly 'x-permission'?: string;
  readonly security?: readonly unknown[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly example?: unknown }>> };
  readonly responses: Readonly<Record<string, unknown>>;
}

let document: { readonly paths: Readonly<Record<string, { readonly post: Described }>> };
beforeAll(async () => {
  document = JSON.parse(await openApiText('1')) as typeof document;
});

describe('the description of the HTTP interface', () => {
  test.each(
    procedures().map(({ module, name, procedure }) => [`/${module}/${name}`, metaOf(procedure)] as const),
  )('tells everything of %s', (path, { access }) => {
    const operation = document.paths[path]?.post;
    expect(operation?.summary).toMatch(/^[A-Z].{10,}\.$/);
    expect(operation?.['x-permission']).toBe(access);
    expect(operation?.security).toEqual(access === 'anyone' ? [] : [{ session: [] }]);
    expect(Object.values(operation?.requestBody?.content ?? {}).map(({ example }) => typeof example)).toEqual(
      ['object'],
    );
    const refused = Object.keys(operation?.responses ?? {});
    expect(refused).toEqual(expect.arrayContaining(['200', '400', '404', '413', '503']));
    expect(refused.includes('401') || path.startsWith('/session/sign')).toBe(
      access !== 'anyone' || path.startsWith('/session/sign'),
    );
  });

  test('leaves no field untyped, no id without the kind it identifies, no file of any kind', () => {
    const found = fieldsOf(document.paths);
    const untyped = found.filter(({ schema }) => Object.keys(schema).length === 0).map(({ at }) => at);
    // What an entry of the trail holds is of every kind; and the end of a stream holds nothing.
    expect(untyped.filter((at) => !/audit.list.*(before|after)$|stream.*data$/.test(at))).toEqual([]);
    const unnamed = found.filter(({ schema }) => schema['title'] === 'id').map(({ at }) => at);
    const ofAnyNoun =
      /documentId$|search.all.*id$|today.page.*rows.*id$|duties.list.*subjectId$|decisions\/(inbox|of|approveSeveral).*(id|Id)$/;
    expect(unnamed.filter((at) => !ofAnyNoun.test(at))).toEqual([]);
    expect(JSON.stringify(document)).not.toContain('*/*');
  });

  test('tells days as dates, whole numbers as such, and texts as long as they are kept', () => {
    const found = fieldsOf(document.paths);
    const days = found.filter(({ name, schema }) => name.endsWith('Day') && schema['type'] === 'string');
    expect(days.length).toBeGreaterThan(40);
    expect(days.filter(({ schema }) => schema['format'] !== 'date')).toEqual([]);
    expect(
      found.filter(({ name, schema }) => name !== 'width' && schema['type'] === 'number' && name !== 'retry'),
    ).toEqual([]);
    const lengthOf = (end: string) => found.find(({ at }) => at.endsWith(end))?.schema['maxLength'];
    expect(lengthOf('/contacts/record/in/summary')).toBe(4000);
    expect(lengthOf('/session/signIn/in/device')).toBe(80);
    expect(lengthOf('/customers/create/in/name')).toBe(80);
  });

  test('the ids of its examples are told apart, and files are described as what is taken in', () => {
    expect(new Set(recordKinds.map(idOf)).size).toBe(recordKinds.length);
    expect(recordKinds.map(idOf).filter((id) => !idPattern.test(id))).toEqual([]);
    expect([...mediaTypes].toSorted()).toEqual(Object.keys(fileEndings).toSorted());
  });
});

interface Field {
  readonly at: string;
  readonly name: string;
  readonly schema: Readonly<Record<string, unknown>>;
}

/** Every field of every schema, with the way to it. */
function fieldsOf(value: unknown, at = ''): readonly Field[] {
  if (Array.isArray(value)) return value.flatMap((one) => fieldsOf(one, at));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([word, inner]) => {
    if (word === 'example') return [];
    if (word !== 'properties') return fieldsOf(inner, way(at, word));
    return Object.entries(Object(inner)).flatMap(([name, schema]) => [
      ...[schema, ...alternativesOf(schema)].map((one): Field => ({
        at: `${at}/${name}`,
        name,
        schema: Object(one),
      })),
      ...fieldsOf(schema, `${at}/${name}`),
    ]);
  });
}

function alternativesOf(schema: unknown): readonly unknown[] {
  const { anyOf } = Object(schema);
  return Array.isArray(anyOf) ? anyOf : [];
}

function way(at: string, word: string): string {
  if (word === 'requestBody') return `${at}/in`;
  const passed = [
    'post',
    'content',
    'schema',
    'application/json',
    'responses',
    'anyOf',
    'items',
    'description',
  ];
  return passed.includes(word) ? at : `${at}${word.startsWith('/') ? '' : '/'}${word}`;
}

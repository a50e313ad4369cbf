import { isContractProcedure, type AnyContractProcedure } from '@orpc/contract';
import { contract, manual } from '#shared/contract/index.ts';
import { idOf, recordKinds, type ManualEntry } from '#shared/contract/manual/manual.ts';
import { refusalStatus, type RefusalCode } from '#shared/contract/refusals.ts';
import { booksHeader } from '#shared/domain/books.ts';
import { sheetMediaType } from '#shared/domain/files.ts';
import { presetRolesWith, type Access } from '#shared/domain/permissions.ts';
import { refusals as sentences } from '#shared/messages/en/refusals.ts';
import { metaOf } from './guard.ts';
import { typed, type Schema } from './openapi-schemas.ts';
import { toldRefusals } from './told-refusals.ts';

/** The operation id in examples. */
const exampleOperation = '01jdz3kq5e8r2v9wn4m7xtb6ca';

interface Operation extends Schema {
  requestBody?: { content: Record<string, Schema>; required?: boolean };
  responses?: Record<string, Schema>;
}

/** Adds to the generated document what a caller needs to know of each operation. */
export function tellAll(document: object): Schema {
  const paths = Object.entries(Reflect.get(document, 'paths') as Record<string, { post: Operation }>);
  return {
    ...document,
    components: { securitySchemes: { session: { type: 'http', scheme: 'bearer' } }, parameters, schemas },
    paths: {
      '/health': { servers: [{ url: '/' }], get: health },
      ...Object.fromEntries(paths.map(([path, { post }]) => [path, { post: told(path, post) }])),
    },
  };
}

/** What the manual says of a procedure; every procedure has an entry. */
export function entryOf(module: string, name: string): ManualEntry<unknown> {
  return Reflect.get(Reflect.get(manual, module), name) as ManualEntry<unknown>;
}

/** The procedures of the contract with their paths. */
export function procedures(): readonly { module: string; name: string; procedure: AnyContractProcedure }[] {
  return Object.entries(contract).flatMap(([module, of]) =>
    Object.entries(of).flatMap(([name, procedure]: [string, unknown]) =>
      isContractProcedure(procedure) ? [{ module, name, procedure }] : [],
    ),
  );
}

/** The example of a procedure as it is sent, with an operation id where it is an act. */
export function exampleOf(
  { example }: ManualEntry<unknown>,
  acts: boolean,
): Readonly<Record<string, unknown>> {
  return { ...(acts ? { operationId: exampleOperation } : {}), ...Object(example) };
}

function told(path: string, operation: Operation): Operation {
  const [, module = '', name = ''] = path.split('/');
  const found = procedures().find((one) => one.module === module && one.name === name);
  if (!found) throw new Error(`no procedure ${path}`);
  const { access, acts } = metaOf(found.procedure);
  const entry = entryOf(module, name);
  const example = exampleOf(entry, acts);
  const kind = entry.gives ?? recordKinds.find((one) => idOf(one) === example['id']);
  const { requestBody, responses = {} } = operation;
  const body = requestBody && {
    ...requestBody,
    content: Object.fromEntries(
      contentsOf(requestBody.content).map(([type, of]) => [
        type,
        // typed() keeps the form of what it is given.
        { ...(typed(of, kind) as Schema), example: written(example) },
      ]),
    ),
  };
  // typed() keeps the form of what it is given.
  const answers = typed(withoutEmpty(responses), kind) as Record<string, Schema>;
  const codes = refusalsOf(path, access, { input: requestBody, answers });
  return {
    ...operation,
    tags: [module],
    summary: entry.summary,
    description: `${acts ? 'An act' : 'A question'}; ${whoMay(access)}.`,
    'x-permission': access,
    security: access === 'anyone' ? [] : [{ session: [] }],
    parameters: Object.keys(parameters).map((one) => ({ $ref: `#/components/parameters/${one}` })),
    ...(body ? { requestBody: body } : {}),
    responses: { ...answers, ...refusalAnswers(codes) },
  };
}

/** The generator leaves an answer of JSON behind where all answers are files. */
function withoutEmpty(responses: Record<string, Schema>): Record<string, Schema> {
  const kept = Object.entries(responses).map(([status, { content, ...rest }]): [string, Schema] => [
    status,
    {
      ...rest,
      content: Object.fromEntries(
        Object.entries(Object(content)).filter(([, of]) => JSON.stringify(of) !== '{"schema":{"anyOf":[]}}'),
      ),
    },
  ]);
  return Object.fromEntries(kept);
}

/** A file comes in a form, and only there. */
function contentsOf(content: Record<string, Schema>): [string, Schema][] {
  const all = Object.entries(content);
  return all.some(([type]) => type === 'multipart/form-data')
    ? all.filter(([type]) => type === 'multipart/form-data')
    : all;
}

function whoMay(access: Access): string {
  if (access === 'anyone') return 'anybody may, without a session';
  if (access === 'signedIn') return 'everybody with a session may';
  return `needs the permission \`${access}\` (by the preset: ${presetRolesWith(access).join(', ')})`;
}

/** The refusals that are said of everything by rule, and those found in the code of the procedure. */
function refusalsOf(
  path: string,
  access: Access,
  of: { input: unknown; answers: unknown },
): readonly RefusalCode[] {
  const isList = JSON.stringify(of.input ?? {}).includes('"after":{');
  const isSheet = JSON.stringify(of.answers).includes(sheetMediaType);
  const byRule: RefusalCode[] = [
    'INVALID_INPUT',
    'BODY_UNREADABLE',
    'BODY_TOO_LARGE',
    'NO_SAMPLE',
    'STORAGE_FAILED',
  ];
  if (access !== 'anyone') byRule.push('NOT_SIGNED_IN');
  if (access !== 'anyone' && access !== 'signedIn') byRule.push('NOT_PERMITTED');
  if (isList) byRule.push('CURSOR_OF_ANOTHER_LIST');
  if (isSheet) byRule.push('LIST_TOO_LONG');
  return [...new Set([...byRule, ...(toldRefusals.get(path.slice(1).replace('/', '.')) ?? [])])].toSorted();
}

function refusalAnswers(codes: readonly RefusalCode[]): Record<string, Schema> {
  const byStatus = Map.groupBy(codes, (code) => String(refusalStatus[code] ?? 422));
  const answers = [...byStatus].map(([status, of]): [string, Schema] => [
    status,
    {
      description: of.map((code) => `\`${code}\`: ${sentences[code]}`).join('\n'),
      content: {
        'application/json': {
          schema: {
            allOf: [{ $ref: '#/components/schemas/Refusal' }],
            properties: { code: { enum: of }, status: { const: Number(status) } },
          },
        },
      },
    },
  ]);
  return Object.fromEntries(answers);
}

/** An example as JSON writes it down: a file is its name. */
function written(example: unknown): unknown {
  if (example instanceof File) return example.name;
  if (Array.isArray(example)) return example.map(written);
  if (typeof example !== 'object' || example === null) return example;
  return Object.fromEntries(Object.entries(example).map(([name, value]) => [name, written(value)]));
}

const parameters = {
  language: {
    name: 'Accept-Language',
    in: 'header',
    description: 'The language of the sentences in answers.',
    schema: { enum: ['zh-CN', 'en'], default: 'zh-CN' },
  },
  books: {
    name: booksHeader,
    in: 'header',
    description: 'The books the call is meant for: those of the firm, or the sample beside them.',
    schema: { enum: ['real', 'sample'], default: 'real' },
  },
};

const schemas = {
  Refusal: {
    type: 'object',
    description: 'Nothing of the call has happened.',
    properties: {
      defined: { type: 'boolean', description: 'Whether the code is one that this description names.' },
      code: { type: 'string', description: 'For programs.' },
      status: { type: 'integer' },
      message: { type: 'string', description: 'For people, in the language asked for.' },
      data: { type: 'object', description: 'The facts.' },
    },
    required: ['code', 'status', 'message'],
  },
};

const health = {
  operationId: 'health',
  tags: ['health'],
  summary: 'Whether the server answers.',
  security: [],
  responses: {
    200: {
      description: 'OK',
      content: {
        'application/json': {
          schema: { type: 'object', properties: { ok: { const: true } } },
          example: { ok: true },
        },
      },
    },
  },
};

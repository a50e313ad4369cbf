import { OpenAPIGenerator } from '@orpc/openapi';
import { contract } from '#shared/contract/index.ts';
import { tellAll } from './openapi-operations.ts';
import { schemaConverter } from './openapi-schemas.ts';

let made: Promise<string> | undefined;

/** The description of the HTTP interface, as OpenAPI 3.1 JSON. */
export function openApiText(version: string): Promise<string> {
  made ??= new OpenAPIGenerator({ schemaConverters: [schemaConverter] })
    .generate(contract, {
      info: {
        title: 'Shouhou Desk',
        version,
        description:
          'Every procedure is a POST of JSON to /api/<module>/<procedure> with `Authorization: Bearer <token>` from session/signIn. ' +
          'Acts carry an `operationId` (26 characters, made by the caller): sent again, the same id gives the first answer and books nothing twice. ' +
          'A refusal has `code`, `message` in the language of Accept-Language (zh-CN, en) and the facts in `data`. ' +
          'Money is in fen, quantities in thousandths, moments in UTC milliseconds, days are YYYY-MM-DD.',
      },
      servers: [{ url: '/api' }],
    })
    .then((document) => JSON.stringify(tellAll(document)));
  return made;
}

/** The description for people: a page of ours that reads the document; no script of anybody else. */
export const openApiPage = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Shouhou Desk – HTTP interface</title>
<link rel="stylesheet" href="/http-interface.css"></head>
<body><main id="interface">…</main><script type="module" src="/http-interface.js"></script></body></html>`;

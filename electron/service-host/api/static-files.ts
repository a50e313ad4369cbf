import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

/** Serves the built pages of one folder, and nothing outside it. */
export function staticFiles(folder: string | undefined) {
  return {
    async serve(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
      const file = folder === undefined ? undefined : await fileAt(folder, path);
      if (file === undefined || (request.method !== 'GET' && request.method !== 'HEAD')) {
        response.writeHead(404).end();
        return;
      }
      response.setHeader('Content-Type', mediaTypes[extname(file)] ?? 'application/octet-stream');
      // Built files carry the hash of their content in their names; the page that names them does not.
      if (path.startsWith('/assets/'))
        response.setHeader('Cache-Control', 'private, max-age=31536000, immutable');
      response.writeHead(200);
      if (request.method === 'HEAD') response.end();
      else createReadStream(file).pipe(response);
    },
  };
}

async function fileAt(folder: string, path: string): Promise<string | undefined> {
  const wanted = decoded(path);
  if (wanted === undefined || wanted.includes('\0') || wanted.includes('\\')) return undefined;
  const file = normalize(join(folder, wanted === '/' ? 'index.html' : wanted));
  if (!file.startsWith(normalize(folder) + sep)) return undefined;
  const found = await stat(file).catch(() => undefined);
  return found?.isFile() ? file : undefined;
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

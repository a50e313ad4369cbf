import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { OpenAPIHandler } from '@orpc/openapi/node';
import { RPCHandler } from '@orpc/server/node';
import { stillHolds } from '../modules/people/sessions.service.ts';
import { StartFailure } from '../start-failure.ts';
import { Call } from './call.ts';
import { guard } from './guard.ts';
import type { HostParts } from './host-parts.ts';
import { readThroughUs, refusingUnreadable } from './http-body.ts';
import { openApiPage, openApiText } from './openapi.ts';
import { originOf } from './origin.ts';
import { router } from './router.ts';
import { staticFiles } from './static-files.ts';
import { Strangers } from './strangers.ts';
import { sendingWhole } from './whole-answers.ts';

/** Where a server listens, and what it serves besides the procedures. */
export interface HttpOptions {
  readonly port: number;
  /** Folder of the built pages; absent where only programs call. */
  readonly pageFolder?: string | undefined;
}

/** A server that listens. */
export interface HttpServer {
  readonly address: string;
  close(): Promise<void>;
}

/** How long somebody may take to say what they want, in milliseconds, before the line is cut. */
const patience = { headersTimeout: 10_000, requestTimeout: 120_000, connectionsCheckingInterval: 2_000 };

/** Serves the contract over HTTP on this PC alone: `/rpc` for the page, `/api` for programs, the page itself at `/`. */
export async function serveHttp(parts: HostParts, options: HttpOptions): Promise<HttpServer> {
  const decoded = new WeakSet<Call>();
  const interceptors = [refusingUnreadable((call) => decoded.has(call))];
  const noteDecoded = ({ context, next }: { context: Call; next(): Promise<unknown> }) => {
    decoded.add(context);
    return next();
  };
  const rpc = new RPCHandler<Call>(router, {
    rootInterceptors: [sendingWhole],
    interceptors,
    clientInterceptors: [noteDecoded, guard],
    // It would copy the call, which is more than its fields; other methods than POST are refused below.
    strictGetMethodPluginEnabled: false,
  });
  const api = new OpenAPIHandler<Call>(router, {
    rootInterceptors: [sendingWhole],
    interceptors,
    clientInterceptors: [noteDecoded, guard],
  });
  const files = staticFiles(options.pageFolder);
  const strangers = new Strangers();
  const server = createServer(patience, (request, response) => {
    strangers.follow(request, response);
    void answer(request, response).catch(() => response.destroy());
  });
  server.on('connection', (socket: Socket) => strangers.arrive(socket));

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    setSafetyHeaders(response);
    if (!isOurs(request)) return refuse(response, 403);
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    if (request.method === 'TRACE') return refuse(response, 405);
    if (path === '/health') return send(response, 'application/json', '{"ok":true}');
    if (path === '/api' || path === '/api/') return send(response, 'text/html; charset=utf-8', openApiPage);
    if (path === '/api/openapi.json')
      return send(response, 'application/json', await openApiText(parts.programVersion));
    const origin = originOf(request.headers);
    const context = new Call(parts, origin, () => strangers.recognise(request.socket));
    const handler = path.startsWith('/rpc/') ? rpc : path.startsWith('/api/') ? api : undefined;
    if (!handler) return files.serve(path, request, response);
    if (request.method !== 'POST') return refuse(response, 405);
    const { token } = origin;
    readThroughUs(request, async () => token !== undefined && (await stillHolds(parts.database, token)));
    const { matched } = await handler.handle(request, response, {
      prefix: handler === rpc ? '/rpc' : '/api',
      context,
    });
    if (!matched) refuse(response, 404);
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(listenFailure(error, options.port)));
    server.listen(options.port, '127.0.0.1', resolve);
  });
  const bound = server.address();
  const port = typeof bound === 'object' && bound ? bound.port : options.port;
  return { address: `http://127.0.0.1:${port}`, close: () => closeServer(server) };
}

function listenFailure(error: Error, port: number): Error {
  const code = 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return new StartFailure('portTaken', { port: String(port) }, error);
  if (code === 'EACCES') return new StartFailure('portRefused', { port: String(port) }, error);
  return error;
}

/** A page of another site can make a browser call us; its Origin, or a Host we do not answer to, gives it away. */
function isOurs(request: IncomingMessage): boolean {
  const host = request.headers.host ?? '';
  if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host)) return false;
  const origin = request.headers.origin;
  return origin === undefined || origin === `http://${host}`;
}

function setSafetyHeaders(response: ServerResponse): void {
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('X-Frame-Options', 'SAMEORIGIN');
  response.setHeader('Referrer-Policy', 'no-referrer');
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
  response.setHeader('Cache-Control', 'no-store');
  // Ant Design writes its styles into the page; scripts come from our own files alone.
  response.setHeader(
    'Content-Security-Policy',
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; frame-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
  );
}

function send(response: ServerResponse, type: string, body: string): void {
  response.writeHead(200, { 'Content-Type': type });
  response.end(body);
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(`${status}`);
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    // Watchers of the change feed would hold the server open for ever.
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 500).unref();
  });
}

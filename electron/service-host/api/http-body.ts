import type { IncomingMessage } from 'node:http';
import { ORPCError } from '@orpc/server';
import { Refusal, refuse } from '#shared/contract/refusals.ts';
import type { Call } from './call.ts';
import { wireError } from './wire-errors.ts';

/** A form carries a file of 20 MB and what belongs to it; the fields of a printed list are the longest without one. */
const largestFormBytes = 25_000_000;
const largestJsonBytes = 5_000_000;
/** What anybody may send: a sign-in, the first start. Of more only the session is looked at first. */
const largestOfStrangersBytes = 64_000;
/** Whoever sends this much more is not heard to the end, and may find the line cut before the answer comes. */
const heardBytes = 2 * largestFormBytes;

/**
 * Lets the handlers of the wires read the body of a request through us: as JSON or as a form with files, when they want it.
 * `hasSession` is asked before a long body is read: without one it is thrown away unread, and refused NOT_SIGNED_IN.
 */
export function readThroughUs(request: IncomingMessage, hasSession: () => Promise<boolean>): void {
  let body: Promise<unknown> | undefined;
  Object.defineProperty(request, 'body', { get: () => (body ??= readBody(request, hasSession)) });
}

/**
 * Gives a body that could not be read its code and a sentence in the caller's language. `isDecoded` says whether the call
 * got as far as the guard, which sees to everything after.
 */
export const refusingUnreadable =
  (isDecoded: (call: Call) => boolean) =>
  async <Answer>({ context, next }: { readonly context: Call; next(): Promise<Answer> }): Promise<Answer> => {
    try {
      return await next();
    } catch (error) {
      const { language } = context.origin;
      if (error instanceof Refusal) throw wireError(error.code, error.facts, language);
      if (error instanceof ORPCError || isDecoded(context)) throw error;
      throw wireError('BODY_UNREADABLE', {}, language);
    }
  };

/** Refuses BODY_TOO_LARGE, and BODY_UNREADABLE for what is packed, of another kind, no UTF-8 or no JSON. */
async function readBody(request: IncomingMessage, hasSession: () => Promise<boolean>): Promise<unknown> {
  const {
    'content-type': type = 'application/json',
    'content-encoding': packing = 'identity',
    'content-length': length,
  } = request.headers;
  const isForm = type.startsWith('multipart/form-data');
  const isLong = length === undefined || !(Number(length) <= largestOfStrangersBytes);
  const isStranger = isLong && !(await hasSession());
  const bytes = await bytesOf(request, isStranger ? 'stranger' : isForm ? 'form' : 'json');
  if (bytes.length === 0) return undefined;
  if (packing !== 'identity') refuse('BODY_UNREADABLE', {});
  if (isForm) return new Response(bytes, { headers: { 'content-type': type } }).formData();
  if (!type.startsWith('application/json')) refuse('BODY_UNREADABLE', {});
  // Bytes that are no text must not come into the books as signs that nobody typed.
  return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
}

const limits = { stranger: largestOfStrangersBytes, form: largestFormBytes, json: largestJsonBytes };

function bytesOf(request: IncomingMessage, kind: keyof typeof limits): Promise<Buffer<ArrayBuffer>> {
  const limit = limits[kind];
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let sizeBytes = 0;
    // Somebody whose session has ended meanwhile must be told that, however much they send.
    const tooLarge =
      kind === 'stranger'
        ? new Refusal('NOT_SIGNED_IN', {})
        : new Refusal('BODY_TOO_LARGE', { limitMegabytes: limit / 1_000_000 });
    request.on('data', (chunk: Buffer) => {
      sizeBytes += chunk.length;
      if (sizeBytes <= limit) chunks.push(chunk);
      else chunks.length = 0;
      if (sizeBytes > heardBytes) reject(tooLarge);
    });
    // A sender that is cut off in the middle never reads the answer.
    request.once('end', () => (sizeBytes > limit ? reject(tooLarge) : resolve(Buffer.concat(chunks))));
    request.once('error', reject);
    if (Number(request.headers['content-length']) > heardBytes) reject(tooLarge);
  });
}

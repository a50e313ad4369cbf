import { booksHeader } from '#shared/domain/books.ts';
import type { CallOrigin } from './call.ts';

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * Reads who calls, for which office, and in which language they read, from the headers of a call. Chinese unless English
 * is asked for, and the real books unless the sample is.
 */
export function originOf(headers: Headers): CallOrigin {
  // The scheme is read without regard to its case (RFC 9110).
  const bearer = /^Bearer +([\w-]{20,100})$/i.exec(single(headers['authorization']) ?? '');
  const language = single(headers['accept-language'])?.toLowerCase().startsWith('en') ? 'en' : 'zh-CN';
  return { token: bearer?.[1], language, books: single(headers[booksHeader]) };
}

function single(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : value?.[0];
}

import { booksHeader } from '#shared/domain/books.ts';
import { preferences } from '../app/preferences.ts';
import { inSample } from './books.ts';
import { sessionToken } from './token.ts';

/** Who calls, for which books, and in which language an answer is to be written; the same on both wires. */
export function callHeaders(): Record<string, string> {
  const token = sessionToken();
  return {
    'accept-language': preferences.get().language,
    ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    ...(inSample() ? { [booksHeader]: 'sample' } : {}),
  };
}

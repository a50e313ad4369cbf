import { stillHolds } from '../modules/people/sessions.service.ts';
import type { Call } from './call.ts';
import { wireError } from './wire-errors.ts';

/**
 * Hands a stream out for as long as the session holds that it was asked for with: looked at before each item, because a
 * stream outlives the call that began it. Ends with NOT_SIGNED_IN. What anyone may watch needs no session.
 */
export async function* whileSignedIn<Item>(call: Call, stream: AsyncIterable<Item>): AsyncGenerator<Item> {
  const token = call.hasSession ? call.origin.token : undefined;
  for await (const item of stream) {
    if (token !== undefined && !(await stillHolds(call.parts.database, token)))
      throw wireError('NOT_SIGNED_IN', {}, call.origin.language);
    yield item;
  }
}

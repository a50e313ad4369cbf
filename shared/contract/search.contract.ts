import { z } from 'zod';
import { searchKinds } from '../nouns/index.ts';
import { foundRows } from './lists.ts';
import * as field from './fields.ts';
import { question } from './procedures.ts';

export const searchHit = z.object({
  kind: z.enum(searchKinds),
  id: field.id(),
  title: z.string(),
  subtitle: z.string(),
});

/** The one search field: Chinese, pinyin, initials, any part of a number, plate or serial number; from one character on. */
export const searchContract = {
  all: question('signedIn')
    .input(
      z.strictObject({
        text: field.line(60),
        kinds: z.array(z.enum(searchKinds)).max(searchKinds.length).optional(),
        limit: z.int().min(1).max(50),
      }),
    )
    .output(foundRows(searchHit)),
};

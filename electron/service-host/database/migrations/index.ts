import { foundation } from './0001-foundation.ts';
import { searchGrams } from './0002-search-grams.ts';
import { papers } from './0009-papers.ts';
import type { Migration } from './migration.ts';

/** All steps of the schema, in their order. */
export const migrations: readonly Migration[] = [foundation, searchGrams, papers];

import { foundation } from './0001-foundation.ts';
import { searchGrams } from './0002-search-grams.ts';
import { secrets } from './0003-secrets.ts';
import { intake } from './0006-intake.ts';
import { references } from './0007-references.ts';
import { forms } from './0008-forms.ts';
import { papers } from './0009-papers.ts';
import { stock } from './0010-stock.ts';
import { roles } from './0011-roles.ts';
import { decisions } from './0012-decisions.ts';
import { duties } from './0013-duties.ts';
import { tools } from './0015-tools.ts';
import type { Migration } from './migration.ts';

/** All steps of the schema, in their order. */
export const migrations: readonly Migration[] = [
  foundation,
  searchGrams,
  secrets,
  intake,
  references,
  forms,
  papers,
  stock,
  roles,
  decisions,
  duties,
  tools,
];

import { index, sqliteTable } from 'drizzle-orm/sqlite-core';
import { decisionKinds, decisionVerdicts } from '#shared/domain/decision-kinds.ts';
import { choice, count, flag, id, json, moment, words } from '../database/columns/columns.ts';
import { people } from './people.tables.ts';

/**
 * Signatures under decisions. The state of a matter stands with its noun alone; a signature holds for the version that was
 * shown, and for no other. Only ever grows.
 */
export const decisions = sqliteTable(
  'decisions',
  {
    id: id<'decision'>('id').primaryKey(),
    decision: choice('decision', decisionKinds).notNull(),
    subjectId: id('subject_id').notNull(),
    /** The version of the subject that was shown. */
    version: count('version').notNull(),
    /** The record on whose page the signature stands: of a supplement it is the report. */
    recordKind: words('record_kind').notNull(),
    recordId: id('record_id').notNull(),
    personId: id<'person'>('person_id')
      .notNull()
      .references(() => people.id),
    /** For whom the person stood in; empty where the right was their own. The first of them has signed by it. */
    inPlaceOf: json<readonly string[]>('in_place_of').notNull(),
    verdict: choice('verdict', decisionVerdicts).notNull(),
    reason: words('reason').notNull(),
    at: moment('at').notNull(),
    /** Whether it was the last that was needed, so that the noun went on. */
    concluded: flag('concluded').notNull(),
  },
  (table) => [
    index('decisions_subject').on(table.subjectId, table.decision, table.version),
    index('decisions_record').on(table.recordId, table.recordKind, table.at),
  ],
);

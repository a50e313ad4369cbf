import { index, sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { policyBases, verdicts, type Exclusion } from '#shared/domain/states.ts';
import { choice, count, day, flag, id, json, moment, words } from '../database/columns/columns.ts';
import { units } from './units.tables.ts';

/** Groups of components that share a term, such as chassis, body, wear parts. */
export const componentGroups = sqliteTable('component_groups', {
  code: words('code').primaryKey(),
  name: words('name').notNull(),
  nameEn: words('name_en').notNull(),
  position: count('position').notNull(),
  /** The version of the whole list, the same in every row. */
  version: count('version')
    .notNull()
    .$defaultFn(() => 1),
});

/** Policies: data with a day from which they hold. A published policy is never changed; a later one replaces it. */
export const warrantyPolicies = sqliteTable(
  'warranty_policies',
  {
    id: id<'warrantyPolicy'>('id').primaryKey(),
    name: words('name').notNull(),
    validFromDay: day('valid_from_day').notNull(),
    /** Whether it holds for units sold from its first day on, or for faults from that day on. */
    appliesBy: choice('applies_by', policyBases).notNull(),
    /** Model codes or product lines it holds for; empty means all. */
    scope: json<readonly string[]>('scope').notNull(),
    /** Regions outside which nothing is covered; empty means everywhere. */
    regions: json<readonly string[]>('regions').notNull(),
    cardWithinDays: count('card_within_days').notNull(),
    replacementTerm: choice('replacement_term', ['restOfTerm', 'freshTerm']).notNull(),
    published: flag('published').notNull(),
    createdAt: moment('created_at').notNull(),
    version: count('version').notNull(),
  },
  (table) => [index('warranty_policies_valid').on(table.validFromDay)],
);

/** What one policy grants one component group; each limit may be absent, the first one reached decides. */
export const warrantyTerms = sqliteTable(
  'warranty_terms',
  {
    id: id<'warrantyTerm'>('id').primaryKey(),
    policyId: id<'warrantyPolicy'>('policy_id')
      .notNull()
      .references(() => warrantyPolicies.id),
    componentGroupCode: words('component_group_code')
      .notNull()
      .references(() => componentGroups.code),
    clause: words('clause').notNull(),
    months: count('months'),
    mileageKm: count('mileage_km'),
    operatingHours: count('operating_hours'),
    wearPart: flag('wear_part').notNull(),
  },
  (table) => [uniqueIndex('warranty_terms_group').on(table.policyId, table.componentGroupCode)],
);

/** Judgements as they were made, with everything they were made on; they say the same a year later. */
export const warrantyJudgements = sqliteTable(
  'warranty_judgements',
  {
    id: id<'judgement'>('id').primaryKey(),
    number: words('number').notNull(),
    unitId: id<'unit'>('unit_id')
      .notNull()
      .references(() => units.id),
    caseId: id<'case'>('case_id'),
    componentGroupCode: words('component_group_code').notNull(),
    /** The name the group had then. */
    componentGroupName: words('component_group_name').notNull(),
    policyId: id<'warrantyPolicy'>('policy_id').references(() => warrantyPolicies.id),
    termId: id<'warrantyTerm'>('term_id').references(() => warrantyTerms.id),
    basisDay: day('basis_day').notNull(),
    saleDay: day('sale_day'),
    mileageKm: count('mileage_km'),
    operatingHours: count('operating_hours'),
    exclusions: json<readonly Exclusion[]>('exclusions').notNull(),
    verdict: choice('verdict', verdicts).notNull(),
    /** What decided, as a key of the messages with its parameters. */
    reasons:
      json<
        readonly { readonly key: string; readonly parameters: Readonly<Record<string, string | number>> }[]
      >('reasons').notNull(),
    endDay: day('end_day'),
    daysLeft: count('days_left'),
    kilometresLeft: count('kilometres_left'),
    hoursLeft: count('hours_left'),
    overruledVerdict: choice('overruled_verdict', verdicts),
    overruleReason: words('overrule_reason').notNull(),
    overruledBy: id<'person'>('overruled_by'),
    overruledAt: moment('overruled_at'),
    personId: id<'person'>('person_id'),
    at: moment('at').notNull(),
    version: count('version').notNull(),
  },
  (table) => [
    uniqueIndex('warranty_judgements_number').on(table.number),
    index('warranty_judgements_unit').on(table.unitId, table.at),
    index('warranty_judgements_case').on(table.caseId, table.at),
  ],
);

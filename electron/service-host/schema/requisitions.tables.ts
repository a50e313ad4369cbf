import { sql } from 'drizzle-orm';
import { check, index, sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { clearingKinds, requisitionPurposes } from '#shared/domain/states.ts';
import { requisitionStates } from '#shared/nouns/requisition.card.ts';
import {
  choice,
  count,
  flag,
  id,
  json,
  moment,
  money,
  quantity,
  words,
} from '../database/columns/columns.ts';
import { cases } from './cases.tables.ts';
import { parts } from './parts.tables.ts';
import { people } from './people.tables.ts';
import { stockAccounts } from './stock.tables.ts';
import { units } from './units.tables.ts';
import { warrantyJudgements } from './warranty.tables.ts';

/** Requests for parts: approved by somebody else, issued, cleared. */
export const requisitions = sqliteTable(
  'requisitions',
  {
    id: id<'requisition'>('id').primaryKey(),
    number: words('number').notNull(),
    state: choice('state', requisitionStates).notNull(),
    purpose: choice('purpose', requisitionPurposes).notNull(),
    caseId: id<'case'>('case_id').references(() => cases.id),
    unitId: id<'unit'>('unit_id').references(() => units.id),
    /** Whose account the parts are charged to until they are cleared. */
    holderAccountId: id<'stockAccount'>('holder_account_id')
      .notNull()
      .references(() => stockAccounts.id),
    notes: words('notes').notNull(),
    amountFen: money('amount_fen').notNull(),
    createdBy: id<'person'>('created_by').references(() => people.id),
    createdAt: moment('created_at').notNull(),
    /** Who took the draft over from its author; null while it is the author's. */
    takenOverBy: id<'person'>('taken_over_by').references(() => people.id),
    /** Everybody who wrote in the draft; null while nobody changed it. */
    editorIds: json<readonly string[]>('editor_ids'),
    submittedBy: id<'person'>('submitted_by').references(() => people.id),
    submittedAt: moment('submitted_at'),
    decidedBy: id<'person'>('decided_by').references(() => people.id),
    decidedAt: moment('decided_at'),
    decisionReason: words('decision_reason').notNull(),
    /** Who voided it, when and why; the approver's opinion stays beside it. */
    voidedBy: id<'person'>('voided_by').references(() => people.id),
    voidedAt: moment('voided_at'),
    voidReason: words('void_reason'),
    /** Set while somebody asks a leader to let a holder over the limit draw. */
    allowAskedBy: id<'person'>('allow_asked_by').references(() => people.id),
    allowAskedAt: moment('allow_asked_at'),
    allowAskReason: words('allow_ask_reason'),
    /** Set when a leader let a holder over the limit draw all the same. */
    allowedBy: id<'person'>('allowed_by').references(() => people.id),
    allowReason: words('allow_reason').notNull(),
    /** Set when what was not issued yet is needed no more. */
    restClosed: flag('rest_closed').notNull(),
    version: count('version').notNull(),
  },
  (table) => [
    uniqueIndex('requisitions_number').on(table.number),
    index('requisitions_created').on(table.createdAt, table.id),
    index('requisitions_state').on(table.state, table.createdAt, table.id),
    index('requisitions_case').on(table.caseId),
    index('requisitions_unit').on(table.unitId, table.createdAt),
    index('requisitions_holder').on(table.holderAccountId, table.state),
    index('requisitions_allow_asked').on(table.allowAskedAt).where(sql.raw('allow_asked_at IS NOT NULL')),
  ],
);

export const requisitionLines = sqliteTable(
  'requisition_lines',
  {
    id: id<'requisitionLine'>('id').primaryKey(),
    requisitionId: id<'requisition'>('requisition_id')
      .notNull()
      .references(() => requisitions.id),
    position: count('position').notNull(),
    partId: id<'part'>('part_id')
      .notNull()
      .references(() => parts.id),
    quantity: quantity('quantity').notNull(),
    issuedQuantity: quantity('issued_quantity').notNull(),
    clearedQuantity: quantity('cleared_quantity').notNull(),
    unitPriceFen: money('unit_price_fen').notNull(),
    fault: words('fault').notNull(),
    judgementId: id<'judgement'>('judgement_id').references(() => warrantyJudgements.id),
    oldPartRequired: flag('old_part_required').notNull(),
  },
  (table) => [
    index('requisition_lines_requisition').on(table.requisitionId, table.position),
    index('requisition_lines_part').on(table.partId),
    check('requisition_lines_quantity', sql.raw('quantity > 0')),
    check('requisition_lines_issued', sql.raw('issued_quantity >= 0 AND issued_quantity <= quantity')),
    check(
      'requisition_lines_cleared',
      sql.raw('cleared_quantity >= 0 AND cleared_quantity <= issued_quantity'),
    ),
  ],
);

/** Handing-over of parts, signed on an issue slip. */
export const issues = sqliteTable(
  'issues',
  {
    id: id<'issue'>('id').primaryKey(),
    number: words('number').notNull(),
    requisitionId: id<'requisition'>('requisition_id')
      .notNull()
      .references(() => requisitions.id),
    personId: id<'person'>('person_id').references(() => people.id),
    at: moment('at').notNull(),
  },
  (table) => [
    uniqueIndex('issues_number').on(table.number),
    index('issues_requisition').on(table.requisitionId, table.at),
  ],
);

export const issueLines = sqliteTable(
  'issue_lines',
  {
    id: id<'issueLine'>('id').primaryKey(),
    issueId: id<'issue'>('issue_id')
      .notNull()
      .references(() => issues.id),
    requisitionLineId: id<'requisitionLine'>('requisition_line_id')
      .notNull()
      .references(() => requisitionLines.id),
    /** The part that was really given: the one asked for, or a substitute of it. */
    partId: id<'part'>('part_id')
      .notNull()
      .references(() => parts.id),
    accountId: id<'stockAccount'>('account_id')
      .notNull()
      .references(() => stockAccounts.id),
    quantity: quantity('quantity').notNull(),
    clearedQuantity: quantity('cleared_quantity').notNull(),
    valueFen: money('value_fen').notNull(),
  },
  (table) => [
    index('issue_lines_issue').on(table.issueId),
    index('issue_lines_line').on(table.requisitionLineId),
    check(
      'issue_lines_quantity',
      sql.raw('quantity > 0 AND cleared_quantity >= 0 AND cleared_quantity <= quantity'),
    ),
  ],
);

/** How what was drawn was accounted for, line by line. */
export const clearings = sqliteTable(
  'clearings',
  {
    id: id<'clearing'>('id').primaryKey(),
    number: words('number').notNull(),
    issueLineId: id<'issueLine'>('issue_line_id')
      .notNull()
      .references(() => issueLines.id),
    requisitionId: id<'requisition'>('requisition_id')
      .notNull()
      .references(() => requisitions.id),
    kind: choice('kind', clearingKinds).notNull(),
    quantity: quantity('quantity').notNull(),
    reportId: id<'report'>('report_id'),
    accountId: id<'stockAccount'>('account_id').references(() => stockAccounts.id),
    reason: words('reason').notNull(),
    chargeFen: money('charge_fen').notNull(),
    valueFen: money('value_fen').notNull(),
    approvedBy: id<'person'>('approved_by').references(() => people.id),
    personId: id<'person'>('person_id').references(() => people.id),
    at: moment('at').notNull(),
  },
  (table) => [
    index('clearings_requisition').on(table.requisitionId, table.at),
    index('clearings_issue_line').on(table.issueLineId),
    index('clearings_report').on(table.reportId),
  ],
);

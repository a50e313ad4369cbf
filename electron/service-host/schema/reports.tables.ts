import { sql } from 'drizzle-orm';
import { check, index, sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { satisfactions, supplementStates } from '#shared/domain/states.ts';
import { reportStates } from '#shared/nouns/report.card.ts';
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
import { attachments } from './attachments.tables.ts';
import { cases } from './cases.tables.ts';
import { parts } from './parts.tables.ts';
import { people } from './people.tables.ts';
import { issueLines } from './requisitions.tables.ts';
import { units } from './units.tables.ts';
import type { ReportContent } from '#shared/domain/report-content.ts';

/** What was found and done; printed, signed by the customer, approved, filed. Frozen from the signature on. */
export const serviceReports = sqliteTable(
  'service_reports',
  {
    id: id<'report'>('id').primaryKey(),
    number: words('number').notNull(),
    state: choice('state', reportStates).notNull(),
    caseId: id<'case'>('case_id')
      .notNull()
      .references(() => cases.id),
    unitId: id<'unit'>('unit_id').references(() => units.id),
    technicianIds: json<readonly string[]>('technician_ids').notNull(),
    mileageKm: count('mileage_km'),
    operatingHours: count('operating_hours'),
    arrivedAt: moment('arrived_at'),
    finishedAt: moment('finished_at'),
    symptom: words('symptom').notNull(),
    cause: words('cause').notNull(),
    work: words('work').notNull(),
    faultPlaceOpenedBefore: flag('fault_place_opened_before').notNull(),
    noPartsReplaced: flag('no_parts_replaced').notNull(),
    feeFen: money('fee_fen').notNull(),
    /** What the fee is made of, as far as it was written down; never more than the fee together. */
    partsFeeFen: money('parts_fee_fen').notNull().default(0),
    labourFeeFen: money('labour_fee_fen').notNull().default(0),
    travelFeeFen: money('travel_fee_fen').notNull().default(0),
    compensation: words('compensation').notNull(),
    satisfaction: choice('satisfaction', satisfactions),
    customerRemarks: words('customer_remarks').notNull(),
    /** Everything the paper says, from the moment it was finished; whatever is renamed later, the paper is printed from it. */
    sealedContent: json<ReportContent>('sealed_content'),
    /** Hash of the sealed content; empty while nothing is sealed. */
    contentHash: words('content_hash').notNull(),
    /** The content hash that the last counted print carried; what was signed must be what is held. */
    printedHash: words('printed_hash').notNull(),
    printCount: count('print_count').notNull(),
    firstPrintedAt: moment('first_printed_at'),
    signedAt: moment('signed_at'),
    signedBy: words('signed_by').notNull(),
    scanId: id<'attachment'>('scan_id').references(() => attachments.id),
    decidedBy: id<'person'>('decided_by').references(() => people.id),
    decidedAt: moment('decided_at'),
    filedAt: moment('filed_at'),
    /** Why it was voided; null while it was not. */
    voidReason: words('void_reason'),
    createdBy: id<'person'>('created_by').references(() => people.id),
    createdAt: moment('created_at').notNull(),
    /** Who took the draft over from its author; null while it is the author's. */
    takenOverBy: id<'person'>('taken_over_by').references(() => people.id),
    /** Everybody who wrote in the draft or finished it; null while nobody did. */
    editorIds: json<readonly string[]>('editor_ids'),
    version: count('version').notNull(),
  },
  (table) => [
    uniqueIndex('service_reports_number').on(table.number),
    index('service_reports_created').on(table.createdAt, table.id),
    index('service_reports_state').on(table.state, table.createdAt, table.id),
    index('service_reports_case').on(table.caseId),
    index('service_reports_scan').on(table.scanId),
    index('service_reports_unit').on(table.unitId, table.createdAt),
    check(
      'service_reports_signed_after',
      sql.raw('signed_at IS NULL OR (finished_at IS NOT NULL AND signed_at >= finished_at)'),
    ),
  ],
);

/** Replaced parts, taken from what was issued. */
export const serviceReportLines = sqliteTable(
  'service_report_lines',
  {
    id: id<'reportLine'>('id').primaryKey(),
    reportId: id<'report'>('report_id')
      .notNull()
      .references(() => serviceReports.id),
    position: count('position').notNull(),
    partId: id<'part'>('part_id')
      .notNull()
      .references(() => parts.id),
    issueLineId: id<'issueLine'>('issue_line_id').references(() => issueLines.id),
    quantity: quantity('quantity').notNull(),
    reason: words('reason').notNull(),
  },
  (table) => [
    index('service_report_lines_report').on(table.reportId, table.position),
    index('service_report_lines_issue_line').on(table.issueLineId),
    check('service_report_lines_quantity', sql.raw('quantity > 0')),
  ],
);

/** Numbered additions to a signed report; the report itself never changes again. */
export const reportSupplements = sqliteTable(
  'report_supplements',
  {
    id: id<'supplement'>('id').primaryKey(),
    reportId: id<'report'>('report_id')
      .notNull()
      .references(() => serviceReports.id),
    ordinal: count('ordinal').notNull(),
    state: choice('state', supplementStates).notNull(),
    text: words('text').notNull(),
    writtenBy: id<'person'>('written_by').references(() => people.id),
    writtenAt: moment('written_at').notNull(),
    decidedBy: id<'person'>('decided_by').references(() => people.id),
    decidedAt: moment('decided_at'),
    decisionReason: words('decision_reason').notNull(),
    version: count('version').notNull(),
  },
  (table) => [
    uniqueIndex('report_supplements_ordinal').on(table.reportId, table.ordinal),
    index('report_supplements_state').on(table.state, table.writtenAt, table.id),
  ],
);

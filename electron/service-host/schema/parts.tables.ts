import { index, primaryKey, sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { oldPartRules, partQualityStates } from '#shared/domain/states.ts';
import { choice, count, flag, id, moment, money, quantity, words } from '../database/columns/columns.ts';

/** The spare-parts catalogue. */
export const parts = sqliteTable(
  'parts',
  {
    id: id<'part'>('id').primaryKey(),
    number: words('number').notNull(),
    name: words('name').notNull(),
    specification: words('specification').notNull(),
    unitOfMeasure: words('unit_of_measure').notNull(),
    makerNumber: words('maker_number').notNull(),
    supplier: words('supplier').notNull(),
    modelFit: words('model_fit').notNull(),
    category: words('category').notNull(),
    componentGroupCode: words('component_group_code').notNull(),
    barcode: words('barcode').notNull(),
    minimumQuantity: quantity('minimum_quantity').notNull(),
    maximumQuantity: quantity('maximum_quantity').notNull(),
    priceFen: money('price_fen').notNull(),
    weightGrams: count('weight_grams').notNull(),
    oldPartRule: choice('old_part_rule', oldPartRules).notNull(),
    qualityState: choice('quality_state', partQualityStates).notNull(),
    active: flag('active').notNull(),
    createdAt: moment('created_at').notNull(),
    version: count('version').notNull(),
    /** What lists are sorted by: name and category by pinyin. */
    sortName: words('sort_name').notNull(),
    sortCategory: words('sort_category').notNull(),
    /** Number and barcode as they are compared; without a barcode there is nothing to compare. */
    numberKey: words('number_key').notNull(),
    barcodeKey: words('barcode_key'),
  },
  (table) => [
    uniqueIndex('parts_number').on(table.number),
    uniqueIndex('parts_number_key').on(table.numberKey),
    uniqueIndex('parts_barcode_key').on(table.barcodeKey),
    index('parts_sort_name').on(table.sortName, table.id),
    index('parts_sort_category').on(table.sortCategory, table.id),
    index('parts_category').on(table.category, table.id),
    index('parts_created').on(table.createdAt, table.id),
  ],
);

/** Parts that may be given in place of another, best first. */
export const partSubstitutes = sqliteTable(
  'part_substitutes',
  {
    partId: id<'part'>('part_id')
      .notNull()
      .references(() => parts.id),
    substituteId: id<'part'>('substitute_id')
      .notNull()
      .references(() => parts.id),
    rank: count('rank').notNull(),
  },
  (table) => [primaryKey({ columns: [table.partId, table.substituteId] })],
);

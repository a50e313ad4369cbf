import { index, sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { count, day, flag, id, moment, words } from '../database/columns/columns.ts';
import { customers } from './customers.tables.ts';

/** Models that are or were sold. */
export const products = sqliteTable(
  'products',
  {
    id: id<'product'>('id').primaryKey(),
    code: words('code').notNull(),
    name: words('name').notNull(),
    productLine: words('product_line').notNull(),
    active: flag('active').notNull(),
    version: count('version').notNull(),
    /** The code as it is compared. */
    codeKey: words('code_key').notNull(),
  },
  (table) => [
    uniqueIndex('products_code').on(table.code),
    uniqueIndex('products_code_key').on(table.codeKey),
  ],
);

/** Delivered pieces. One sold long ago by somebody else is as welcome as our own. */
export const units = sqliteTable(
  'units',
  {
    id: id<'unit'>('id').primaryKey(),
    productId: id<'product'>('product_id')
      .notNull()
      .references(() => products.id),
    customerId: id<'customer'>('customer_id')
      .notNull()
      .references(() => customers.id),
    serialNumber: words('serial_number').notNull(),
    plate: words('plate').notNull(),
    engineNumber: words('engine_number').notNull(),
    saleDay: day('sale_day'),
    deliveryDay: day('delivery_day'),
    dealer: words('dealer').notNull(),
    region: words('region').notNull(),
    cardReceivedDay: day('card_received_day'),
    notes: words('notes').notNull(),
    active: flag('active').notNull(),
    createdAt: moment('created_at').notNull(),
    version: count('version').notNull(),
  },
  (table) => [
    index('units_customer').on(table.customerId, table.id),
    index('units_product').on(table.productId, table.createdAt, table.id),
    index('units_serial').on(table.serialNumber),
    index('units_plate').on(table.plate),
    index('units_sale').on(table.saleDay, table.id),
    index('units_created').on(table.createdAt, table.id),
  ],
);

/** What the mileage or hour counter showed, and when. */
export const readings = sqliteTable(
  'readings',
  {
    id: id<'reading'>('id').primaryKey(),
    unitId: id<'unit'>('unit_id')
      .notNull()
      .references(() => units.id),
    day: day('day').notNull(),
    mileageKm: count('mileage_km'),
    operatingHours: count('operating_hours'),
    source: words('source').notNull(),
    recordedAt: moment('recorded_at').notNull(),
    /** The counter was replaced before this reading; it counts anew from here. */
    counterReplaced: flag('counter_replaced').notNull(),
    /** A voided reading stays visible and counts nowhere. */
    voidedAt: moment('voided_at'),
    voidReason: words('void_reason').notNull(),
  },
  (table) => [
    index('readings_unit').on(table.unitId, table.day, table.recordedAt),
    index('readings_source').on(table.source),
  ],
);

/** Assemblies built into a unit that have a supplier and a warranty of their own. */
export const components = sqliteTable(
  'components',
  {
    id: id<'component'>('id').primaryKey(),
    unitId: id<'unit'>('unit_id')
      .notNull()
      .references(() => units.id),
    componentGroupCode: words('component_group_code').notNull(),
    name: words('name').notNull(),
    serialNumber: words('serial_number').notNull(),
    supplier: words('supplier').notNull(),
    installedDay: day('installed_day'),
    removedDay: day('removed_day'),
    warrantyUntilDay: day('warranty_until_day'),
    /** The version that an editor must name. */
    version: count('version')
      .notNull()
      .$defaultFn(() => 1),
  },
  (table) => [index('components_unit').on(table.unitId)],
);

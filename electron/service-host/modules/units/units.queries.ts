import { and, asc, desc, eq, isNotNull, isNull, notInArray, sql } from 'drizzle-orm';
import type { Page } from '#shared/contract/lists.ts';
import { pick } from '#shared/domain/record-fields.ts';
import { nameOfUnit } from '#shared/domain/unit-name.ts';
import type { ReadTx } from '../../database/database.ts';
import { among, readPage, type PageInput } from '../../database/read-page.ts';
import { given, statement } from '../../database/statement.ts';
import { cases } from '../../schema/cases.tables.ts';
import { endedCaseStates } from '../customers/customers.rules.ts';
import { customersNamed } from '../customers/customers.named.queries.ts';
import { withFindable } from '../../desks/search/search-text.ts';
import { foundBy } from '../../desks/search/search.queries.ts';
import { products, readings, units } from '../../schema/units.tables.ts';

/** What a list shows of the row of a unit. */
const shownFields = [
  'id',
  'productCode',
  'productName',
  'productLine',
  'customerId',
  'customerName',
  'serialNumber',
  'plate',
  'engineNumber',
  'region',
  'saleDay',
  'cardReceivedDay',
  'active',
  'createdAt',
] as const;

interface UnitListInput extends PageInput<'createdAt' | 'saleDay'> {
  readonly filter: {
    readonly text?: string | undefined;
    readonly customerId?: string | undefined;
    readonly productId?: string | undefined;
    readonly active?: boolean | undefined;
  };
}

/** A page of units. Sorted by sale, those whose day of sale nobody knows come last, the newest first. */
export async function listUnits(tx: ReadTx, input: UnitListInput) {
  const { text, customerId, productId, active } = input.filter;
  const found = await foundBy(tx, 'unit', units.id, text);
  const where = [
    customerId === undefined ? undefined : eq(units.customerId, customerId),
    productId === undefined ? undefined : eq(units.productId, productId),
    active === undefined ? undefined : eq(units.active, active),
  ];
  const source = {
    found,
    from: units,
    id: units.id,
    rows: (ids: string[]) => unitRows(tx, ids),
    idOf: (row: { readonly id: string }) => row.id,
  };
  const sorts = { createdAt: units.createdAt, saleDay: units.saleDay };
  if (input.sort.by === 'createdAt') return readPage(tx, input, { ...source, sorts, where });
  if (!input.after?.startsWith(undated)) {
    const dated = await readPage(tx, input, {
      ...source,
      sorts,
      found,
      where: [...where, isNotNull(units.saleDay)],
    });
    return dated.next === null ? { ...dated, next: await firstUndated(tx, where) } : dated;
  }
  const after = input.after.slice(undated.length) || undefined;
  const rest = await readPage(
    tx,
    { sort: { by: 'id', descending: true }, limit: input.limit, after },
    {
      ...source,
      sorts: { id: units.id },
      found,
      where: [...where, isNull(units.saleDay)],
    },
  );
  return { ...rest, next: rest.next === null ? null : undated + rest.next } satisfies Page<
    (typeof rest.rows)[number]
  >;
}

/** Begins the cursor of the pages behind the last dated unit. */
const undated = 'undated:';

async function firstUndated(tx: ReadTx, where: Parameters<typeof and>): Promise<string | null> {
  const [row] = await tx.db
    .select({ id: units.id })
    .from(units)
    .where(and(...where, isNull(units.saleDay)))
    .limit(1);
  return row ? undated : null;
}

/** What lists show of these units, in any order. */
export async function unitRows(tx: ReadTx, ids: readonly string[]) {
  const summaries = await selectSummaries(tx, ids);
  const openCases = await countOpenCases(tx, ids);
  return summaries.map((row) => ({
    ...pick(row, shownFields),
    name: nameOfUnit(row),
    readingDay: row.last?.day ?? null,
    mileageKm: row.last?.mileageKm ?? null,
    operatingHours: row.last?.operatingHours ?? null,
    openCaseCount: openCases.get(row.id) ?? 0,
  }));
}

/** What other screens and papers need to know of a unit. */
export type UnitSummary = Awaited<ReturnType<typeof selectSummaries>>[number];

/** What other screens and papers need to know of these units, in the order of `ids`; the counters as of a moment, or as read last. */
export async function unitSummaries(tx: ReadTx, ids: readonly string[], asOf?: number) {
  const found = await selectSummaries(tx, ids, asOf);
  const byId = new Map<string, UnitSummary>(found.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** The units of a customer: those in use first, the newest first, at most `limit`. */
export async function unitsOfCustomer(tx: ReadTx, customerId: string, limit: number) {
  const rows = await tx.db
    .select({ id: units.id })
    .from(units)
    .where(eq(units.customerId, customerId))
    .orderBy(desc(units.active), desc(units.id))
    .limit(limit);
  return unitSummaries(
    tx,
    rows.map((row) => row.id),
  );
}

/** What the counters of a unit showed last; each counter by its own last reading, the day by the later of the two. */
export async function lastReading(tx: ReadTx, unitId: string) {
  return (await selectSummaries(tx, [unitId]))[0]?.last ?? null;
}

/** The models, by code. */
export async function listProducts(tx: ReadTx) {
  return withFindable(await tx.db.select().from(products).orderBy(asc(products.code)), ({ code, name }) => [
    code,
    name,
  ]);
}

/** Readings of a unit, newest first; voided ones too, which only its file shows. */
export const findReadings = statement('units.readings', (db) =>
  db
    .select()
    .from(readings)
    .where(eq(readings.unitId, given('unitId')))
    .orderBy(desc(readings.day), desc(readings.recordedAt), desc(readings.id)),
);

async function selectSummaries(tx: ReadTx, ids: readonly string[], asOf?: number) {
  const rows = await tx.db
    .select({
      id: units.id,
      plate: units.plate,
      serialNumber: units.serialNumber,
      engineNumber: units.engineNumber,
      productId: units.productId,
      productCode: products.code,
      productName: products.name,
      productLine: products.productLine,
      customerId: units.customerId,
      saleDay: units.saleDay,
      region: units.region,
      cardReceivedDay: units.cardReceivedDay,
      active: units.active,
      createdAt: units.createdAt,
      mileageId: lastReadingId('mileage_km', asOf),
      hoursId: lastReadingId('operating_hours', asOf),
    })
    .from(units)
    .innerJoin(products, eq(products.id, units.productId))
    .where(among(units.id, ids));
  const readingIds = rows.flatMap((row) => [row.mileageId ?? [], row.hoursId ?? []].flat());
  const found = await tx.db
    .select()
    .from(readings)
    .where(among(readings.id, [...new Set(readingIds)]));
  const byId = new Map<string, ReadingRow>(found.map((reading) => [reading.id, reading]));
  const customer = await customersNamed(
    tx,
    rows.map((row) => row.customerId),
  );
  return rows.map(({ mileageId, hoursId, ...unit }) => ({
    ...unit,
    customerName: customer(unit.customerId).name,
    last: lastOf(byId.get(mileageId ?? ''), byId.get(hoursId ?? '')),
  }));
}

type ReadingRow = typeof readings.$inferSelect;

function lastOf(mileage: ReadingRow | undefined, hours: ReadingRow | undefined) {
  const day = [mileage?.day ?? '', hours?.day ?? ''].toSorted().at(-1) ?? '';
  if (day === '') return null;
  return { day, mileageKm: mileage?.mileageKm ?? null, operatingHours: hours?.operatingHours ?? null };
}

/** The last reading of one counter, as known at a moment, a step back along readings_unit; null when it was never read. */
function lastReadingId(counter: 'mileage_km' | 'operating_hours', asOf: number | undefined) {
  const value = sql.raw(`reading.${counter}`);
  const known =
    asOf === undefined
      ? sql` and reading.voided_at is null`
      : sql` and reading.recorded_at <= ${asOf} and (reading.voided_at is null or reading.voided_at > ${asOf})`;
  return sql<
    string | null
  >`(select reading.id from readings reading where reading.unit_id = ${units.id} and ${value} is not null${known} order by reading.day desc, reading.recorded_at desc, reading.id desc limit 1)`;
}

async function countOpenCases(tx: ReadTx, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.db
    .select({ id: cases.unitId, count: sql<number>`cast(count(*) as bigint)` })
    .from(cases)
    .where(and(among(cases.unitId, ids), notInArray(cases.state, [...endedCaseStates])))
    .groupBy(cases.unitId);
  return new Map(rows.map((row) => [row.id ?? '', row.count]));
}

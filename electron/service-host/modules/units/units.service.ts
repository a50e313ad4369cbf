import { and, eq, ne } from 'drizzle-orm';
import { dayOf, type Day } from '#shared/domain/days.ts';
import { normalised } from '#shared/domain/found-by.ts';
import { newId } from '#shared/domain/ids.ts';
import { pick, unitFields } from '#shared/domain/record-fields.ts';
import { refuseFutureDays } from '#shared/contract/future-days.ts';
import { refuse } from '#shared/contract/refusals.ts';
import type { ReadTx, WriteTx } from '../../database/database.ts';
import { among } from '../../database/read-page.ts';
import { recordAudit } from '../../desks/audit/audit.service.ts';
import { followDuty } from '../../desks/duties/duties.service.ts';
import { editRecord } from '../../desks/edit-record.ts';
import { componentOfUnit, customerNamed, unitNamed } from '../relations/relations.queries.ts';
import { endlessPatience, searchIds } from '../../desks/search/search.queries.ts';
import { warrantyCard } from './units.duties.ts';
import type { ReadingValues } from './units.readings.rules.ts';
import { recordReading } from './units.readings.service.ts';
import { faultsOfDays } from './units.rules.ts';
import { indexUnit } from './units.search.service.ts';
import { components, products, units } from '../../schema/units.tables.ts';

export { recordReading, voidReading } from './units.readings.service.ts';

/** What a person fills in of a unit. */
export interface UnitFields {
  readonly productId: string;
  readonly customerId: string;
  readonly serialNumber: string;
  readonly plate: string;
  readonly engineNumber: string;
  readonly saleDay: Day | null;
  readonly deliveryDay: Day | null;
  readonly dealer: string;
  readonly region: string;
  readonly cardReceivedDay: Day | null;
  readonly notes: string;
  readonly active: boolean;
}
interface ComponentFields {
  readonly componentGroupCode: string;
  readonly name: string;
  readonly serialNumber: string;
  readonly supplier: string;
  readonly installedDay: Day | null;
  readonly removedDay: Day | null;
  readonly warrantyUntilDay: Day | null;
}

/**
 * Opens the file of a unit. Refuses ALREADY_EXISTS for the plate or serial number of another unit in use; `path` leads to
 * the fields of the unit in an input that holds more than them.
 */
export async function createUnit(
  tx: WriteTx,
  input: UnitFields & {
    readonly reading: ReadingValues | null;
    readonly readingConfirmed?: boolean | undefined;
  },
  path = '',
) {
  const id = newId<'unit'>(tx.now);
  const fields = pick(input, unitFields);
  refuseFutureDays(dayOf(tx.now), happenedDays(fields, path));
  refuseDaysInWrongOrder(fields, undefined, path);
  await refuseUnfit(tx, id, fields, path);
  await tx.db.insert(units).values({ id, ...fields, createdAt: tx.now, version: 1 });
  await recordAudit(tx, { act: 'units.create', subjectKind: 'unit', subjectId: id, after: fields });
  await indexUnit(tx, id);
  await followDuty(tx, warrantyCard, id);
  if (input.reading) {
    refuseFutureDays(dayOf(tx.now), { 'reading.day': input.reading.day });
    const told = { counterReplaced: false, confirmed: input.readingConfirmed ?? false };
    await recordReading(tx, { ...input.reading, ...told, unitId: id, source: 'desk' });
  }
  return { id, version: 1 };
}

/** Changes a unit; a new customer means it was sold on. Refuses as createUnit does, and CHANGED_MEANWHILE. */
export async function editUnit(
  tx: WriteTx,
  input: UnitFields & { readonly id: string; readonly version: number },
) {
  const { id, version } = input;
  const fields = pick(input, unitFields);
  const [before] = await tx.db.select().from(units).where(eq(units.id, id));
  refuseFutureDays(dayOf(tx.now), happenedDays(fields), before);
  refuseDaysInWrongOrder(fields, before);
  await refuseUnfit(tx, id, fields);
  const saved = await editRecord(tx, units, { kind: 'unit', act: 'units.edit', id, version, fields });
  await indexUnit(tx, id);
  await followDuty(tx, warrantyCard, id, fields.cardReceivedDay === null ? 'lapsed' : 'met');
  return saved;
}

/** Notes what the counters show. Refuses as recordReading does, and INVALID_INPUT when nothing was read. */
export async function addReading(
  tx: WriteTx,
  input: ReadingValues & {
    readonly unitId: string;
    readonly counterReplaced: boolean;
    readonly readingConfirmed?: boolean | undefined;
  },
) {
  refuseFutureDays(dayOf(tx.now), { day: input.day });
  const { readingConfirmed = false, ...told } = input;
  const id = await recordReading(tx, { ...told, source: 'desk', confirmed: readingConfirmed });
  return { id: id ?? refuse('INVALID_INPUT', { issues: [{ path: 'mileageKm', code: 'required' }] }) };
}

/** Adds an assembly with a supplier and a warranty of its own, or changes it. Refuses CHANGED_MEANWHILE, told of the unit. */
export async function saveComponent(
  tx: WriteTx,
  input: ComponentFields & { readonly unitId: string; readonly id: string | null; readonly version: number },
) {
  const { unitId, version } = input;
  const fields = componentFields(input);
  const { installedDay, removedDay } = fields;
  if (installedDay !== null && removedDay !== null && removedDay < installedDay)
    refuse('INVALID_INPUT', { issues: [{ path: 'removedDay', code: 'tooSmall', limit: installedDay }] });
  await unitNamed(tx, unitId);
  const act = 'units.saveComponent';
  if (input.id !== null) {
    const { id } = await componentOfUnit(tx, input.id, unitId);
    const [before] = await tx.db.select().from(components).where(eq(components.id, id));
    refuseFutureDays(dayOf(tx.now), { installedDay, removedDay }, before);
    const told = { partOf: { kind: 'unit', id: unitId }, also: { before: { id }, after: { id } } };
    return editRecord(tx, components, { kind: 'component', act, id, version, fields, ...told });
  }
  refuseFutureDays(dayOf(tx.now), { installedDay, removedDay });
  const id: string = newId<'component'>(tx.now);
  await tx.db.insert(components).values({ id, unitId, ...fields, version: 1 });
  await recordAudit(tx, { act, subjectKind: 'unit', subjectId: unitId, after: { id, ...fields } });
  return { id, version: 1 };
}

function refuseDaysInWrongOrder(fields: UnitFields, before: UnitFields | undefined, path = ''): void {
  const issues = faultsOfDays(fields, before).map((issue) => ({ ...issue, path: path + issue.path }));
  if (issues.length > 0) refuse('INVALID_INPUT', { issues });
}

async function refuseUnfit(tx: WriteTx, id: string, fields: UnitFields, path = ''): Promise<void> {
  const [product] = await tx.db
    .select({ id: products.id })
    .from(products)
    .where(eq(products.id, fields.productId));
  if (!product) refuse('NOT_FOUND', { kind: 'product' });
  await customerNamed(tx, fields.customerId);
  if (!fields.active) return;
  await refuseTaken(tx, id, 'plate', fields.plate, path);
  await refuseTaken(tx, id, 'serialNumber', fields.serialNumber, path);
}

/** Written alike is found along the index, written otherwise (粤B·12345, 粤B 12345) through the search. */
async function refuseTaken(
  tx: ReadTx,
  id: string,
  field: 'plate' | 'serialNumber',
  value: string,
  path: string,
): Promise<void> {
  if (normalised(value) === '') return;
  const others = and(ne(units.id, id), eq(units.active, true));
  const alike = await tx.db
    .select({ value: units[field] })
    .from(units)
    .where(and(eq(units[field], value), others))
    .limit(1);
  const found = await searchIds(tx, 'unit', value, 50, endlessPatience);
  const similar = await tx.db
    .select({ value: units[field] })
    .from(units)
    .where(and(among(units.id, found.rows), others));
  const taken = [...alike, ...similar].find((other) => normalised(other.value) === normalised(value));
  if (taken) refuse('ALREADY_EXISTS', { field: path + field, value: taken.value });
}

/** The days of a unit that tell of something that has happened. */
function happenedDays({ saleDay, deliveryDay, cardReceivedDay }: UnitFields, path = '') {
  return {
    [`${path}saleDay`]: saleDay,
    [`${path}deliveryDay`]: deliveryDay,
    [`${path}cardReceivedDay`]: cardReceivedDay,
  };
}

function componentFields(input: ComponentFields): ComponentFields {
  const { componentGroupCode, name, serialNumber, supplier, installedDay, removedDay, warrantyUntilDay } =
    input;
  return { componentGroupCode, name, serialNumber, supplier, installedDay, removedDay, warrantyUntilDay };
}

import { dayOf } from '#shared/domain/days.ts';
import { oneUnit } from '#shared/domain/quantities.ts';
import type { WriteTx } from '../../database/database.ts';
import { createPart, setSubstitutes } from '../parts/parts.service.ts';
import { createAccount, saveWarehouse } from '../stock/accounts.service.ts';
import { draftReceipt, postReceipt } from '../stock/receipts.service.ts';
import type { Progress } from '#shared/domain/progress.ts';
import {
  partKinds,
  partVariants,
  sampleProducts,
  sampleStations,
  sampleWarehouses,
  suppliers,
} from './sample.presets.ts';
import { personOf, type SampleBooks } from './sample-books.ts';
import { makeCustomersAndUnits, type SampleUnit } from './sample-customers.ts';

export interface SampleSize {
  readonly parts: number;
  readonly customers: number;
  readonly units: number;
  /** Calls on a working day. */
  readonly callsPerDay: number;
}
export interface SamplePart {
  readonly id: string;
  readonly kind: string;
  /** The model it fits; null for all of them. */
  readonly productCode: string | null;
  readonly accountId: string;
  readonly priceFen: number;
  readonly oldPartRequired: boolean;
}

export interface Catalogue {
  readonly parts: readonly SamplePart[];
  readonly units: readonly SampleUnit[];
  readonly holders: ReadonlyMap<string, string>;
}

const rowsAtOnce = 50;
const receiptLinesAtMost = 100;

/** Warehouses, bins, parts with their opening stock, customers and their units. */
export async function makeCatalogue(
  books: SampleBooks,
  size: SampleSize,
  begin: number,
  progress: Progress,
): Promise<Catalogue> {
  const bins = await makePlaces(books, begin);
  const parts = await makeParts(books, size.parts, bins, begin, progress);
  await fillBins(books, parts, begin);
  const units = await makeCustomersAndUnits(books, size, begin, progress);
  const holders = await makeHolders(books, begin);
  return { parts, units, holders };
}

async function makePlaces(books: SampleBooks, begin: number): Promise<readonly string[]> {
  return books.at(begin, personOf(books, 'zhaogang'), async (tx) => {
    const bins: string[] = [];
    for (const { code, name } of sampleWarehouses) {
      const warehouse = await saveWarehouse(tx, { id: null, version: 0, code, name, active: true });
      for (let shelf = 1; shelf <= 6; shelf += 1) {
        for (let level = 1; level <= 4; level += 1) {
          const binCode = `${code}-${String(shelf).padStart(2, '0')}-${level}`;
          const bin = await createAccount(tx, {
            code: binCode,
            name: `${name} ${binCode}`,
            kind: 'bin',
            warehouseId: warehouse.id,
            personId: null,
            active: true,
          });
          bins.push(bin.id);
        }
      }
    }
    return bins;
  });
}

async function makeHolders(books: SampleBooks, begin: number): Promise<ReadonlyMap<string, string>> {
  return books.at(begin, personOf(books, 'zhaogang'), async (tx) => {
    const holders = new Map<string, string>();
    for (const [signInName, person] of books.people) {
      if (!person.roles.includes('technician')) continue;
      const account = await createAccount(tx, {
        code: `T-${signInName}`,
        name: person.name,
        kind: 'technician',
        warehouseId: null,
        personId: person.personId,
        active: true,
      });
      holders.set(signInName, account.id);
    }
    for (const [index, name] of sampleStations.entries()) {
      await createAccount(tx, {
        code: `S-${index + 1}`,
        name,
        kind: 'station',
        warehouseId: null,
        personId: null,
        active: true,
      });
    }
    return holders;
  });
}

async function makeParts(
  books: SampleBooks,
  count: number,
  bins: readonly string[],
  begin: number,
  progress: Progress,
): Promise<SamplePart[]> {
  const { chance } = books;
  const made: SamplePart[] = [];
  while (made.length < count) {
    await books.at(begin, personOf(books, 'zhaogang'), async (tx) => {
      for (let row = 0; row < rowsAtOnce && made.length < count; row += 1)
        made.push(await makePart(tx, books, made.length, bins));
    });
    await progress(made.length, count);
  }
  // Neighbours of a kind stand in for each other.
  await books.at(begin, personOf(books, 'zhaogang'), async (tx) => {
    for (let index = partKinds.length; index < Math.min(made.length, partKinds.length * 4); index += 1) {
      const [part, other] = [made[index - partKinds.length], made[index]];
      if (part && other && chance.happens(0.4))
        await setSubstitutes(tx, { id: part.id, version: 1, substituteIds: [other.id] });
    }
  });
  return made;
}

async function makePart(
  tx: WriteTx,
  books: SampleBooks,
  index: number,
  bins: readonly string[],
): Promise<SamplePart> {
  const { chance } = books;
  const kind = partKinds[index % partKinds.length] ?? partKinds[0];
  if (!kind) throw new RangeError('no kinds of parts');
  const [name, stem, group, unitOfMeasure, yuan, back] = kind;
  const round = Math.floor(index / partKinds.length);
  const variant = round < partVariants.length ? (partVariants[round] ?? '') : String(round).padStart(5, '0');
  const product = round % 3 === 0 ? null : chance.one(sampleProducts).code;
  const priceFen = Math.round(yuan * 100 * (0.85 + chance.next() * 0.4));
  const { id } = await createPart(tx, {
    number: `${stem}-${variant}`,
    name: product === null ? name : `${name}（${product}）`,
    specification: product ?? '通用',
    unitOfMeasure,
    makerNumber: chance.happens(0.5) ? `M${chance.digits(8)}` : '',
    supplier: chance.one(suppliers),
    modelFit: product ?? '通用',
    category: categoryOf[group] ?? '其他',
    componentGroupCode: group,
    barcode: `69${chance.digits(11)}`,
    minimumQuantity: round < 3 ? chance.whole(1, 6) * oneUnit : 0,
    maximumQuantity: round < 3 ? chance.whole(10, 40) * oneUnit : 0,
    priceFen,
    weightGrams: chance.whole(50, 20_000),
    oldPartRule: back ? 'required' : 'notRequired',
    qualityState: 'released',
    active: true,
  });
  return {
    id,
    kind: name,
    productCode: product,
    accountId: bins[index % bins.length] ?? '',
    priceFen,
    oldPartRequired: back,
  };
}

const categoryOf: Readonly<Record<string, string>> = {
  body: '车身',
  chassis: '底盘',
  electrical: '电器',
  airConditioning: '空调',
  traction: '三电',
  wear: '易损',
};

/** Opening stock comes in like everything else: by receipts that are checked and posted. */
async function fillBins(books: SampleBooks, parts: readonly SamplePart[], begin: number): Promise<void> {
  for (let start = 0; start < parts.length; start += receiptLinesAtMost) {
    await books.at(begin, personOf(books, 'zhaogang'), async (tx) => {
      const slice = parts.slice(start, start + receiptLinesAtMost);
      const lines = slice.map((part, offset) => ({
        partId: part.id,
        accountId: part.accountId,
        quantity: books.chance.whole(1, start + offset < partKinds.length * 2 ? 60 : 8) * oneUnit,
        unitPriceFen: Math.round(part.priceFen * 0.8),
      }));
      await receiveAndPost(tx, { purpose: 'opening', supplier: '期初结转', lines });
    });
  }
}

/** Receives goods with all three checks done. */
export async function receiveAndPost(
  tx: WriteTx,
  delivery: Pick<Parameters<typeof draftReceipt>[1], 'purpose' | 'supplier' | 'lines'>,
): Promise<void> {
  const checks = { specificationChecked: true, quantityChecked: true, qualityChecked: true };
  const draft = await draftReceipt(tx, {
    ...delivery,
    ...checks,
    deliveryNote: '',
    day: dayOf(tx.now),
    notes: '',
  });
  await postReceipt(tx, { id: draft.id, version: draft.version });
}

import { addDays, dayOf, type Day } from '#shared/domain/days.ts';
import type { Progress } from '#shared/domain/progress.ts';
import type { WriteTx } from '../../database/database.ts';
import { createCustomer } from '../customers/customers.service.ts';
import { createProduct } from '../units/units.products.service.ts';
import { createUnit } from '../units/units.service.ts';
import {
  familyNames,
  firmEndings,
  givenNames,
  positions,
  sampleProducts,
  sampleRegions,
} from './sample.presets.ts';
import { personOf, type SampleBooks } from './sample-books.ts';
import type { SampleSize } from './sample-catalogue.ts';
import { freePlate } from './sample-plates.ts';

interface SampleProduct {
  readonly id: string;
  readonly code: string;
}

export interface SampleUnit {
  readonly id: string;
  readonly productCode: string;
  readonly plate: string;
  readonly customerId: string;
  readonly contactPersonId: string | null;
  readonly telephone: string;
  readonly caller: string;
  readonly saleDay: string;
  /** Kilometres a day. */
  readonly pace: number;
}

const rowsAtOnce = 50;

/** Customers with their people, and their units in use since before the story begins. */
export async function makeCustomersAndUnits(
  books: SampleBooks,
  size: SampleSize,
  begin: number,
  progress: Progress,
): Promise<SampleUnit[]> {
  const products = await books.at(begin, personOf(books, 'admin'), async (tx) => {
    const made: SampleProduct[] = [];
    for (const product of sampleProducts) {
      const { id } = await createProduct(tx, { ...product, active: true });
      made.push({ id, code: product.code });
    }
    return made;
  });
  const made: SampleUnit[] = [];
  for (let index = 0; index < size.customers; index += 1) {
    const share = Math.ceil(
      ((size.units - made.length) / (size.customers - index)) * (0.3 + books.chance.next() * 1.4),
    );
    const count =
      index === size.customers - 1 ? size.units - made.length : Math.min(share, size.units - made.length);
    await books.at(begin, personOf(books, 'wangxm'), (tx) =>
      makeCustomer(tx, books, index, products, count, made),
    );
    if (index % rowsAtOnce === 0) await progress(index, size.customers);
  }
  return made;
}

async function makeCustomer(
  tx: WriteTx,
  books: SampleBooks,
  index: number,
  products: readonly SampleProduct[],
  count: number,
  made: SampleUnit[],
): Promise<void> {
  const { chance } = books;
  const region = chance.one(sampleRegions);
  const city = chance.one(region.cities);
  const telephone = chance.happens(0.7)
    ? `13${chance.digits(9)}`
    : `${region.code}-${chance.whole(2, 8)}${chance.digits(7)}`;
  const caller = chance.one(Array.from(familyNames)) + chance.one(givenNames);
  const ordinal = index < firmEndings.length * 17 ? '' : `${index}`;
  const person = { name: caller, position: chance.one(positions), telephones: [{ shown: telephone }] };
  const { id: customerId, contactPersonId } = await createCustomer(tx, {
    kind: chance.happens(0.92) ? 'firm' : 'private',
    name: `${city}${chance.one(['', '', '东区', '西区', '城南', '城北', '新区', '第三'])}${chance.one(firmEndings)}${ordinal}`,
    distanceClass: region.kilometres <= 100 ? 'near' : 'far',
    distanceKm: region.kilometres + chance.whole(0, 40),
    importance: chance.happens(0.12) ? 'important' : 'normal',
    region: region.name,
    address: `${region.name}${city}${chance.one(['人民', '解放', '建设', '长江', '青年'])}路 ${chance.whole(1, 999)} 号`,
    notes: '',
    active: true,
    telephones: chance.happens(0.4)
      ? [{ shown: `${region.code}-${chance.whole(2, 8)}${chance.digits(7)}` }]
      : [],
    person,
  });
  const today = dayOf(tx.now);
  for (let unit = 0; unit < count; unit += 1) {
    // Sold lately enough that the warranty of many ends within the story.
    const saleDay = addDays(today, -chance.whole(5, 650));
    const pace = chance.whole(60, 320);
    const age = Math.round((Date.parse(today) - Date.parse(saleDay)) / 86_400_000);
    const product = chance.one(products);
    const plate = freePlate(chance, region, made);
    const { id } = await createUnit(tx, {
      productId: product.id,
      customerId,
      serialNumber: `LZYTAGBW${chance.whole(1, 9)}M1${String(made.length).padStart(6, '0')}`,
      plate,
      engineNumber: `YC6J${chance.digits(7)}`,
      saleDay,
      deliveryDay: addDays(saleDay, 3),
      dealer: chance.happens(0.3) ? `${city}经销处` : '',
      region: region.name,
      cardReceivedDay: chance.happens(0.92) ? earlierOf(today, addDays(saleDay, chance.whole(2, 18))) : null,
      notes: '',
      active: true,
      reading: { day: today, mileageKm: age * pace, operatingHours: null },
    });
    made.push({
      id,
      productCode: product.code,
      plate,
      customerId,
      contactPersonId,
      telephone,
      caller,
      saleDay,
      pace,
    });
  }
}

function earlierOf(one: Day, other: Day): Day {
  return one < other ? one : other;
}

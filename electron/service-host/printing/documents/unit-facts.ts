import type { Day } from '#shared/domain/days.ts';
import { fill } from '../fill.ts';
import type { Fact, Facts } from '../layout/paper-definition.ts';
import type { PaperContext, PaperWording } from './paper-context.ts';
import { countText } from './values.ts';

/** The customer as papers name them; what is not known is an empty text and leaves its box empty. */
export interface PaperCustomer {
  readonly customerName: string;
  readonly customerAddress: string;
  readonly contactPersonName: string;
  readonly telephone: string;
}

/** The delivered piece as papers name it. */
export interface PaperUnit {
  readonly plate: string;
  readonly model: string;
  /** Serial number or VIN. */
  readonly serialNumber: string;
  readonly engineNumber: string;
  readonly saleDay?: Day | undefined;
  readonly mileageKm?: number | undefined;
  readonly operatingHours?: number | undefined;
}

/** Width of the column of labels at the left of boxes and grids; English labels are longer than Chinese ones. */
export function labelWidthMm({ language }: Pick<PaperContext, 'language'>): number {
  return language === 'en' ? 24 : 20;
}

/** The common grid of facts: three labels and values in a line. */
export function factGrid(rows: readonly (readonly Fact[])[], context: PaperContext): Facts {
  return {
    kind: 'facts',
    labelMm: labelWidthMm(context),
    valuesMm: context.language === 'en' ? [33, 33, 'rest'] : [38, 36, 'rest'],
    rows,
  };
}

/** Customer and person in one row. */
export function customerRow(customer: PaperCustomer, words: PaperWording): readonly Fact[] {
  const person = `${customer.contactPersonName} ${customer.telephone}`.trim();
  return [
    { label: words.customer, value: customer.customerName, pairs: 2 },
    { label: words.contactPerson, value: person },
  ];
}

/** Where the customer is, and the engine of the unit, in one row. */
export function addressRow(
  facts: Pick<PaperCustomer, 'customerAddress'> & Pick<PaperUnit, 'engineNumber'>,
  words: PaperWording,
): readonly Fact[] {
  return [
    { label: words.customerAddress, value: facts.customerAddress, pairs: 2 },
    { label: words.engineNumber, value: facts.engineNumber },
  ];
}

/** Plate, model and serial number in one row. */
export function unitRow(unit: PaperUnit, words: PaperWording): readonly Fact[] {
  return [
    { label: words.plate, value: unit.plate },
    { label: words.model, value: unit.model },
    { label: words.serialNumber, value: unit.serialNumber },
  ];
}

/** What the unit had run, named after what is counted on it. */
export function readingFact(unit: PaperUnit, words: PaperWording): Fact {
  const hoursOnly = unit.mileageKm === undefined && unit.operatingHours !== undefined;
  return { label: hoursOnly ? words.operatingHours : words.reading, value: readingText(unit, words) };
}

/** What the unit had run: '186,400 km', '1,234 h', both, or nothing. */
export function readingText(
  unit: Pick<PaperUnit, 'mileageKm' | 'operatingHours'>,
  words: PaperWording,
): string {
  return [
    unit.mileageKm === undefined ? '' : fill(words.kilometres, { count: countText(unit.mileageKm) }),
    unit.operatingHours === undefined ? '' : fill(words.hours, { count: countText(unit.operatingHours) }),
  ]
    .filter(Boolean)
    .join(' / ');
}

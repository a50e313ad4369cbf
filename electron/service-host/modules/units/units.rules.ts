import type { InputIssue } from '#shared/contract/refusals.ts';
import type { Day } from '#shared/domain/days.ts';

interface DaysOfUnit {
  readonly saleDay: Day | null;
  readonly cardReceivedDay: Day | null;
}

/**
 * What is wrong with the order of the days of a unit: its card comes in after it was sold. The day of delivery is held to
 * neither: a dealer has a unit before he sells it, and a customer gets it days after. Days that stand in the books already
 * do not bar other changes.
 */
export function faultsOfDays(
  { saleDay, cardReceivedDay }: DaysOfUnit,
  before?: DaysOfUnit,
): readonly InputIssue[] {
  if (saleDay === null || cardReceivedDay === null || cardReceivedDay >= saleDay) return [];
  if (before?.saleDay === saleDay && before.cardReceivedDay === cardReceivedDay) return [];
  return [{ path: 'cardReceivedDay', code: 'cardBeforeSale', limit: saleDay }];
}

/** What a unit is found by and shown as. */
export interface UnitTexts {
  readonly plate: string;
  readonly serialNumber: string;
  readonly engineNumber: string;
  readonly productCode: string;
  readonly customerName: string;
}

/** The search entry of a unit: its plate or serial number, and beneath it model and customer. */
export function unitSearchEntry(unit: UnitTexts) {
  const { plate, serialNumber, engineNumber, productCode, customerName } = unit;
  return {
    title: [plate, serialNumber, engineNumber].find((text) => text !== '') ?? productCode,
    subtitle: `${productCode} · ${customerName}`,
    texts: [plate, serialNumber, engineNumber, productCode, customerName],
  };
}

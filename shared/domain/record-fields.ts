// What a person fills in of a record, by name: what the contract takes, the host keeps and a form holds. The contract is
// held to these lists by the compiler; the page may not import it, the host must not keep what else an input carries.

/** Of a part of the catalogue. */
export const partFields = [
  'number',
  'name',
  'specification',
  'unitOfMeasure',
  'makerNumber',
  'supplier',
  'modelFit',
  'category',
  'componentGroupCode',
  'barcode',
  'minimumQuantity',
  'maximumQuantity',
  'priceFen',
  'weightGrams',
  'oldPartRule',
  'qualityState',
  'active',
] as const;

/** Of a delivered unit. */
export const unitFields = [
  'productId',
  'customerId',
  'serialNumber',
  'plate',
  'engineNumber',
  'saleDay',
  'deliveryDay',
  'dealer',
  'region',
  'cardReceivedDay',
  'notes',
  'active',
] as const;

/** Of a receipt, besides its lines. */
export const receiptFields = [
  'purpose',
  'supplier',
  'deliveryNote',
  'day',
  'specificationChecked',
  'quantityChecked',
  'qualityChecked',
  'notes',
] as const;

/** Of a service report, besides who did the work, the parts, and what the customer says. */
export const reportFields = [
  'mileageKm',
  'operatingHours',
  'arrivedAt',
  'finishedAt',
  'symptom',
  'cause',
  'work',
  'faultPlaceOpenedBefore',
  'noPartsReplaced',
  'feeFen',
  'partsFeeFen',
  'labourFeeFen',
  'travelFeeFen',
  'compensation',
] as const;

/** The named fields of a record, and nothing else that it carries. */
export function pick<Whole extends object, Name extends keyof Whole>(
  whole: Whole,
  names: readonly Name[],
): Pick<Whole, Name> {
  const picked: Partial<Pick<Whole, Name>> = {};
  for (const name of names) picked[name] = whole[name];
  // Every name was given its value just above.
  return picked as Pick<Whole, Name>;
}

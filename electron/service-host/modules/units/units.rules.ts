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

/** What a unit is called: its plate, else the first of its numbers there is. */
export function nameOfUnit(unit: {
  readonly plate: string;
  readonly serialNumber: string;
  readonly engineNumber?: string;
}): string {
  return unit.plate || unit.serialNumber || unit.engineNumber || '—';
}

const dayMs = 86_400_000;

/** What the counter of a unit shows: every kilometre at its own pace, so that no later reading is below an earlier. */
export function mileageAt(unit: { readonly saleDay: string; readonly pace: number }, at: number): number {
  return Math.max(0, Math.floor(((at - Date.parse(unit.saleDay)) / dayMs) * unit.pace));
}

import { partFields, pick } from '#shared/domain/record-fields.ts';
import type { Service } from '../../service/service-context.tsx';

/** A part as the host tells it. */
export type Part = Awaited<ReturnType<Service['parts']['get']['call']>>;

type NumberName = 'minimumQuantity' | 'maximumQuantity' | 'priceFen' | 'weightGrams';

/** A part as a form holds it; null where a number has not been typed. */
export type PartValues = Readonly<
  Pick<Part, Exclude<(typeof partFields)[number], NumberName>> & Record<NumberName, number | null>
>;

/** What a part is until somebody says more. */
export const newPartValues = (unitOfMeasure: string): PartValues => ({
  number: '',
  name: '',
  specification: '',
  unitOfMeasure,
  makerNumber: '',
  supplier: '',
  modelFit: '',
  category: '',
  componentGroupCode: '',
  barcode: '',
  minimumQuantity: null,
  maximumQuantity: null,
  priceFen: null,
  weightGrams: null,
  oldPartRule: 'required',
  qualityState: 'released',
  active: true,
});

/** Of a part, what its form edits. Nothing said of a level, a price or a weight is shown as nothing. */
export function partValuesOf(part: Part): PartValues {
  return {
    ...pick(part, partFields),
    minimumQuantity: part.minimumQuantity || null,
    maximumQuantity: part.maximumQuantity || null,
    priceFen: part.priceFen || null,
    weightGrams: part.weightGrams || null,
  };
}

/** The fields as the contract takes them. */
export function partInputOf(values: PartValues) {
  return {
    ...values,
    minimumQuantity: values.minimumQuantity ?? 0,
    maximumQuantity: values.maximumQuantity ?? 0,
    priceFen: values.priceFen ?? 0,
    weightGrams: values.weightGrams ?? 0,
  };
}

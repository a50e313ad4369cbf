import type { OldPartRule, PartQualityState } from '#shared/domain/states.ts';
import type { Service } from '../../service/service-context.tsx';

/** A part as the host tells it. */
export type Part = Awaited<ReturnType<Service['parts']['get']['call']>>;
/** A row of the list of parts. */
export type PartRow = Awaited<ReturnType<Service['parts']['list']['call']>>['rows'][number];

/** A part as a form holds it; null where a number has not been typed. */
export interface PartValues {
  readonly number: string;
  readonly name: string;
  readonly specification: string;
  readonly unitOfMeasure: string;
  readonly makerNumber: string;
  readonly supplier: string;
  readonly modelFit: string;
  readonly category: string;
  readonly componentGroupCode: string;
  readonly barcode: string;
  readonly minimumQuantity: number | null;
  readonly maximumQuantity: number | null;
  readonly priceFen: number | null;
  readonly weightGrams: number | null;
  readonly oldPartRule: OldPartRule;
  readonly qualityState: PartQualityState;
  readonly active: boolean;
}

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
  const { number, name, specification, unitOfMeasure, makerNumber, supplier, modelFit, category } = part;
  const { componentGroupCode, barcode, oldPartRule, qualityState, active } = part;
  return {
    number,
    name,
    specification,
    unitOfMeasure,
    makerNumber,
    supplier,
    modelFit,
    category,
    componentGroupCode,
    barcode,
    minimumQuantity: part.minimumQuantity || null,
    maximumQuantity: part.maximumQuantity || null,
    priceFen: part.priceFen || null,
    weightGrams: part.weightGrams || null,
    oldPartRule,
    qualityState,
    active,
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

/** Specification and models, each said once. */
export function fitText({ specification, modelFit }: Pick<Part, 'specification' | 'modelFit'>): string {
  return [...new Set([specification, modelFit])].filter((text) => text !== '').join(' / ');
}

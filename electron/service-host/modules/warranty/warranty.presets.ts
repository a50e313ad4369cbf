import type { PolicyFields } from './policies.service.ts';

/*
 * What a firm begins with. The periods are those the trades commonly grant; every name says that they are to be checked
 * against the regulation or the maker's rule in force (以现行规定核对) before anybody relies on them.
 */

/** The component groups of all trades. */
export const presetGroups = [
  { code: 'body', name: '车身', nameEn: 'Body' },
  { code: 'chassis', name: '底盘、发动机', nameEn: 'Chassis and engine' },
  { code: 'electrical', name: '电器', nameEn: 'Electrical' },
  { code: 'airConditioning', name: '空调', nameEn: 'Air conditioning' },
  { code: 'traction', name: '动力电池、电机、电控', nameEn: 'Traction battery, motor and control' },
  { code: 'whole', name: '整机', nameEn: 'Whole machine' },
  { code: 'mainPart', name: '主要部件', nameEn: 'Main components' },
  { code: 'wear', name: '易损件', nameEn: 'Wear parts' },
] as const;

type GroupCode = (typeof presetGroups)[number]['code'];

/** A policy to begin with, and whether it holds from the first day on. */
export interface PolicyPreset {
  readonly publish: boolean;
  readonly fields: PolicyFields;
}

const common = {
  validFromDay: '2000-01-01',
  appliesBy: 'saleDay',
  scope: [],
  regions: [],
  cardWithinDays: 0,
  replacementTerm: 'restOfTerm',
} as const;
const wearParts = (clause: string) => ({ ...term('wear', clause, {}), wearPart: true });

/** A bus maker's own rule, in force from the first day so that judging works; drafts for the other trades. */
export const presetPolicies: readonly PolicyPreset[] = [
  {
    publish: true,
    fields: {
      ...common,
      name: '客车三包规定（厂家规定样本，以现行规定核对）',
      cardWithinDays: 20,
      terms: [
        term('body', '3.1', { months: 24 }),
        term('chassis', '3.2', { months: 24, mileageKm: 200_000 }),
        term('electrical', '3.3', { months: 12, mileageKm: 100_000 }),
        term('airConditioning', '3.4', { months: 24 }),
        term('traction', '3.5', { months: 60, mileageKm: 200_000 }),
        wearParts('3.6'),
      ],
    },
  },
  {
    publish: false,
    fields: {
      ...common,
      name: '家用汽车三包规定（样本，以现行规定核对）',
      terms: [
        term('whole', '1', { months: 36, mileageKm: 60_000 }),
        term('chassis', '2', { months: 36, mileageKm: 60_000 }),
        term('traction', '3', { months: 96, mileageKm: 120_000 }),
        term('wear', '4', { months: 3, mileageKm: 5_000 }),
      ],
    },
  },
  {
    publish: false,
    fields: {
      ...common,
      name: '农业机械三包规定（样本，以现行规定核对）',
      terms: [term('whole', '1', { months: 12 }), term('mainPart', '2', { months: 24 }), wearParts('3')],
    },
  },
  {
    publish: false,
    fields: {
      ...common,
      name: '家用电器三包规定（样本，以现行规定核对）',
      terms: [term('whole', '1', { months: 12 }), term('mainPart', '2', { months: 36 }), wearParts('3')],
    },
  },
];

function term(
  componentGroupCode: GroupCode,
  clause: string,
  limits: { readonly months?: number; readonly mileageKm?: number; readonly operatingHours?: number },
): PolicyFields['terms'][number] {
  const { months = null, mileageKm = null, operatingHours = null } = limits;
  return { componentGroupCode, clause, months, mileageKm, operatingHours, wearPart: false };
}

import type { Day } from '#shared/domain/days.ts';
import { newId } from '#shared/domain/ids.ts';
import type { Text } from '../../../app/text.ts';
import type { ComparedRows } from '../../../components/form/differing.ts';
import type { Group } from '../../../components/warranty/group-name.ts';
import type { Service } from '../../../service/service-context.tsx';

export type Policy = Awaited<ReturnType<Service['warranty']['policies']['call']>>[number];
type PolicyInput = Omit<Parameters<Service['warranty']['draftPolicy']['call']>[0], 'operationId'>;
type Term = PolicyInput['terms'][number];

/** A line of terms, with something to tell it apart from the others while it is typed. */
export type TermValues = Term & { readonly key: string };

/** A policy as it is typed. */
export interface PolicyValues {
  readonly name: string;
  readonly validFromDay: Day | null;
  readonly appliesBy: Policy['appliesBy'];
  /** Names separated by commas. */
  readonly scope: string;
  readonly regions: string;
  readonly cardWithinDays: number | null;
  readonly replacementTerm: Policy['replacementTerm'];
  readonly terms: TermValues[];
}

/** A line that grants nothing yet. */
export function newTerm(componentGroupCode: string): TermValues {
  return {
    key: newId(),
    componentGroupCode,
    clause: '',
    months: null,
    mileageKm: null,
    operatingHours: null,
    wearPart: false,
  };
}

/** The fields of a line, empty. */
export const blankRows = { terms: newTerm('') };

/** How the terms of two versions are compared. */
export function termRows(groups: readonly Group[]): ComparedRows<TermValues> {
  return {
    label: 'settings.terms',
    about: ({ componentGroupCode }) => componentGroupCode,
    show: ({ componentGroupCode, clause, months, mileageKm, operatingHours, wearPart }, t) =>
      [
        groups.find(({ code }) => code === componentGroupCode)?.name ?? componentGroupCode,
        clause,
        months === null ? '' : `${t('settings.termMonths')} ${months}`,
        mileageKm === null ? '' : `${t('settings.termMileage')} ${mileageKm}`,
        operatingHours === null ? '' : `${t('settings.termHours')} ${operatingHours}`,
        wearPart ? t('settings.termWear') : '',
      ]
        .filter((text) => text !== '')
        .join(' · '),
  };
}

/** A policy to begin with. */
export function newPolicyValues(today: Day, groups: readonly Group[]): PolicyValues {
  return {
    name: '',
    validFromDay: today,
    appliesBy: 'saleDay',
    scope: '',
    regions: '',
    cardWithinDays: 0,
    replacementTerm: 'restOfTerm',
    terms: groups.slice(0, 1).map(({ code }) => ({ ...newTerm(code), key: code })),
  };
}

/** A policy that is there, to be changed or copied. */
export function policyValuesOf(policy: Policy, { listed }: Pick<Text, 'listed'>): PolicyValues {
  const { name, validFromDay, appliesBy, scope, regions, cardWithinDays, replacementTerm, terms } = policy;
  return {
    name,
    validFromDay,
    appliesBy,
    scope: listed(scope),
    regions: listed(regions),
    cardWithinDays,
    replacementTerm,
    terms: terms.map(({ id, ...term }) => ({ ...term, key: id })),
  };
}

/** What is sent. What is missing is sent as something that the host refuses at its field. */
export function policyInputOf(values: PolicyValues): PolicyInput {
  const { name, validFromDay, appliesBy, scope, regions, cardWithinDays, replacementTerm, terms } = values;
  return {
    name,
    validFromDay: validFromDay ?? '',
    appliesBy,
    scope: namesIn(scope),
    regions: namesIn(regions),
    cardWithinDays: cardWithinDays ?? -1,
    replacementTerm,
    terms: terms.map(({ key: _, ...term }) => term),
  };
}

function namesIn(text: string): string[] {
  const names = text.split(/[,\uff0c\u3001;\uff1b\n]/).map((name) => name.trim());
  return [...new Set(names)].filter((name) => name !== '');
}

/** The columns of a table of terms. */
export const termColumns = [
  'termGroup',
  'termClause',
  'termMonths',
  'termMileage',
  'termHours',
  'termWear',
] as const;

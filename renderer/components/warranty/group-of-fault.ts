import type { FaultGroup } from '#shared/domain/states.ts';

/** The component group that a fault group usually means; every other one can be chosen all the same. */
export function groupOfFault(faultGroup: FaultGroup | null): string | undefined {
  return faultGroup === null ? undefined : usualGroup[faultGroup];
}

const usualGroup: Readonly<Record<FaultGroup, string | undefined>> = {
  body: 'body',
  chassisEngine: 'chassis',
  electrical: 'electrical',
  airConditioning: 'airConditioning',
  other: undefined,
};

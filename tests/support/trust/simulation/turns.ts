import type { ServiceClient } from '#shared/contract/index.ts';
import type { Chance } from '../dose.ts';
import type { ShopPerson } from '../shop.ts';
import type { Deed, OfficeModel } from './office-model.ts';

/** Where the simulated people work. */
export interface World {
  readonly model: OfficeModel;
  readonly chance: Chance;
  readonly parts: readonly string[];
  /** The part that may be given in place of the first. */
  readonly substituteId: string;
  readonly bins: readonly string[];
  readonly holders: readonly string[];
  /** Cases that parts are drawn for and reports are written on. */
  readonly cases: readonly string[];
  /** The ids of those who work here. */
  readonly people: ReadonlyMap<ShopPerson, string>;
  now(): number;
  /** A question past all faults. */
  ask<Result>(question: (client: ServiceClient) => Promise<Result>): Promise<Result>;
}

/** One thing that somebody tries, and what ought to come of it. */
export interface Turn {
  readonly name: string;
  readonly who: ShopPerson;
  /** The refusal that ought to be told; undefined when it ought to be done. */
  readonly expected: string | undefined;
  send(client: ServiceClient, operationId: string): Promise<Sent>;
}

/** The answer of the host, and the way to let the model do the same; it throws when the answer is not as it ought to be. */
export interface Sent {
  readonly answer: unknown;
  keep(): void;
}

/** A turn whose answer and whose effect on the model belong together. */
export function turn<Result>(
  name: string,
  who: ShopPerson,
  expected: string | undefined,
  call: (client: ServiceClient, operationId: string) => Promise<Result>,
  keep: (answer: Result) => void,
): Turn {
  return {
    name,
    who,
    expected,
    send: async (client, operationId) => {
      const answer = await call(client, operationId);
      return { answer, keep: () => keep(answer) };
    },
  };
}

/** Those who work in the simulated office. */
export const everybody = ['clerk', 'technician', 'leader', 'leader2', 'warehouse', 'quality'] as const;

/** Somebody who may, mostly. */
export function somebody({ model, chance }: World, deed: Deed): ShopPerson {
  const able = everybody.filter((who) => model.may(who, deed));
  return chance.percent(85) ? chance.oneOf(able) : chance.oneOf(everybody);
}

/** A record of late, mostly one in a state that suits; undefined when there is none at all. */
export function target<One extends { readonly state: string }>(
  chance: Chance,
  all: readonly One[],
  suiting: readonly string[],
): One | undefined {
  const late = all.slice(-40);
  const suits = late.filter((one) => suiting.includes(one.state));
  const from = suits.length > 0 && chance.percent(85) ? suits : late;
  return from.length === 0 ? undefined : chance.oneOf(from);
}

/** The version a person saw: seldom an old one. */
export function seenVersion(chance: Chance, version: number): number {
  return chance.percent(4) ? (version > 1 ? version - 1 : version + 1) : version;
}

/** So many whole pieces, in thousandths. */
export function pieces(chance: Chance, most: number): number {
  return chance.between(1, most) * 1000;
}

/** The first refusal of several that holds. */
export function firstOf(
  ...refusals: readonly (readonly [holds: boolean, code: string])[]
): string | undefined {
  return refusals.find(([holds]) => holds)?.[1];
}

/** Throws when the model and an answer differ. */
export function agree(what: string, expected: unknown, told: unknown): void {
  const [wanted, got] = [JSON.stringify(expected), JSON.stringify(told)];
  if (wanted !== got) throw new Error(`${what}: ${got} instead of ${wanted}`);
}

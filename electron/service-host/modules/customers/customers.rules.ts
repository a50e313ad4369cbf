import type { CaseState } from '#shared/nouns/case.card.ts';
import { extensionOf } from './customers.telephones.rules.ts';

/** States in which a case is put away; every other case counts as open at its customer and its unit. */
export const endedCaseStates: readonly CaseState[] = ['closed', 'void'];

/** What a customer is found by and shown as. */
export interface CustomerTexts {
  readonly name: string;
  readonly region: string;
  readonly address: string;
  readonly personNames: readonly string[];
  readonly telephones: readonly { readonly digits: string; readonly shown: string }[];
}

/** The search entry of a customer: its name, and beneath it where it is and how it is reached. */
export function customerSearchEntry(customer: CustomerTexts) {
  const { name, region, address, personNames, telephones } = customer;
  const numbers = telephones.flatMap(({ digits, shown }) => [digits, shown]);
  return {
    title: name,
    subtitle: [region, telephones[0]?.shown ?? ''].filter((text) => text !== '').join(' · '),
    texts: [name, region, address, ...personNames, ...numbers],
  };
}

/** A telephone number that fits a caller, with what is known of its use. */
export interface TelephoneHit {
  readonly telephoneId: string;
  readonly customerId: string;
  readonly contactPersonId: string | null;
  readonly customerActive: boolean;
  /** Last contact with the customer, UTC milliseconds; 0 when there was none. */
  readonly lastContactAt: number;
}

/** The likeliest caller first: of an active customer, used last, of a named person, written down last. */
export function likeliestFirst<Hit extends TelephoneHit>(hits: readonly Hit[]): readonly Hit[] {
  return hits.toSorted(
    (one, other) =>
      Number(other.customerActive) - Number(one.customerActive) ||
      other.lastContactAt - one.lastContactAt ||
      Number(other.contactPersonId !== null) - Number(one.contactPersonId !== null) ||
      (other.telephoneId > one.telephoneId ? 1 : -1),
  );
}

/**
 * The person behind a number of one customer, the likeliest hit first. With an extension it is whoever has that one, else
 * whoever has the bare number; without one, nobody where several people have extensions of the same line.
 */
export function personBehind(
  hits: readonly { readonly contactPersonId: string | null; readonly shown: string }[],
  extension: string,
): string | null {
  const told = hits.map((hit) => ({ ...hit, extension: extensionOf(hit.shown) }));
  const exact = told.find((hit) => hit.extension === extension);
  if (exact) return exact.contactPersonId;
  const bare = told.find((hit) => hit.extension === '');
  if (bare || extension !== '') return bare?.contactPersonId ?? null;
  const persons = new Set(told.map((hit) => hit.contactPersonId));
  return persons.size === 1 ? (told[0]?.contactPersonId ?? null) : null;
}

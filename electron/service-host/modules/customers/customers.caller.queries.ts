import { and, eq, inArray, ne, sql } from 'drizzle-orm';
import type { ReadTx } from '../../database/database.ts';
import { among } from '../../database/read-page.ts';
import { contacts } from '../../schema/contacts.tables.ts';
import { endlessPatience, searchIds } from '../../desks/search/search.queries.ts';
import { likeliestFirst, personBehind } from './customers.rules.ts';
import { customers, telephones } from '../../schema/customers.tables.ts';
import {
  digitsOf,
  endsLandline,
  extensionOf,
  isShortLandline,
  sameDigits,
  withoutAreaCode,
} from './customers.telephones.rules.ts';

/** Customers that one short landline number may lead to before the search is given up. */
const candidatesAtMost = 50;

/** Somebody who may be calling: a customer, and which of their people has the number. */
export interface PossibleCaller {
  readonly customerId: string;
  readonly contactPersonId: string | null;
  readonly customerActive: boolean;
}

/**
 * Every customer with this number, however it is written, each with their likeliest person; the likeliest first. An
 * extension tells the person; several people behind one switchboard are told apart by nothing else.
 */
export async function callersByTelephone(tx: ReadTx, telephone: string): Promise<readonly PossibleCaller[]> {
  const hits = await telephonesLike(tx, digitsOf(telephone));
  if (hits.length === 0) return [];
  const lastContacts = await lastContactOf(tx, [...new Set(hits.map((hit) => hit.customerId))]);
  const ordered = likeliestFirst(
    hits.map((hit) => ({ ...hit, lastContactAt: lastContacts.get(hit.customerId) ?? 0 })),
  );
  const ofCustomer = Map.groupBy(ordered, (hit) => hit.customerId);
  const extension = extensionOf(telephone);
  return [...ofCustomer].map(([customerId, own]) => ({
    customerId,
    contactPersonId: personBehind(own, extension),
    customerActive: own[0]?.customerActive ?? false,
  }));
}

/** Those of the callers that may really be meant: customers in use, or all where none of them is. */
export function possibleCallers(callers: readonly PossibleCaller[]): readonly PossibleCaller[] {
  const inUse = callers.filter((caller) => caller.customerActive);
  return inUse.length > 0 ? inUse : callers;
}

/** The whole number first, then a landline kept without its area code, then one announced without it. */
async function telephonesLike(tx: ReadTx, digits: string) {
  if (digits === '') return [];
  const exact = await withDigits(tx, sameDigits(digits));
  if (exact.length > 0) return exact;
  const keptShort = await withDigits(tx, withoutAreaCode(digits));
  if (keptShort.length > 0 || !isShortLandline(digits)) return keptShort;
  const found = await searchIds(tx, 'customer', digits, candidatesAtMost, endlessPatience);
  const theirs = await telephoneRows(tx).where(among(telephones.customerId, found.rows));
  return theirs.filter((row) => endsLandline(row.digits, digits));
}

async function withDigits(tx: ReadTx, digits: readonly string[]) {
  return digits.length === 0 ? [] : telephoneRows(tx).where(inArray(telephones.digits, [...digits]));
}

function telephoneRows(tx: ReadTx) {
  return tx.db
    .select({
      telephoneId: telephones.id,
      customerId: telephones.customerId,
      contactPersonId: telephones.contactPersonId,
      digits: telephones.digits,
      shown: telephones.shown,
      customerActive: customers.active,
    })
    .from(telephones)
    .innerJoin(customers, eq(customers.id, telephones.customerId));
}

async function lastContactOf(
  tx: ReadTx,
  customerIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  // With one customer there is nothing to choose between.
  if (customerIds.length < 2) return new Map();
  const rows = await tx.db
    .select({ customerId: contacts.customerId, at: sql<number>`cast(max(${contacts.at}) as bigint)` })
    .from(contacts)
    .where(and(among(contacts.customerId, customerIds), ne(contacts.state, 'void')))
    .groupBy(contacts.customerId);
  return new Map(rows.map((row) => [row.customerId ?? '', row.at]));
}

import { asc, eq } from 'drizzle-orm';
import { codeKey } from '#shared/domain/code-key.ts';
import { assert, present } from '#shared/domain/assert.ts';
import type { Day } from '#shared/domain/days.ts';
import { newId, type Id } from '#shared/domain/ids.ts';
import type { Fen } from '#shared/domain/money.ts';
import type { Quantity } from '#shared/domain/quantities.ts';
import { insideAccountKinds, type AccountKind } from '#shared/domain/states.ts';
import { refuse } from '#shared/contract/refusals.ts';
import type { WriteTx } from '../../database/database.ts';
import { partsNamed } from '../parts/parts.named.queries.ts';
import { emptyBalance, valueTaken, valueTakenBack, type Balance } from './stock.ledger.rules.ts';
import {
  addToBalance,
  findAccount,
  findAccountByCode,
  findBalance,
  findReversal,
  insertMovement,
  lastMovement,
  takeFromBalance,
} from './stock.ledger.statements.ts';
import { wellKnownAccounts, type WellKnownKind } from './stock.presets.ts';
import { stockAccounts, stockMovements } from '../../schema/stock.tables.ts';

/** The document that a posting belongs to. */
export interface PostedDocument {
  readonly kind: string;
  readonly id: string;
  readonly number: string;
  readonly day: Day;
}

/** One quantity of one part from one account to another. */
export interface Posting {
  readonly lineId?: string;
  readonly partId: string;
  readonly fromAccountId: string;
  readonly toAccountId: string;
  readonly quantity: Quantity;
  /** What it is worth, where it comes from outside; from inside it is the share of the account's own value. */
  readonly valueFen?: Fen;
}

/** A posting as it stands in the ledger. */
export interface PostedMovement {
  readonly sequence: number;
  readonly valueFen: Fen;
}

/**
 * Appends movements to the ledger and moves the balances with them, each by one conditional update. Nothing inside the
 * house can go below zero. Refuses OUT_OF_STOCK and ACCOUNT_NOT_USABLE; then nothing of the document is posted.
 */
export async function postMovements(
  tx: WriteTx,
  document: PostedDocument,
  postings: readonly Posting[],
): Promise<readonly PostedMovement[]> {
  const posted: PostedMovement[] = [];
  for (const posting of postings) {
    const value = (balance: Balance) => valueTaken(balance, posting.quantity);
    posted.push(await post(tx, document, posting, value, null));
  }
  return posted;
}

/**
 * Posts every movement of a document back, last first, under a counter-document that names each. Refuses NOT_REVERSIBLE
 * when what was posted has gone on meanwhile, and ALREADY_REVERSED.
 */
export async function reverseMovements(
  tx: WriteTx,
  document: PostedDocument,
  reversedDocumentId: string,
): Promise<readonly PostedMovement[]> {
  const movements = await tx.db
    .select()
    .from(stockMovements)
    .where(eq(stockMovements.documentId, reversedDocumentId))
    .orderBy(asc(stockMovements.sequence));
  const posted: PostedMovement[] = [];
  for (const movement of movements.toReversed()) {
    const [earlier] = await tx.run(findReversal, { sequence: movement.sequence });
    if (earlier) refuse('ALREADY_REVERSED', { number: movement.documentNumber });
    const posting: Posting = {
      ...(movement.lineId === null ? {} : { lineId: movement.lineId }),
      partId: movement.partId,
      fromAccountId: movement.toAccountId,
      toAccountId: movement.fromAccountId,
      quantity: movement.quantity,
      valueFen: movement.valueFen,
    };
    const value = (balance: Balance) => valueTakenBack(balance, movement.quantity, movement.valueFen);
    posted.push(await post(tx, document, posting, value, movement.sequence));
  }
  return posted;
}

/** The account outside the house, or the common one inside, that stands for a whole kind; made at its first use. */
export async function wellKnownAccount(tx: WriteTx, kind: WellKnownKind): Promise<Id<'stockAccount'>> {
  const { code, name } = wellKnownAccounts[kind];
  const [known] = await tx.run(findAccountByCode, { code });
  if (known) return known.id;
  const id = newId<'stockAccount'>(tx.now);
  await tx.db.insert(stockAccounts).values({
    id,
    code,
    codeKey: codeKey(code),
    name,
    kind,
    inside: insideAccountKinds.includes(kind),
    active: true,
    version: 1,
  });
  return id;
}

interface Account {
  readonly id: string;
  readonly name: string;
  readonly kind: AccountKind;
  readonly inside: boolean;
  readonly active: boolean;
}

async function post(
  tx: WriteTx,
  document: PostedDocument,
  posting: Posting,
  valueFrom: (balance: Balance) => Fen | undefined,
  reversesSequence: number | null,
): Promise<PostedMovement> {
  assert(
    posting.quantity > 0 && Number.isSafeInteger(posting.quantity),
    'a posting moves a positive quantity',
  );
  assert(posting.fromAccountId !== posting.toAccountId, 'a posting moves between two accounts');
  const from = await accountOf(tx, posting.fromAccountId);
  const to = await accountOf(tx, posting.toAccountId);
  // A reversal may go back into an account that was closed since; anything new may not.
  const unusable = reversesSequence === null ? [from, to].find((account) => !account.active) : undefined;
  if (unusable) refuse('ACCOUNT_NOT_USABLE', { account: unusable.name });
  const [last] = await tx.run(lastMovement);
  const sequence = (last?.sequence ?? 0) + 1;
  const taken = from.inside
    ? await take(tx, from, posting, valueFrom, sequence, reversesSequence !== null)
    : {
        valueFen: posting.valueFen ?? 0,
        quantityAfter: await add(tx, from, posting, -posting.quantity, -(posting.valueFen ?? 0), sequence),
      };
  const toQuantityAfter = await add(tx, to, posting, posting.quantity, taken.valueFen, sequence);
  await tx.run(insertMovement, {
    sequence,
    at: tx.now,
    day: document.day,
    documentKind: document.kind,
    documentId: document.id,
    documentNumber: document.number,
    lineId: posting.lineId ?? null,
    partId: posting.partId,
    fromAccountId: from.id,
    toAccountId: to.id,
    quantity: posting.quantity,
    valueFen: taken.valueFen,
    fromQuantityAfter: taken.quantityAfter,
    toQuantityAfter,
    reversesSequence,
    personId: tx.actor.personId,
  });
  if (!tx.changes.some((change) => change.kind === 'stock' && change.id === posting.partId)) {
    tx.changes.push({ kind: 'stock', id: posting.partId });
  }
  return { sequence, valueFen: taken.valueFen };
}

async function take(
  tx: WriteTx,
  from: Account,
  posting: Posting,
  valueFrom: (balance: Balance) => Fen | undefined,
  sequence: number,
  reversing: boolean,
): Promise<{ valueFen: Fen; quantityAfter: Quantity }> {
  const [row] = await tx.run(findBalance, { accountId: from.id, partId: posting.partId });
  const balance = row ?? emptyBalance;
  const valueFen = valueFrom(balance);
  if (valueFen === undefined) {
    const part = await partName(tx, posting.partId);
    if (reversing) refuse('NOT_REVERSIBLE', { part, account: from.name });
    refuse('OUT_OF_STOCK', { part, account: from.name, availableQuantity: balance.quantity });
  }
  // The update names the balance that the value was computed from: whatever else happens, none is taken twice.
  const [after] = await tx.run(takeFromBalance, {
    accountId: from.id,
    partId: posting.partId,
    quantity: posting.quantity,
    valueFen,
    seenQuantity: balance.quantity,
    seenValueFen: balance.valueFen,
    sequence,
  });
  return { valueFen, quantityAfter: present(after, 'the balance just seen').quantity };
}

async function add(
  tx: WriteTx,
  account: Account,
  posting: Posting,
  quantity: Quantity,
  valueFen: Fen,
  sequence: number,
): Promise<Quantity> {
  const [after] = await tx.run(addToBalance, {
    accountId: account.id,
    partId: posting.partId,
    inside: account.inside,
    quantity,
    valueFen,
    sequence,
  });
  const reached = present(after, 'the balance just written');
  assert(
    Number.isSafeInteger(reached.quantity) && Number.isSafeInteger(reached.valueFen),
    'balances stay exact',
  );
  return reached.quantity;
}

async function accountOf(tx: WriteTx, id: string): Promise<Account> {
  const [account] = await tx.run(findAccount, { id });
  return account ?? refuse('NOT_FOUND', { kind: 'stockAccount' });
}

async function partName(tx: WriteTx, id: string): Promise<string> {
  const { number, name } = (await partsNamed(tx, [id]))(id);
  return number === '' ? refuse('NOT_FOUND', { kind: 'part' }) : `${number} ${name}`;
}

import type { MovementRow } from '#shared/contract/stock.contract.ts';
import { formatQuantity } from '#shared/domain/quantities.ts';
import { insideAccountKinds } from '#shared/domain/states.ts';
import type { AccountKind } from '#shared/domain/states.ts';
import type { Text } from '../../app/text.ts';

/** An entry of the ledger as the host tells it. */
export type Movement = MovementRow;

/** What an entry means to an account, or without one to the bins: more, less, or neither; and what is there after it. */
export interface ChangeSeen {
  readonly sign: '+' | '−' | '';
  readonly quantityAfter: number | null;
}

/** An entry as seen from one account; without one, from the bins of the house. */
export function changeSeenFrom(movement: Movement, accountId: string | undefined): ChangeSeen {
  const from = accountId === undefined ? movement.fromKind === 'bin' : movement.fromAccountId === accountId;
  const to = accountId === undefined ? movement.toKind === 'bin' : movement.toAccountId === accountId;
  if (from && !to) return { sign: '−', quantityAfter: movement.fromQuantityAfter };
  if (to && !from) return { sign: '+', quantityAfter: movement.toQuantityAfter };
  return { sign: '', quantityAfter: to ? movement.toQuantityAfter : null };
}

/** '+2', '−1', or '3' where it is neither more nor less. */
export function writtenChange({ sign }: ChangeSeen, quantity: number): string {
  return sign + formatQuantity(quantity);
}

/** Whether what an account of this kind holds means something; the outside only mirrors what came and went. */
export function isInside(kind: AccountKind): boolean {
  return insideAccountKinds.includes(kind);
}

/** A bin by its code, every other account by its name. */
export function accountText(account: {
  readonly kind: AccountKind | string;
  readonly code: string;
  readonly name: string;
}): string {
  return account.kind === 'bin' ? account.code : account.name;
}

/** 'A-02-1 → 李志强' */
export function wayText(movement: Movement): string {
  const { fromKind, fromCode, fromName, toKind, toCode, toName } = movement;
  const from = accountText({ kind: fromKind, code: fromCode, name: fromName });
  return `${from} → ${accountText({ kind: toKind, code: toCode, name: toName })}`;
}

/** 'LL…0091' for LL202611-0091: in a narrow column the kind and the last digits say enough. */
export function shortNumber(number: string): string {
  return number.length > 8 ? `${number.slice(0, 2)}…${number.slice(-4)}` : number;
}

/** Says of an entry which one it reverses; empty for any other. */
export function reversalNote({ reversesSequence }: Movement, t: Text): string {
  return reversesSequence === null ? '' : t('stock.reversesOne', { sequence: reversesSequence });
}

/** Where the document of an entry is looked at: a receipt itself, of everything else what it posted. */
export function pathOfDocument({ documentKind, documentId, documentNumber }: Movement): string {
  if (documentKind === 'receipt') return `/stock/receipts/${documentId}`;
  return `/stock/movements?documentId=${documentId}&document=${encodeURIComponent(documentNumber)}`;
}

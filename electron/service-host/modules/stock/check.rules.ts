import type { Fen } from '#shared/domain/money.ts';
import type { Quantity } from '#shared/domain/quantities.ts';

/** What the books of one part hold: its balances, and its movements in the order of posting. */
export interface BooksOfPart {
  readonly balances: readonly CheckedBalance[];
  readonly movements: readonly CheckedMovement[];
}

interface CheckedBalance {
  readonly accountId: string;
  readonly inside: boolean;
  readonly quantity: Quantity;
  readonly valueFen: Fen;
}

interface CheckedMovement {
  readonly sequence: number;
  readonly fromAccountId: string;
  readonly toAccountId: string;
  readonly quantity: Quantity;
  readonly valueFen: Fen;
  readonly fromQuantityAfter: Quantity;
  readonly toQuantityAfter: Quantity;
}

/**
 * Something that does not agree. `sum`: the movements of an account do not add up to its balance; `chain`: a movement noted
 * another quantity than the movements before it make; `negative`: less than nothing inside the house, or value without
 * parts; `value`: what left one account did not arrive whole in others; `gap`: movements are missing, or belong to no part that there is;
 * `unreadable`: the books of the part hold what cannot be read.
 */
export interface LedgerProblem {
  readonly kind: 'sum' | 'chain' | 'negative' | 'value' | 'gap' | 'unreadable';
  readonly accountId: string | null;
  readonly sequence: number | null;
  readonly expected: number;
  readonly found: number;
}

/** Everything in the books of a part that does not agree. */
export function problemsOfPart({ balances, movements }: BooksOfPart): readonly LedgerProblem[] {
  const problems: LedgerProblem[] = [];
  const sums = new Map<string, { quantity: Quantity; valueFen: Fen }>();
  const post = (movement: CheckedMovement, accountId: string, sign: 1 | -1, noted: Quantity) => {
    const before = sums.get(accountId) ?? { quantity: 0, valueFen: 0 };
    const after = {
      quantity: before.quantity + sign * movement.quantity,
      valueFen: before.valueFen + sign * movement.valueFen,
    };
    sums.set(accountId, after);
    if (after.quantity !== noted) {
      problems.push({
        kind: 'chain',
        accountId,
        sequence: movement.sequence,
        expected: after.quantity,
        found: noted,
      });
    }
  };
  for (const movement of movements) {
    post(movement, movement.fromAccountId, -1, movement.fromQuantityAfter);
    post(movement, movement.toAccountId, 1, movement.toQuantityAfter);
  }
  for (const balance of balances) {
    problems.push(...problemsOfBalance(balance, sums.get(balance.accountId) ?? { quantity: 0, valueFen: 0 }));
    sums.delete(balance.accountId);
  }
  for (const [accountId, sum] of sums) {
    problems.push({ kind: 'sum', accountId, sequence: null, expected: sum.quantity, found: 0 });
  }
  const valueFen = balances.reduce((sum, balance) => sum + balance.valueFen, 0);
  if (valueFen !== 0)
    problems.push({ kind: 'value', accountId: null, sequence: null, expected: 0, found: valueFen });
  return problems;
}

function problemsOfBalance(
  balance: CheckedBalance,
  sum: { readonly quantity: Quantity; readonly valueFen: Fen },
): readonly LedgerProblem[] {
  const { accountId, inside, quantity, valueFen } = balance;
  const problems: LedgerProblem[] = [];
  if (quantity !== sum.quantity)
    problems.push({ kind: 'sum', accountId, sequence: null, expected: sum.quantity, found: quantity });
  if (valueFen !== sum.valueFen)
    problems.push({ kind: 'value', accountId, sequence: null, expected: sum.valueFen, found: valueFen });
  if (inside && quantity < 0)
    problems.push({ kind: 'negative', accountId, sequence: null, expected: 0, found: quantity });
  if (inside && (valueFen < 0 || (quantity === 0 && valueFen !== 0))) {
    problems.push({ kind: 'value', accountId, sequence: null, expected: 0, found: valueFen });
  }
  return problems;
}

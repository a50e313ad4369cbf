import type { InputIssue } from '#shared/contract/refusals.ts';
import { codeKey } from '#shared/domain/code-key.ts';
import type { AccountKind } from '#shared/domain/states.ts';
import { wellKnownAccounts } from './stock.presets.ts';

interface AccountPlace {
  readonly kind: AccountKind;
  readonly warehouseId: string | null;
  readonly personId: string | null;
}

type AccountOwner = Pick<AccountPlace, 'warehouseId' | 'personId'>;

/** What is wrong with where an account belongs: a bin has a warehouse, a technician's account has its person. */
export function faultsOfAccount({ kind, warehouseId, personId }: AccountPlace): readonly InputIssue[] {
  const faults: InputIssue[] = [];
  if (kind === 'bin' && warehouseId === null) faults.push({ path: 'warehouseId', code: 'required' });
  if (kind === 'technician' && personId === null) faults.push({ path: 'personId', code: 'required' });
  if (kind !== 'technician' && personId !== null) faults.push({ path: 'personId', code: 'choice' });
  return faults;
}

/** Whether the code belongs to an account that the program itself makes and relies on. */
export function isWellKnown(code: string): boolean {
  return wellKnownHolder(code) !== undefined;
}

/** The account that the program itself makes under this code, as people know it. */
export function wellKnownHolder(code: string): string | undefined {
  const account = Object.values(wellKnownAccounts).find((known) => codeKey(known.code) === codeKey(code));
  return account && `${account.code} ${account.name}`;
}

/** The account that stands for a whole kind keeps its code and stays in use; one with a history keeps its warehouse and its person. */
export function faultsOfAccountChange(
  before: AccountOwner & { readonly code: string; readonly used: boolean },
  after: AccountOwner & { readonly code: string; readonly active: boolean },
): readonly InputIssue[] {
  const faults: InputIssue[] = [];
  if (isWellKnown(before.code) && after.code !== before.code) faults.push({ path: 'code', code: 'fixed' });
  if (isWellKnown(before.code) && !after.active) faults.push({ path: 'active', code: 'fixed' });
  if (before.used && after.warehouseId !== before.warehouseId)
    faults.push({ path: 'warehouseId', code: 'fixed' });
  if (before.used && after.personId !== before.personId)
    faults.push({ path: 'personId', code: 'accountUsed' });
  return faults;
}

import { ORPCError } from '@orpc/client';
import { refusals } from '#shared/messages/zh-CN/refusals.ts';
import type { RefusalCode, Refusals } from '#shared/contract/refusals.ts';
import { ConnectionLost } from './connection.ts';

/** A refusal as it arrives: its code, its facts, and the sentence for the person. */
export type ArrivedRefusal = {
  [Code in RefusalCode]: {
    readonly kind: 'refused';
    readonly code: Code;
    readonly facts: Refusals[Code];
    readonly message: string;
  };
}[RefusalCode];

/** Why something did not happen, as far as the page can know. */
export type Trouble =
  | ArrivedRefusal
  /** No answer came; it may have happened. */
  | { readonly kind: 'lost' }
  /** An act before, with other content, had gone through although its answer was lost. */
  | { readonly kind: 'savedBefore' }
  /** The program is at fault. */
  | { readonly kind: 'unexpected'; readonly error: unknown };

/** What an error thrown by a call means. */
export function troubleOf(error: unknown): Trouble {
  if (isLost(error)) return { kind: 'lost' };
  if (error instanceof ORPCError && isRefusalCode(error.code) && carriesFacts(error.data)) {
    // The host builds code and facts together from Refusals.
    return { kind: 'refused', code: error.code, facts: error.data, message: error.message } as ArrivedRefusal;
  }
  return { kind: 'unexpected', error };
}

/** Whether the error says that no answer came. */
export function isLost(error: unknown): boolean {
  return error instanceof ConnectionLost || (error instanceof Error && error.cause instanceof ConnectionLost);
}

/** Whether the error is the host's refusal of this code. */
export function isRefused(error: unknown, code: RefusalCode): boolean {
  const trouble = troubleOf(error);
  return trouble.kind === 'refused' && trouble.code === code;
}

/** What is wrong with one field: a code of the messages' `issue.`, or a whole sentence. */
export interface FieldFault {
  readonly code: string;
  readonly limit?: number | string | undefined;
  readonly message?: string | undefined;
}

/** The faults of an input by the path of their field: `name`, `lines.0.quantity`. The first of each field counts. */
export type FieldFaults = Readonly<Record<string, FieldFault>>;

/** The faults to show at fields; empty for every trouble that is not about fields. */
export function faultsOf(trouble: Trouble | null): FieldFaults {
  if (trouble?.kind !== 'refused') return {};
  if (trouble.code === 'ALREADY_EXISTS' || trouble.code === 'CODE_TAKEN') {
    return { [trouble.facts.field]: { code: trouble.code, message: trouble.message } };
  }
  const reading = readingFields[trouble.code];
  if (reading !== undefined) return { [reading]: { code: trouble.code, message: trouble.message } };
  if (trouble.code !== 'INVALID_INPUT') return {};
  const faults: Record<string, FieldFault> = {};
  for (const { path, code, limit } of trouble.facts.issues) faults[path] ??= { code, limit };
  return faults;
}

/** Which counter a refused reading is of. */
const readingFields: Readonly<Partial<Record<RefusalCode, string>>> = {
  READING_BELOW_LAST: 'mileageKm',
  READING_ABOVE_LATER: 'mileageKm',
  READING_JUMPS: 'mileageKm',
  HOURS_BELOW_LAST: 'operatingHours',
  HOURS_ABOVE_LATER: 'operatingHours',
  HOURS_JUMP: 'operatingHours',
};

/** Whether the refusal is of a reading: all that it says stands at the field then. */
export function isOfReading(trouble: Trouble | null): boolean {
  return trouble?.kind === 'refused' && readingFields[trouble.code] !== undefined;
}

/** The wire has errors of its own under the same codes (NOT_FOUND: no such procedure); only the host's carry facts. */
function carriesFacts(data: unknown): boolean {
  return typeof data === 'object' && data !== null;
}

function isRefusalCode(code: string): code is RefusalCode {
  return Object.hasOwn(refusals, code);
}

import type { Day, Moment } from '../domain/days.ts';
import type { Fen } from '../domain/money.ts';
import type { Quantity } from '../domain/quantities.ts';

/**
 * Everything the host may refuse, with what the person needs to know of it. Each code has a sentence in
 * shared/messages/<language>/refusals.ts that says what to do; the names of the facts say their unit.
 */
export interface Refusals {
  INVALID_INPUT: { readonly issues: readonly InputIssue[] };
  BODY_UNREADABLE: Record<never, never>;
  BODY_TOO_LARGE: { readonly limitMegabytes: number };
  NOT_SIGNED_IN: Record<never, never>;
  SIGN_IN_REFUSED: Record<never, never>;
  SIGN_IN_DELAYED: { readonly waitSeconds: number };
  SIGN_IN_BUSY: { readonly waitSeconds: number };
  NOT_PERMITTED: { readonly permission: string };
  NOT_FOUND: { readonly kind: string };
  /** Two records that exist and do not belong together: a unit and a customer, a line and a document. */
  DOES_NOT_BELONG: {
    readonly kind: string;
    readonly name: string;
    readonly ofKind: string;
    readonly of: string;
  };
  /** Shows the record as it is now, which counts as a look at it where it holds what is personal to a customer. */
  CHANGED_MEANWHILE: {
    readonly kind: string;
    readonly id: string;
    readonly by: string;
    readonly at: Moment;
    readonly current: unknown;
  };
  OPERATION_ID_REUSED: Record<never, never>;
  ALREADY_EXISTS: { readonly field: string; readonly value: string };
  /** Codes that differ by width, case, spaces or dashes alone are the same. */
  CODE_TAKEN: { readonly field: string; readonly value: string; readonly holder: string };
  DUTY_ENDED: Record<never, never>;
  WRONG_STATE: { readonly number: string; readonly state: string };
  CURSOR_OF_ANOTHER_LIST: Record<never, never>;
  STORAGE_FAILED: { readonly reason: string };
  BOOKS_DAMAGED: Record<never, never>;
  CANCELLED: Record<never, never>;
  ALREADY_SET_UP: Record<never, never>;
  NO_SAMPLE: Record<never, never>;
  SAMPLE_EXISTS: Record<never, never>;
  SAMPLE_MIXED_IN: Record<never, never>;
  PASSWORD_TOO_WEAK: Record<never, never>;
  PIN_TOO_WEAK: Record<never, never>;
  LAST_ADMIN: Record<never, never>;
  /** What the role of the administrator always keeps, so that no firm locks itself out. */
  ADMIN_KEEPS: { readonly permissions: readonly string[] };
  ROLE_IN_USE: { readonly role: string; readonly holders: readonly string[] };
  ROLE_NOT_ACTIVE: { readonly role: string };
  OUT_OF_STOCK: { readonly part: string; readonly account: string; readonly availableQuantity: Quantity };
  ACCOUNT_NOT_USABLE: { readonly account: string };
  ACCOUNT_NOT_EMPTY: { readonly account: string };
  PART_BLOCKED: { readonly part: string };
  CHECKS_MISSING: Record<never, never>;
  CASE_REQUIRED: Record<never, never>;
  NO_LINES: Record<never, never>;
  DAY_NOT_OPEN: { readonly fromDay: Day; readonly untilDay: Day };
  ALREADY_REVERSED: { readonly number: string };
  NOT_REVERSIBLE: { readonly part: string; readonly account: string };
  OWN_REQUISITION: Record<never, never>;
  /** Those who could approve, of whom too few have no part in it; nobody is named where there is nobody who approves. */
  NO_APPROVER: { readonly concerned: readonly string[] };
  /** Whoever signed, or in whose place another signed, signs no second time. */
  ALREADY_SIGNED: Record<never, never>;
  NOT_YOUR_TURN: { readonly name: string };
  /** The rules of the noun know no such answer: a signed report is not rejected. */
  NOT_DECIDED_SO: Record<never, never>;
  ALREADY_ASKED: { readonly number: string };
  /** Several must sign: the others find a matter in the inbox only once it was asked for. */
  ASK_FIRST: { readonly number: string };
  NOT_APPROVED: { readonly number: string };
  HOLDER_OVER_LIMIT: {
    readonly holder: string;
    readonly valueFen: Fen;
    readonly limitFen: Fen;
    readonly ageDays: number;
    readonly limitDays: number;
  };
  MORE_THAN_APPROVED: { readonly part: string; readonly openQuantity: Quantity };
  MORE_THAN_ISSUED: { readonly part: string; readonly openQuantity: Quantity };
  NOT_A_SUBSTITUTE: { readonly part: string };
  REPORT_NOT_APPROVED: { readonly number: string };
  LISTED_IN_REPORT: { readonly number: string; readonly part: string; readonly freeQuantity: Quantity };
  REPORT_LACKS_PART: { readonly number: string; readonly part: string };
  OLD_PART_RULE: { readonly part: string };
  OLD_PART_MISSING: { readonly number: string };
  UNIT_IN_DOCUMENTS: { readonly unit: string; readonly numbers: readonly string[] };
  CASE_UNFINISHED: { readonly number: string };
  REASON_REQUIRED: Record<never, never>;
  APPROVAL_REQUIRED: Record<never, never>;
  OTHERS_DRAFT: { readonly number: string; readonly owner: string };
  OWN_REPORT: Record<never, never>;
  OWN_JUDGEMENT: Record<never, never>;
  REPORT_INCOMPLETE: { readonly missing: readonly string[] };
  REPORT_FROZEN: { readonly number: string };
  SIGNED_BEFORE_FINISH: { readonly finishedAt: Moment };
  SIGNED_BEFORE_PRINT: { readonly printedAt: Moment };
  SCAN_TOO_OLD: { readonly fileName: string; readonly printedAt: Moment };
  SCAN_REQUIRED: Record<never, never>;
  NOT_PRINTED: { readonly number: string };
  PRINT_NOT_KEPT: { readonly number: string; readonly ordinal: number };
  CONTENT_CHANGED: { readonly number: string };
  POLICY_PUBLISHED: { readonly name: string };
  FILE_NOT_ACCEPTED: { readonly fileName: string };
  /** A picture in a format that browsers and papers do not show, as HEIC. */
  PICTURE_FORMAT: { readonly fileName: string; readonly format: string };
  /** More rows than one paper holds. */
  PAPER_TOO_LONG: { readonly rows: number };
  LIST_TOO_LONG: Record<never, never>;
  READING_BELOW_LAST: { readonly lastDay: Day; readonly lastKm: number };
  HOURS_BELOW_LAST: { readonly lastDay: Day; readonly lastHours: number };
  READING_ABOVE_LATER: { readonly laterDay: Day; readonly laterKm: number };
  HOURS_ABOVE_LATER: { readonly laterDay: Day; readonly laterHours: number };
  READING_JUMPS: { readonly lastDay: Day; readonly lastKm: number; readonly days: number };
  HOURS_JUMP: { readonly lastDay: Day; readonly lastHours: number; readonly days: number };
  SEVERAL_CUSTOMERS: { readonly candidates: readonly { readonly id: string; readonly name: string }[] };
  OWNS_OPEN_CASES: { readonly count: number };
}
export type RefusalCode = keyof Refusals;

/** One fault of one field. `code` names a sentence under `issue.` in the messages. */
export interface InputIssue {
  readonly path: string;
  readonly code: string;
  readonly limit?: number | string | undefined;
}

/** Something a person asked for that the rules do not allow; says which rule. */
export class Refusal<Code extends RefusalCode = RefusalCode> extends Error {
  override readonly name = 'Refusal';
  readonly code: Code;
  readonly facts: Refusals[Code];
  constructor(code: Code, facts: Refusals[Code]) {
    super(code);
    this.code = code;
    this.facts = facts;
  }
}

/** Whether it is this refusal. */
export function isRefusal<Code extends RefusalCode>(error: unknown, code: Code): error is Refusal<Code> {
  return error instanceof Refusal && error.code === code;
}

/** Refuses what was asked; nothing of it happens. */
export function refuse<Code extends RefusalCode>(code: Code, facts: Refusals[Code]): never {
  throw new Refusal(code, facts);
}

/** The HTTP status each refusal travels under; 422 where none is named. */
export const refusalStatus: Readonly<Partial<Record<RefusalCode, number>>> = {
  INVALID_INPUT: 400,
  BODY_UNREADABLE: 400,
  BODY_TOO_LARGE: 413,
  NOT_SIGNED_IN: 401,
  SIGN_IN_REFUSED: 401,
  SIGN_IN_DELAYED: 429,
  SIGN_IN_BUSY: 429,
  NOT_PERMITTED: 403,
  NOT_FOUND: 404,
  CHANGED_MEANWHILE: 409,
  CURSOR_OF_ANOTHER_LIST: 400,
  OPERATION_ID_REUSED: 409,
  ALREADY_EXISTS: 409,
  CODE_TAKEN: 409,
  ALREADY_SET_UP: 409,
  NO_SAMPLE: 404,
  SAMPLE_EXISTS: 409,
  STORAGE_FAILED: 503,
  BOOKS_DAMAGED: 503,
};

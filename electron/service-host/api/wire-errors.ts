import { ORPCError, ValidationError } from '@orpc/server';
import {
  type InputIssue,
  Refusal,
  refusalStatus,
  type RefusalCode,
  type Refusals,
} from '#shared/contract/refusals.ts';
import type { Language } from '#shared/domain/actor.ts';
import { refusalSentence } from '#shared/messages/refusal-sentence.ts';
import { translate } from '#shared/messages/translate.ts';
import { StorageFailure } from '../database/database.ts';
import { log } from '../log.ts';

/** Turns whatever a procedure threw into an error that travels: a code, the facts, and a sentence that says what to do. */
export function toWireError(
  error: unknown,
  language: Language,
  path: readonly string[],
): ORPCError<string, unknown> {
  if (error instanceof Refusal) return wireError(error.code, error.facts, language);
  if (error instanceof StorageFailure) {
    log.error('storage', { procedure: path.join('.'), reason: error.reason, error });
    return wireError('STORAGE_FAILED', { reason: error.reason }, language);
  }
  if (error instanceof ORPCError && error.code === 'BAD_REQUEST') {
    return wireError('INVALID_INPUT', { issues: issuesOf(error.cause) }, language);
  }
  if (error instanceof ORPCError && error.status < 500) return error;
  log.error('procedure', { procedure: path.join('.'), error });
  return new ORPCError('INTERNAL_SERVER_ERROR', {
    status: 500,
    message: translate(language, 'issue.internal'),
  });
}

/** A refusal as it travels: its code, its facts, and its sentence. */
export function wireError<Code extends RefusalCode>(
  code: Code,
  facts: Refusals[Code],
  language: Language,
): ORPCError<string, unknown> {
  return new ORPCError(code, {
    defined: true,
    status: refusalStatus[code] ?? 422,
    message: refusalSentence(language, code, facts),
    data: facts,
  });
}

function issuesOf(cause: unknown): readonly InputIssue[] {
  if (!(cause instanceof ValidationError)) return [{ path: '', code: 'format' }];
  return cause.issues.slice(0, 50).map((issue) => {
    // Zod's issues carry more than the standard schema says.
    const detail = issue as unknown as ZodIssue;
    return { path: (issue.path ?? []).map(segment).join('.'), ...codeOf(detail) };
  });
}

interface ZodIssue {
  readonly code?: string;
  readonly origin?: string;
  readonly minimum?: number | bigint;
  readonly maximum?: number | bigint;
  readonly expected?: string;
  readonly input?: unknown;
  readonly params?: { readonly code?: string };
}

function segment(part: PropertyKey | { readonly key: PropertyKey }): string {
  return String(typeof part === 'object' ? part.key : part);
}

function codeOf(issue: ZodIssue): { code: string; limit?: number } {
  switch (issue.code) {
    case 'custom':
      return { code: issue.params?.code ?? 'format' };
    case 'too_small':
      if (issue.origin === 'file') return { code: 'emptyFile' };
      return {
        code: issue.origin === 'string' || issue.origin === 'array' ? 'tooShort' : 'tooSmall',
        limit: Number(issue.minimum),
      };
    case 'too_big':
      if (issue.origin === 'file') return { code: 'largeFile', limit: Number(issue.maximum) / 1_000_000 };
      return {
        code: issue.origin === 'string' || issue.origin === 'array' ? 'tooLong' : 'tooLarge',
        limit: Number(issue.maximum),
      };
    case 'invalid_type':
      return {
        code:
          issue.expected === 'int' ? 'wholeNumber' : issue.expected === 'number' ? 'notANumber' : 'wrongKind',
      };
    case 'invalid_value':
      return { code: 'choice' };
    case 'unrecognized_keys':
      return { code: 'unknownField' };
    default:
      return { code: 'format' };
  }
}

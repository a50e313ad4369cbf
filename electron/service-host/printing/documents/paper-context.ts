import type { Language } from '#shared/domain/actor.ts';
import type { Moment } from '#shared/domain/days.ts';
import { papers as en } from '#shared/messages/en/papers.ts';
import { papers as zhCN } from '#shared/messages/zh-CN/papers.ts';
import { assertNever } from '#shared/domain/assert.ts';

/** What every paper needs beside its own data: whose it is, in which language, which print this is. */
export interface PaperContext {
  readonly language: Language;
  readonly firm: {
    readonly name: string;
    readonly department: string;
    readonly telephone: string;
    readonly address: string;
    /** PNG or JPEG as a data URL; anything else is left out. */
    readonly logoDataUrl?: string | undefined;
  };
  readonly timeZone: string;
  /** Names of the copies, such as '存根'; the paper is printed once for each. Empty for a single copy without a name. */
  readonly copies: readonly string[];
  readonly print: {
    /** 1 for the first print of this document, then 2, 3, …: from 2 on the paper says that it is a reprint. */
    readonly ordinal: number;
    readonly printedAt: Moment;
    readonly printedBy: string;
    /** Told on a reprint where it is known. */
    readonly firstPrintedAt?: Moment | undefined;
    readonly firstPrintedBy?: string | undefined;
    /** The state of the document at a reprint; empty for documents without states. */
    readonly stateName?: string | undefined;
    /** The ordinal of the earlier print that a reprint is compared with; absent where nothing of one is kept. */
    readonly comparedOrdinal?: number | undefined;
    /** Whether the reprint says of the document the same as that print. */
    readonly saysTheSame?: boolean | undefined;
    /** Looked at, not printed: the paper says so. */
    readonly isPreview?: boolean | undefined;
  };
  /** Check code of the content, as printed: '7F3A-19C2-5E80'. */
  readonly checkCode?: string | undefined;
  /** What the QR code at the foot says; without it no code is printed. */
  readonly qrText?: string | undefined;
  /** Whether the print will carry a code that this preview must not show. */
  readonly qrComesWithPrint?: boolean | undefined;
  /** The firm's own words in place of ours. */
  readonly wording?: Partial<PaperWording> | undefined;
}

/** A word of the papers by its name. */
export type PaperWord = keyof typeof zhCN;
/** Every word of the papers, in one language. */
export type PaperWording = Readonly<Record<PaperWord, string>>;

/** The words a paper is printed in. */
export function wordingOf(context: Pick<PaperContext, 'language' | 'wording'>): PaperWording {
  return { ...wordingIn(context.language), ...context.wording };
}

function wordingIn(language: Language): PaperWording {
  switch (language) {
    case 'zh-CN':
      return zhCN;
    case 'en':
      return en;
    default:
      return assertNever(language);
  }
}

import { fill } from '../fill.ts';
import type { PageFormat, PaperDefinition, PaperFoot, PaperHead } from '../layout/paper-definition.ts';
import { wordingOf, type PaperContext, type PaperWording } from './paper-context.ts';
import { momentText } from './values.ts';

/** What tells one paper from another in its head and foot. */
export interface PaperIdentity {
  readonly title: string;
  readonly number: string;
  readonly caseNumber?: string | undefined;
  readonly page: PageFormat;
  /** The sentence on alterations; the common one when not given. */
  readonly alterations?: string | undefined;
}

/** Head, foot and copies of a paper: everything but its own blocks. */
export function paperFrame(identity: PaperIdentity, context: PaperContext): Omit<PaperDefinition, 'blocks'> {
  const words = wordingOf(context);
  return {
    title: identity.title,
    language: context.language,
    page: identity.page,
    printedAt: context.print.printedAt,
    copies: context.copies.length === 0 ? [''] : copyNames(context, words),
    head: head(identity, context, words),
    foot: foot(identity, context, words),
  };
}

function head(identity: PaperIdentity, { firm, print }: PaperContext, words: PaperWording): PaperHead {
  return {
    firmName: firm.name,
    department: joined([firm.department, firm.telephone], words),
    logoDataUrl: firm.logoDataUrl,
    title: identity.title,
    reprintMark: printMark(print, words),
    number: { label: words.number, value: identity.number },
    references: identity.caseNumber ? [fill(words.caseReference, { number: identity.caseNumber })] : [],
    pageOf: words.pageOf,
  };
}

function foot(identity: PaperIdentity, context: PaperContext, words: PaperWording): PaperFoot {
  const { checkCode, firm, qrText, qrComesWithPrint } = context;
  const lines = [
    joined(copyNames(context, words), words),
    joined([...printsOf(context, words), checkCode ? fill(words.checkCode, { code: checkCode }) : ''], words),
    joined(reprintFacts(context.print, words), words),
    identity.alterations ?? words.alterations,
    firm.address,
  ];
  return {
    lines: lines.filter(Boolean),
    qrText: qrText || undefined,
    ...(qrComesWithPrint ? { qrPlace: words.qrComesWithPrint } : {}),
  };
}

/** What tells a preview and a reprint from the first print; empty for that. */
export function printMark(print: PaperContext['print'], words: PaperWording): string {
  if (print.isPreview) return words.previewMark;
  return print.ordinal > 1 ? fill(words.reprintMark, { times: print.ordinal - 1 }) : '';
}

function copyNames({ copies }: PaperContext, words: PaperWording): readonly string[] {
  const ordinals = words.copyOrdinals.split(' ');
  return copies.map((name, index) =>
    fill(words.copy, { ordinal: ordinals[index] ?? index + 1, name }).trim(),
  );
}

function printsOf({ print, timeZone }: PaperContext, words: PaperWording): readonly string[] {
  const at = momentText(print.printedAt, timeZone);
  if (print.isPreview) return [fill(words.previewedAt, { at, by: print.printedBy })];
  if (print.ordinal <= 1) return [fill(words.firstPrint, { at, by: print.printedBy })];
  const first =
    print.firstPrintedAt === undefined
      ? ''
      : fill(words.firstPrint, {
          at: momentText(print.firstPrintedAt, timeZone),
          by: print.firstPrintedBy ?? '',
        }).trim();
  return [first, fill(words.laterPrint, { ordinal: print.ordinal, at, by: print.printedBy })];
}

/** Against which print a reprint can be held, and the state of its document by now. */
function reprintFacts(print: PaperContext['print'], words: PaperWording): readonly string[] {
  const { stateName = '', comparedOrdinal: ordinal, saysTheSame } = print;
  return [
    ...(ordinal === undefined
      ? []
      : [fill(saysTheSame ? words.sameAsPrint : words.otherThanPrint, { ordinal })]),
    ...(stateName === '' ? [] : [fill(words.stateAtPrint, { state: stateName })]),
  ];
}

function joined(parts: readonly string[], words: PaperWording): string {
  return parts.filter(Boolean).join(words.copySeparator);
}

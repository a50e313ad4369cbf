import type { Day } from '#shared/domain/days.ts';
import type { Quantity } from '#shared/domain/quantities.ts';
import { fill } from '../fill.ts';
import type { Block, PaperDefinition, Tag } from '../layout/paper-definition.ts';
import { printMark } from './frame.ts';
import { tag80By50 } from './page-formats.ts';
import { wordingOf, type PaperContext, type PaperWording } from './paper-context.ts';
import { readingText, type PaperUnit } from './unit-facts.ts';
import { quantityText } from './values.ts';

/** 旧件标签: the tags of one issue, one label each. */
export interface OldPartTagPaper {
  readonly tags: readonly OldPartTag[];
}

export interface OldPartTag extends Pick<
  PaperUnit,
  'plate' | 'model' | 'serialNumber' | 'mileageKm' | 'operatingHours'
> {
  readonly number: string;
  readonly caseNumber: string;
  readonly partNumber: string;
  readonly partName: string;
  readonly quantity: Quantity;
  readonly unitName: string;
  readonly fault: string;
  readonly holderName: string;
  readonly dueDay?: Day | undefined;
  /** What the scanner reads at the return. */
  readonly qrText: string;
}

/** One label of 80 × 50 mm for each old part; labels have no copies. */
export function oldPartTagPaper({ tags }: OldPartTagPaper, context: PaperContext): PaperDefinition {
  const words = wordingOf(context);
  const note = printMark(context.print, words) || words.tagNote;
  return {
    title: [words.oldPartTagTitle, tags[0]?.number].filter(Boolean).join(' '),
    language: context.language,
    page: tag80By50,
    printedAt: context.print.printedAt,
    copies: [''],
    blocks: tags.flatMap((tag, index): Block[] => [
      ...(index === 0 ? [] : [{ kind: 'pageBreak' } as const]),
      label(tag, note, context.print.isPreview ?? false, words),
    ]),
  };
}

function label(tag: OldPartTag, note: string, isPreview: boolean, words: PaperWording): Tag {
  return {
    kind: 'tag',
    title: words.oldPartTagTitle,
    number: tag.number,
    // A preview that is hung on a part must not be taken for its tag by the scanner.
    ...(isPreview ? { qrPlace: words.qrComesWithTag } : { qrText: tag.qrText }),
    note,
    facts: [
      {
        label: words.tagPart,
        value: tag.partNumber,
        ending: fill(words.tagQuantity, { quantity: quantityText(tag.quantity, tag.unitName) }),
        lines: 1,
      },
      { label: words.tagName, value: tag.partName, lines: 1 },
      { label: words.tagCase, value: tag.caseNumber, lines: 1 },
      {
        label: words.tagUnit,
        value: [tag.plate || tag.serialNumber, tag.model].filter(Boolean).join(' '),
        lines: 1,
      },
      { label: words.tagReading, value: readingText(tag, words), lines: 1 },
      { label: words.tagHolder, value: tag.holderName, lines: 1 },
      { label: words.tagDue, value: tag.dueDay ?? '', lines: 1 },
      { label: words.tagFault, value: tag.fault, lines: 2 },
    ],
  };
}

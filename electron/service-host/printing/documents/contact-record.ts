import type { Day, Moment } from '#shared/domain/days.ts';
import { fill } from '../fill.ts';
import type { Block, PaperDefinition } from '../layout/paper-definition.ts';
import { paperFrame } from './frame.ts';
import { a4 } from './page-formats.ts';
import { wordingOf, type PaperContext, type PaperWording } from './paper-context.ts';
import {
  addressRow,
  customerRow,
  factGrid,
  labelWidthMm,
  readingFact,
  unitRow,
  type PaperCustomer,
  type PaperUnit,
} from './unit-facts.ts';
import { momentText } from './values.ts';

/** 来电来函记录: one call or letter as it stands in the register. Names of kinds and states come in the paper's language. */
export interface ContactRecordPaper extends PaperCustomer, PaperUnit {
  readonly number: string;
  readonly caseNumber: string;
  /** Such as '来电', '去电', '来函'. */
  readonly kindName: string;
  readonly at: Moment;
  readonly recordedBy: string;
  readonly categoryName: string;
  readonly urgencyName: string;
  readonly faultGroupName: string;
  readonly stateName: string;
  /** The sender's own reference; of letters only. */
  readonly senderReference: string;
  readonly receivedDay?: Day | undefined;
  readonly nextCallAt?: Moment | undefined;
  readonly summary: string;
  readonly answer: string;
  /** Why the entry was voided; empty for one that holds. */
  readonly voidReason: string;
}

/** The contact record on A4. */
export function contactRecordPaper(contact: ContactRecordPaper, context: PaperContext): PaperDefinition {
  const words = wordingOf(context);
  return {
    ...paperFrame(
      { title: words.contactRecordTitle, number: contact.number, caseNumber: contact.caseNumber, page: a4 },
      context,
    ),
    blocks: [
      ...voidMark(contact, words),
      facts(contact, context, words),
      {
        kind: 'textBoxes',
        labelMm: labelWidthMm(context),
        rows: [
          { label: words.contactSummary, text: contact.summary, heightMm: 58 },
          { label: words.contactAnswer, text: contact.answer, heightMm: 58 },
        ],
      },
      {
        kind: 'signatures',
        heightMm: 26,
        dateLine: words.signatureDate,
        fields: [
          { label: words.signedByClerk, note: contact.recordedBy },
          { label: words.signedByLeader, note: '' },
        ],
      },
    ],
  };
}

function voidMark(contact: ContactRecordPaper, words: PaperWording): readonly Block[] {
  if (contact.voidReason === '') return [];
  return [
    {
      kind: 'emphasis',
      text: words.voidMark,
      detail: fill(words.voidReason, { reason: contact.voidReason }),
    },
  ];
}

function facts(contact: ContactRecordPaper, context: PaperContext, words: PaperWording): Block {
  const isLetter = contact.senderReference !== '' || contact.receivedDay !== undefined;
  return factGrid(
    [
      [
        { label: words.contactKind, value: contact.kindName },
        { label: words.contactAt, value: momentText(contact.at, context.timeZone) },
        { label: words.recordedBy, value: contact.recordedBy },
      ],
      ...(isLetter
        ? [
            [
              { label: words.senderReference, value: contact.senderReference, pairs: 2 },
              { label: words.receivedDay, value: contact.receivedDay ?? '' },
            ],
          ]
        : []),
      customerRow(contact, words),
      unitRow(contact, words),
      addressRow(contact, words),
      [
        { label: words.saleDay, value: contact.saleDay ?? '' },
        readingFact(contact, words),
        { label: words.faultGroup, value: contact.faultGroupName },
      ],
      [
        { label: words.classification, value: contact.categoryName },
        { label: words.urgency, value: contact.urgencyName },
        { label: words.contactState, value: contact.stateName },
      ],
      ...(contact.nextCallAt === undefined
        ? []
        : [[{ label: words.nextCallAt, value: momentText(contact.nextCallAt, context.timeZone) }]]),
    ],
    context,
  );
}

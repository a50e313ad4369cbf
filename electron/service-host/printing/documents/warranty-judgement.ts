import { assertNever } from '#shared/domain/assert.ts';
import type { Day, Moment } from '#shared/domain/days.ts';
import type { Verdict } from '#shared/domain/states.ts';
import { fill } from '../fill.ts';
import type { Block, Emphasis, PaperDefinition, TextBoxes } from '../layout/paper-definition.ts';
import { paperFrame } from './frame.ts';
import { a5Landscape } from './page-formats.ts';
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
import { countText, momentText } from './values.ts';

/** 三包判定单: a judgement with everything it was made on, so that the half-sheet says the same a year later. */
export interface WarrantyJudgementPaper extends PaperCustomer, PaperUnit {
  readonly number: string;
  readonly caseNumber: string;
  readonly componentGroupName: string;
  /** Name and version or first day of the policy the judgement was made under. */
  readonly policyName: string;
  readonly clause: string;
  readonly basisDay: Day;
  readonly verdict: Verdict;
  /** The last day covered. */
  readonly endDay?: Day | undefined;
  /** What is left of each limit; negative for what is over, absent for what is not limited. */
  readonly daysLeft?: number | undefined;
  readonly kilometresLeft?: number | undefined;
  readonly hoursLeft?: number | undefined;
  /** Sentences, in the paper's language. */
  readonly reasons: readonly string[];
  readonly extensions: readonly WarrantyExtension[];
  readonly overruling?: WarrantyOverruling | undefined;
  readonly judgedBy: string;
  readonly judgedAt: Moment;
}

/** Days under repair or waiting for parts that prolong the term. */
export interface WarrantyExtension {
  readonly caseNumber: string;
  readonly fromDay: Day;
  readonly toDay: Day;
  readonly days: number;
  readonly reason: string;
}

/** A leader's decision against the computed verdict. */
export interface WarrantyOverruling {
  readonly verdict: Verdict;
  readonly reason: string;
  readonly by: string;
  readonly at: Moment;
}

/** The judgement on half a sheet. */
export function warrantyJudgementPaper(
  judgement: WarrantyJudgementPaper,
  context: PaperContext,
): PaperDefinition {
  const words = wordingOf(context);
  return {
    ...paperFrame(
      {
        title: words.warrantyJudgementTitle,
        number: judgement.number,
        caseNumber: judgement.caseNumber,
        page: a5Landscape,
      },
      context,
    ),
    blocks: [
      facts(judgement, context, words),
      verdict(judgement, words),
      grounds(judgement, context, words),
      {
        kind: 'signatures',
        heightMm: 15.5,
        dateLine: words.signatureDate,
        fields: [
          {
            label: words.signedByJudge,
            note: fill(words.judgedBy, {
              name: judgement.judgedBy,
              at: momentText(judgement.judgedAt, context.timeZone),
            }),
          },
          { label: words.signedByLeader, note: '' },
          { label: words.signedByCustomer, note: '' },
        ],
      },
    ],
  };
}

function facts(judgement: WarrantyJudgementPaper, context: PaperContext, words: PaperWording): Block {
  const policy =
    judgement.clause === ''
      ? judgement.policyName
      : fill(words.policyClause, { policy: judgement.policyName, clause: judgement.clause });
  return factGrid(
    [
      customerRow(judgement, words),
      unitRow(judgement, words),
      addressRow(judgement, words),
      [
        { label: words.saleDay, value: judgement.saleDay ?? '' },
        readingFact(judgement, words),
        { label: words.basisDay, value: judgement.basisDay },
      ],
      [
        { label: words.componentGroup, value: judgement.componentGroupName, pairs: 1 },
        { label: words.policy, value: policy },
      ],
    ],
    context,
  );
}

function verdict(judgement: WarrantyJudgementPaper, words: PaperWording): Emphasis {
  const limits = [
    judgement.endDay === undefined ? '' : fill(words.coveredUntil, { day: judgement.endDay }),
    left(judgement.daysLeft, words.daysLeft, words.daysOver),
    left(judgement.kilometresLeft, words.kilometresLeft, words.kilometresOver),
    left(judgement.hoursLeft, words.hoursLeft, words.hoursOver),
  ].filter(Boolean);
  const limitCount = [judgement.daysLeft, judgement.kilometresLeft, judgement.hoursLeft].filter(
    (limit) => limit !== undefined,
  ).length;
  return {
    kind: 'emphasis',
    text: verdictName(judgement.overruling?.verdict ?? judgement.verdict, words),
    detail: [...limits, ...(limitCount > 1 ? [words.whicheverFirst] : [])].join(words.listSeparator),
  };
}

function left(count: number | undefined, wordsLeft: string, wordsOver: string): string {
  if (count === undefined) return '';
  return fill(count < 0 ? wordsOver : wordsLeft, { count: countText(Math.abs(count)) });
}

function grounds(judgement: WarrantyJudgementPaper, context: PaperContext, words: PaperWording): TextBoxes {
  const { extensions, overruling } = judgement;
  const extensionLines = extensions.map((extension) =>
    fill(words.extensionLine, {
      case: extension.caseNumber,
      from: extension.fromDay,
      to: extension.toDay,
      days: extension.days,
      reason: extension.reason,
    }),
  );
  const total = fill(words.extensionTotal, {
    days: extensions.reduce((sum, extension) => sum + extension.days, 0),
  });
  return {
    kind: 'textBoxes',
    labelMm: labelWidthMm(context),
    rows: [
      { label: words.judgementReasons, text: judgement.reasons.join('\n'), heightMm: 0 },
      ...(extensions.length === 0
        ? []
        : [{ label: words.extensions, text: [...extensionLines, total].join('\n'), heightMm: 0 }]),
      ...(overruling === undefined
        ? []
        : [
            {
              label: words.overruled,
              text: fill(words.overruledLine, {
                before: verdictName(judgement.verdict, words),
                after: verdictName(overruling.verdict, words),
                by: overruling.by,
                at: momentText(overruling.at, context.timeZone),
                reason: overruling.reason,
              }),
              heightMm: 0,
            },
          ]),
    ],
  };
}

function verdictName(verdict: Verdict, words: PaperWording): string {
  switch (verdict) {
    case 'covered':
      return words.verdictCovered;
    case 'notCovered':
      return words.verdictNotCovered;
    case 'undecided':
      return words.verdictUndecided;
    default:
      return assertNever(verdict);
  }
}

import type { Moment } from '#shared/domain/days.ts';
import type { Fen } from '#shared/domain/money.ts';
import type { Quantity } from '#shared/domain/quantities.ts';
import { satisfactions, type Satisfaction } from '#shared/domain/states.ts';
import { fill } from '../fill.ts';
import type { Block, LineTable, PaperDefinition, Signatures, TextBoxes } from '../layout/paper-definition.ts';
import { a4 } from './page-formats.ts';
import { wordingOf, type PaperContext, type PaperWording } from './paper-context.ts';
import { paperFrame } from './frame.ts';
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
import { moneyInWordsText, moneyText, momentText, orDash, quantityText, signedText } from './values.ts';

/** 服务报告: what was found and done, to be signed by the customer after the work. */
export interface ServiceReportPaper extends PaperCustomer, PaperUnit {
  readonly number: string;
  readonly caseNumber: string;
  /** The judgement in one line, such as '三包内（底盘 3.2，余 47 天）'. */
  readonly warrantyJudgement: string;
  readonly arrivedAt?: Moment | undefined;
  readonly finishedAt?: Moment | undefined;
  readonly technicians: readonly { readonly name: string; readonly inCharge: boolean }[];
  readonly symptom: string;
  readonly cause: string;
  readonly work: string;
  readonly faultPlaceOpenedBefore: boolean;
  readonly lines: readonly ServiceReportLine[];
  readonly compensation: string;
  readonly feeFen: Fen;
  /** What the fee is made of; empty where nothing is charged or nobody has to know. */
  readonly feeLines: readonly { readonly name: string; readonly amountFen: Fen }[];
  readonly satisfaction?: Satisfaction | undefined;
  readonly customerRemarks: string;
  /** Who signed for the customer, and when, once the scan of it is filed. */
  readonly signedBy: string;
  readonly signedAt?: Moment | undefined;
  readonly approvedBy: string;
  readonly approvedAt?: Moment | undefined;
  /** Approved additions to a signed report, in the order of their numbers. */
  readonly supplements: readonly ServiceReportSupplement[];
}

export interface ServiceReportLine {
  readonly partNumber: string;
  readonly partName: string;
  readonly quantity: Quantity;
  readonly unitName: string;
  readonly reason: string;
  /** Empty where the old part need not come back. */
  readonly oldPartTagNumber: string;
}

export interface ServiceReportSupplement {
  readonly ordinal: number;
  readonly text: string;
  readonly writtenBy: string;
  readonly writtenAt: Moment;
  readonly approvedBy: string;
  readonly approvedAt?: Moment | undefined;
}

/** The service report on A4. */
export function serviceReportPaper(report: ServiceReportPaper, context: PaperContext): PaperDefinition {
  const words = wordingOf(context);
  const identity = {
    title: words.serviceReportTitle,
    number: report.number,
    caseNumber: report.caseNumber,
    page: a4,
    alterations:
      context.qrText || context.qrComesWithPrint ? words.alterationsReport : words.alterationsReportWithoutQr,
  };
  return {
    ...paperFrame(identity, context),
    blocks: [
      facts(report, context, words),
      findings(report, context, words),
      replacedParts(report, words),
      customerOpinion(report, context, words),
      signatures(report, context, words),
      ...supplements(report, context, words),
    ],
  };
}

function facts(report: ServiceReportPaper, context: PaperContext, words: PaperWording): Block {
  const technicians = report.technicians.map(({ name, inCharge }) =>
    inCharge ? fill(words.inCharge, { name }) : name,
  );
  return factGrid(
    [
      customerRow(report, words),
      unitRow(report, words),
      addressRow(report, words),
      [
        { label: words.saleDay, value: report.saleDay ?? '' },
        readingFact(report, words),
        { label: words.judgement, value: report.warrantyJudgement },
      ],
      [
        { label: words.arrivedAt, value: momentText(report.arrivedAt, context.timeZone) },
        { label: words.finishedAt, value: momentText(report.finishedAt, context.timeZone) },
        { label: words.technicians, value: technicians.join(words.listSeparator) },
      ],
    ],
    context,
  );
}

function findings(report: ServiceReportPaper, context: PaperContext, words: PaperWording): TextBoxes {
  const cause = report.faultPlaceOpenedBefore
    ? [report.cause, words.faultPlaceOpened].filter(Boolean).join('\n')
    : report.cause;
  const feeLines = report.feeLines.map(({ name, amountFen }) =>
    fill(words.feeLine, { name, amount: moneyText(amountFen, words) }),
  );
  return {
    kind: 'textBoxes',
    labelMm: labelWidthMm(context),
    rows: [
      { label: words.symptom, text: report.symptom, heightMm: 19.5 },
      { label: words.cause, text: cause, heightMm: 19.5 },
      { label: words.work, text: report.work, heightMm: 19.5 },
      ...(report.compensation === ''
        ? []
        : [{ label: words.compensation, text: report.compensation, heightMm: 0 }]),
      ...(feeLines.length === 0
        ? []
        : [{ label: words.feeLines, text: feeLines.join(words.listSeparator), heightMm: 0 }]),
    ],
  };
}

function replacedParts(report: ServiceReportPaper, words: PaperWording): LineTable {
  return {
    kind: 'lineTable',
    columns: [
      { title: words.position, width: 9, align: 'center' },
      { title: words.partNumber, width: 32, align: 'left', isWhole: true },
      { title: words.partName, width: 43, align: 'left' },
      { title: words.quantity, width: 19, align: 'center', isWhole: true },
      { title: words.replacementReason, width: 'rest', align: 'left' },
      { title: words.oldPartTagNumber, width: 32, align: 'left', isWhole: true },
    ],
    rows: report.lines.map((line, index) => [
      String(index + 1),
      line.partNumber,
      line.partName,
      quantityText(line.quantity, line.unitName),
      line.reason,
      orDash(line.oldPartTagNumber, words),
    ]),
    closing: [
      [
        { text: words.blankBelow, columns: 3 },
        { text: words.fee, columns: 1, align: 'center' },
        { text: moneyInWordsText(report.feeFen, words), columns: 2, align: 'right' },
      ],
    ],
  };
}

function customerOpinion(report: ServiceReportPaper, context: PaperContext, words: PaperWording): TextBoxes {
  const boxes = satisfactions.map((satisfaction) =>
    fill(satisfaction === report.satisfaction ? words.ticked : words.unticked, { what: words[satisfaction] }),
  );
  const text = `${boxes.join('　')}\n${fill(words.remarks, { text: report.customerRemarks })}`;
  return {
    kind: 'textBoxes',
    labelMm: labelWidthMm(context),
    rows: [{ label: words.satisfaction, text, heightMm: 18 }],
  };
}

function signatures(report: ServiceReportPaper, context: PaperContext, words: PaperWording): Signatures {
  const { signedBy, signedAt, approvedBy, approvedAt } = report;
  const signed = fill(words.signedOnRecord, { by: signedBy, at: momentText(signedAt, context.timeZone) });
  return {
    kind: 'signatures',
    heightMm: 29,
    dateLine: words.signatureDate,
    fields: [
      { label: words.signedByCustomerWithSeal, note: signedAt === undefined ? words.signAfterWork : signed },
      { label: words.signedByTechnician, note: '' },
      { label: words.approvedByDepartment, note: signedText(approvedBy, approvedAt, context) },
    ],
  };
}

function supplements(
  report: ServiceReportPaper,
  context: PaperContext,
  words: PaperWording,
): readonly Block[] {
  if (report.supplements.length === 0) return [];
  const rows = report.supplements.map((supplement) => ({
    label: fill(words.supplementLabel, { ordinal: supplement.ordinal }),
    text: `${supplement.text}\n${fill(words.supplementSigned, {
      by: supplement.writtenBy,
      at: momentText(supplement.writtenAt, context.timeZone),
      approvedBy: supplement.approvedBy,
      approvedAt: momentText(supplement.approvedAt, context.timeZone),
    })}`,
    heightMm: 0,
  }));
  return [{ kind: 'textBoxes', labelMm: labelWidthMm(context), rows }];
}

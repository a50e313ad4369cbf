import type { Moment } from '#shared/domain/days.ts';
import type { Fen } from '#shared/domain/money.ts';
import type { Quantity } from '#shared/domain/quantities.ts';
import { fill } from '../fill.ts';
import type { Block, LineTable, PaperDefinition } from '../layout/paper-definition.ts';
import { paperFrame } from './frame.ts';
import { a4 } from './page-formats.ts';
import { wordingOf, type PaperContext, type PaperWording } from './paper-context.ts';
import { partText } from './part-text.ts';
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

/** 备用件领料单: a request for parts, with what the approver decided. Names of states come in the paper's language. */
export interface RequisitionPaper extends PaperCustomer, PaperUnit {
  readonly number: string;
  readonly caseNumber: string;
  readonly workOrderNumber: string;
  readonly stateName: string;
  readonly purposeName: string;
  /** Whose account the parts are charged to. */
  readonly holderName: string;
  readonly requestedBy: string;
  readonly requestedAt?: Moment | undefined;
  readonly approvedBy: string;
  readonly approvedAt?: Moment | undefined;
  readonly decisionReason: string;
  /** Who voided it, and why; absent for one that holds. */
  readonly voiding?:
    | { readonly by: string; readonly at?: Moment | undefined; readonly reason: string }
    | undefined;
  readonly notes: string;
  /** A leader's reasons where a warranty judgement was overruled, one sentence each. */
  readonly overrulings: readonly string[];
  /** Why a holder over the limit may draw all the same; empty where nobody had to allow it. */
  readonly overLimitReason: string;
  readonly lines: readonly RequisitionPaperLine[];
}

export interface RequisitionPaperLine {
  readonly partNumber: string;
  readonly partName: string;
  readonly specification: string;
  readonly quantity: Quantity;
  readonly unitName: string;
  readonly unitPriceFen: Fen;
  readonly amountFen: Fen;
  readonly fault: string;
  /** Short: '三包内', '三包外', '自费'. */
  readonly judgementName: string;
  readonly oldPartRequired: boolean;
}

/** The requisition on A4. */
export function requisitionPaper(requisition: RequisitionPaper, context: PaperContext): PaperDefinition {
  const words = wordingOf(context);
  return {
    ...paperFrame(
      {
        title: words.requisitionTitle,
        number: requisition.number,
        caseNumber: requisition.caseNumber,
        page: a4,
      },
      context,
    ),
    blocks: [
      ...voidMark(requisition, context, words),
      facts(requisition, context, words),
      lineTable(requisition, words),
      ...remarks(requisition, context, words),
      {
        kind: 'signatures',
        heightMm: 24,
        dateLine: words.signatureDate,
        fields: [
          { label: words.signedByHolder, note: requisition.holderName },
          {
            label: words.signedByApprover,
            note: signedText(requisition.approvedBy, requisition.approvedAt, context),
          },
          { label: words.signedByWarehouse, note: '' },
        ],
      },
    ],
  };
}

function voidMark(
  { voiding }: RequisitionPaper,
  { timeZone }: PaperContext,
  words: PaperWording,
): readonly Block[] {
  if (voiding === undefined) return [];
  const { by, at, reason } = voiding;
  const detail = fill(words.voidedBecause, { by, at: momentText(at, timeZone), reason }).trim();
  return [{ kind: 'emphasis', text: words.voidMark, detail }];
}

function facts(requisition: RequisitionPaper, context: PaperContext, words: PaperWording): Block {
  return factGrid(
    [
      [
        { label: words.holder, value: requisition.holderName },
        { label: words.purpose, value: requisition.purposeName },
        { label: words.state, value: requisition.stateName },
      ],
      customerRow(requisition, words),
      unitRow(requisition, words),
      addressRow(requisition, words),
      [
        { label: words.saleDay, value: requisition.saleDay ?? '' },
        readingFact(requisition, words),
        // Empty as long as a requisition is made without a work order.
        { label: words.workOrder, value: orDash(requisition.workOrderNumber, words) },
      ],
      [
        { label: words.requestedBy, value: requisition.requestedBy, pairs: 1 },
        { label: words.requestedAt, value: momentText(requisition.requestedAt, context.timeZone) },
      ],
      [
        { label: words.approvedBy, value: requisition.approvedBy, pairs: 1 },
        { label: words.approvedAt, value: momentText(requisition.approvedAt, context.timeZone) },
      ],
    ],
    context,
  );
}

function lineTable(requisition: RequisitionPaper, words: PaperWording): LineTable {
  const totalFen = requisition.lines.reduce((sum, line) => sum + line.amountFen, 0);
  const total = moneyInWordsText(totalFen, words);
  const unpriced = requisition.lines.filter((line) => line.unitPriceFen === 0).length;
  return {
    kind: 'lineTable',
    columns: [
      { title: words.position, width: 8.5, align: 'center' },
      { title: words.partNumber, width: 28, align: 'left', isWhole: true },
      { title: words.partNameAndSpecification, width: 'rest', align: 'left' },
      { title: words.quantity, width: 17, align: 'right', isWhole: true },
      { title: words.unitPrice, width: 20, align: 'right', isWhole: true },
      { title: words.amount, width: 21, align: 'right', isWhole: true },
      { title: words.fault, width: 24, align: 'left' },
      { title: words.judgement, width: 19.5, align: 'left' },
      { title: words.oldPart, width: 13.5, align: 'center' },
    ],
    rows: requisition.lines.map((line, index) => [
      String(index + 1),
      line.partNumber,
      partText(line, words),
      quantityText(line.quantity, line.unitName),
      line.unitPriceFen === 0 ? words.noPrice : moneyText(line.unitPriceFen, words),
      line.unitPriceFen === 0 ? words.noPrice : moneyText(line.amountFen, words),
      line.fault,
      line.judgementName,
      line.oldPartRequired ? words.oldPartRequired : words.oldPartNotRequired,
    ]),
    closing: [
      [
        { text: words.blankBelow, columns: 3 },
        { text: words.total, columns: 1, align: 'right' },
        {
          text: unpriced === 0 ? total : fill(words.withoutPrice, { amount: total, count: unpriced }),
          columns: 5,
          align: 'left',
        },
      ],
    ],
  };
}

function remarks(
  requisition: RequisitionPaper,
  context: PaperContext,
  words: PaperWording,
): readonly Block[] {
  const rows = [
    { label: words.notes, text: requisition.notes },
    { label: words.overrulings, text: requisition.overrulings.join('\n') },
    { label: words.overLimitAllowed, text: requisition.overLimitReason },
    { label: words.decisionReason, text: requisition.decisionReason },
  ].filter((row) => row.text !== '');
  if (rows.length === 0) return [];
  return [
    { kind: 'textBoxes', labelMm: labelWidthMm(context), rows: rows.map((row) => ({ ...row, heightMm: 0 })) },
  ];
}

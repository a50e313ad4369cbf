import type { Moment } from '#shared/domain/days.ts';
import { formatQuantity, type Quantity } from '#shared/domain/quantities.ts';
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
  unitRow,
  type PaperCustomer,
  type PaperUnit,
} from './unit-facts.ts';
import { momentText, orDash, quantityText, signedText } from './values.ts';

/** 出库单: what was handed over, to be signed by whoever takes it. */
export interface IssueSlipPaper extends PaperCustomer, PaperUnit {
  readonly number: string;
  readonly caseNumber: string;
  readonly requisitionNumber: string;
  readonly workOrderNumber: string;
  readonly warehouseName: string;
  readonly holderName: string;
  readonly issuedBy: string;
  readonly issuedAt: Moment;
  /** Carrier and number where the parts are sent; empty where they are taken along. */
  readonly shipment: string;
  readonly notes: string;
  readonly lines: readonly IssueSlipLine[];
}

export interface IssueSlipLine {
  readonly binCode: string;
  readonly partNumber: string;
  readonly partName: string;
  readonly specification: string;
  readonly quantityRequested: Quantity;
  readonly quantityIssued: Quantity;
  /** What stays open as a back order after this issue. */
  readonly quantityShort: Quantity;
  readonly unitName: string;
  readonly substituteFor?: string | undefined;
  /** Empty where the old part need not come back; several tags one after the other. */
  readonly oldPartTagNumbers: readonly string[];
}

/** The issue slip on A4. */
export function issueSlipPaper(slip: IssueSlipPaper, context: PaperContext): PaperDefinition {
  const words = wordingOf(context);
  return {
    ...paperFrame(
      { title: words.issueSlipTitle, number: slip.number, caseNumber: slip.caseNumber, page: a4 },
      context,
    ),
    blocks: [
      facts(slip, context, words),
      lineTable(slip, words),
      ...remarks(slip, context, words),
      {
        kind: 'signatures',
        heightMm: 24,
        dateLine: words.signatureDate,
        fields: [
          { label: words.signedByWarehouse, note: signedText(slip.issuedBy, slip.issuedAt, context) },
          { label: words.signedByHolder, note: slip.holderName },
        ],
      },
    ],
  };
}

function facts(slip: IssueSlipPaper, context: PaperContext, words: PaperWording): Block {
  return factGrid(
    [
      [
        { label: words.requisition, value: slip.requisitionNumber },
        { label: words.workOrder, value: orDash(slip.workOrderNumber, words) },
        { label: words.holder, value: slip.holderName },
      ],
      [
        { label: words.warehouse, value: slip.warehouseName },
        { label: words.issuedAt, value: momentText(slip.issuedAt, context.timeZone) },
        { label: words.issuedBy, value: slip.issuedBy },
      ],
      customerRow(slip, words),
      unitRow(slip, words),
      addressRow(slip, words),
    ],
    context,
  );
}

function lineTable(slip: IssueSlipPaper, words: PaperWording): LineTable {
  return {
    kind: 'lineTable',
    columns: [
      { title: words.position, width: 8.5, align: 'center' },
      { title: words.bin, width: 22, align: 'left', isWhole: true },
      { title: words.partNumber, width: 31, align: 'left', isWhole: true },
      { title: words.partNameAndSpecification, width: 'rest', align: 'left' },
      { title: words.requested, width: 17, align: 'right', isWhole: true },
      { title: words.issued, width: 18.5, align: 'right', isWhole: true },
      { title: words.short, width: 13.5, align: 'right', isWhole: true },
      { title: words.oldPartTagNumber, width: 31.5, align: 'left', isWhole: true },
    ],
    rows: slip.lines.map((line, index) => [
      String(index + 1),
      line.binCode,
      line.partNumber,
      partText(line, words),
      formatQuantity(line.quantityRequested),
      quantityText(line.quantityIssued, line.unitName),
      line.quantityShort === 0 ? words.nothing : formatQuantity(line.quantityShort),
      orDash(line.oldPartTagNumbers.join('\n'), words),
    ]),
    closing: [[{ text: words.blankBelow, columns: 8 }]],
  };
}

function remarks(slip: IssueSlipPaper, context: PaperContext, words: PaperWording): readonly Block[] {
  const rows = [
    { label: words.shipment, text: slip.shipment },
    { label: words.notes, text: slip.notes },
  ].filter((row) => row.text !== '');
  if (rows.length === 0) return [];
  return [
    { kind: 'textBoxes', labelMm: labelWidthMm(context), rows: rows.map((row) => ({ ...row, heightMm: 0 })) },
  ];
}

import type { Day } from '#shared/domain/days.ts';
import type { Fen } from '#shared/domain/money.ts';
import type { Quantity } from '#shared/domain/quantities.ts';
import { fill } from '../fill.ts';
import type { Block, LineTable, PaperDefinition } from '../layout/paper-definition.ts';
import { paperFrame } from './frame.ts';
import { a4 } from './page-formats.ts';
import { wordingOf, type PaperContext, type PaperWording } from './paper-context.ts';
import { partText } from './part-text.ts';
import { factGrid, labelWidthMm } from './unit-facts.ts';
import { moneyInWordsText, moneyText, quantityText } from './values.ts';

/** 备用件接收单: goods received and checked. */
export interface ReceiptPaper {
  readonly number: string;
  readonly supplierName: string;
  readonly deliveryNote: string;
  readonly purposeName: string;
  readonly warehouseName: string;
  readonly day: Day;
  readonly receivedBy: string;
  readonly specificationChecked: boolean;
  readonly quantityChecked: boolean;
  readonly qualityChecked: boolean;
  readonly notes: string;
  readonly lines: readonly ReceiptPaperLine[];
}

export interface ReceiptPaperLine {
  readonly binCode: string;
  readonly partNumber: string;
  readonly partName: string;
  readonly specification: string;
  readonly quantity: Quantity;
  readonly unitName: string;
  readonly unitPriceFen: Fen;
  readonly amountFen: Fen;
}

/** The receipt on A4, in duplicate: where no copies are named, one for the warehouse and one for whoever delivered. */
export function receiptPaper(receipt: ReceiptPaper, context: PaperContext): PaperDefinition {
  const words = wordingOf(context);
  const copies =
    context.copies.length === 0 ? [words.copyReceiptWarehouse, words.copyReceiptDeliverer] : context.copies;
  return {
    ...paperFrame({ title: words.receiptTitle, number: receipt.number, page: a4 }, { ...context, copies }),
    blocks: [
      facts(receipt, context, words),
      lineTable(receipt, words),
      ...(receipt.notes === ''
        ? []
        : [
            {
              kind: 'textBoxes',
              labelMm: labelWidthMm(context),
              rows: [{ label: words.notes, text: receipt.notes, heightMm: 0 }],
            } as const,
          ]),
      {
        kind: 'signatures',
        heightMm: 24,
        dateLine: words.signatureDate,
        fields: [
          { label: words.signedByDeliverer, note: '' },
          { label: words.signedByInspector, note: '' },
          { label: words.signedByWarehouse, note: '' },
        ],
      },
    ],
  };
}

function facts(receipt: ReceiptPaper, context: PaperContext, words: PaperWording): Block {
  const check = (done: boolean, what: string): string =>
    fill(done ? words.checked : words.unchecked, { what });
  const checks = [
    check(receipt.specificationChecked, words.checkSpecification),
    check(receipt.quantityChecked, words.checkQuantity),
    check(receipt.qualityChecked, words.checkQuality),
  ];
  return factGrid(
    [
      [
        { label: words.supplier, value: receipt.supplierName, pairs: 2 },
        { label: words.receiptDay, value: receipt.day },
      ],
      [
        { label: words.deliveryNote, value: receipt.deliveryNote },
        { label: words.receiptPurpose, value: receipt.purposeName },
        { label: words.warehouse, value: receipt.warehouseName },
      ],
      [
        { label: words.checks, value: checks.join('　'), pairs: 2 },
        { label: words.receivedBy, value: receipt.receivedBy },
      ],
    ],
    context,
  );
}

function lineTable(receipt: ReceiptPaper, words: PaperWording): LineTable {
  const totalFen = receipt.lines.reduce((sum, line) => sum + line.amountFen, 0);
  return {
    kind: 'lineTable',
    columns: [
      { title: words.position, width: 8.5, align: 'center' },
      { title: words.partNumber, width: 34, align: 'left', isWhole: true },
      { title: words.partNameAndSpecification, width: 'rest', align: 'left' },
      { title: words.bin, width: 22, align: 'left', isWhole: true },
      { title: words.quantity, width: 20, align: 'right', isWhole: true },
      { title: words.unitPrice, width: 22, align: 'right', isWhole: true },
      { title: words.amount, width: 25, align: 'right', isWhole: true },
    ],
    rows: receipt.lines.map((line, index) => [
      String(index + 1),
      line.partNumber,
      partText(line, words),
      line.binCode,
      quantityText(line.quantity, line.unitName),
      moneyText(line.unitPriceFen, words),
      moneyText(line.amountFen, words),
    ]),
    closing: [
      [
        { text: words.blankBelow, columns: 2 },
        { text: words.total, columns: 1, align: 'right' },
        { text: moneyInWordsText(totalFen, words), columns: 4, align: 'right' },
      ],
    ],
  };
}

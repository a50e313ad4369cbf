import type { Quantity } from '#shared/domain/quantities.ts';
import type { LineTable, PaperDefinition } from '../layout/paper-definition.ts';
import { paperFrame } from './frame.ts';
import { a4 } from './page-formats.ts';
import { wordingOf, type PaperContext, type PaperWording } from './paper-context.ts';
import { partText } from './part-text.ts';
import { factGrid } from './unit-facts.ts';
import { quantityText } from './values.ts';

/** 拣货单: what is to be taken from which bin for a requisition. */
export interface PickListPaper {
  /** The number of the requisition that is picked for. */
  readonly number: string;
  readonly caseNumber: string;
  readonly warehouseName: string;
  readonly holderName: string;
  readonly customerName: string;
  readonly lines: readonly PickListLine[];
}

export interface PickListLine {
  readonly binCode: string;
  readonly partNumber: string;
  readonly partName: string;
  readonly specification: string;
  readonly quantityOnHand: Quantity;
  readonly quantity: Quantity;
  readonly unitName: string;
  /** Number of the part that was asked for, where another is given in its place. */
  readonly substituteFor?: string | undefined;
}

/** The pick list on A4, in the order in which one walks past the bins. */
export function pickListPaper(pickList: PickListPaper, context: PaperContext): PaperDefinition {
  const words = wordingOf(context);
  return {
    ...paperFrame(
      {
        title: words.pickListTitle,
        number: pickList.number,
        caseNumber: pickList.caseNumber,
        page: a4,
        alterations: words.pickListNote,
      },
      context,
    ),
    blocks: [
      factGrid(
        [
          [
            { label: words.warehouse, value: pickList.warehouseName },
            { label: words.holder, value: pickList.holderName },
            { label: words.customer, value: pickList.customerName },
          ],
        ],
        context,
      ),
      lineTable(pickList, words),
      {
        kind: 'signatures',
        heightMm: 22,
        dateLine: words.signatureDate,
        fields: [
          { label: words.signedByPicker, note: '' },
          { label: words.signedByChecker, note: '' },
        ],
      },
    ],
  };
}

const inWalkingOrder = new Intl.Collator('en', { numeric: true });

function lineTable(pickList: PickListPaper, words: PaperWording): LineTable {
  const lines = pickList.lines.toSorted(
    (one, other) =>
      inWalkingOrder.compare(one.binCode, other.binCode) ||
      inWalkingOrder.compare(one.partNumber, other.partNumber),
  );
  return {
    kind: 'lineTable',
    columns: [
      { title: words.position, width: 8.5, align: 'center' },
      { title: words.bin, width: 26, align: 'left', isWhole: true },
      { title: words.partNumber, width: 32, align: 'left', isWhole: true },
      { title: words.partNameAndSpecification, width: 'rest', align: 'left' },
      { title: words.onHand, width: 20, align: 'right', isWhole: true },
      { title: words.pick, width: 20, align: 'right', isWhole: true },
      { title: words.picked, width: 20, align: 'center' },
      { title: words.done, width: 10, align: 'center' },
    ],
    rows: lines.map((line, index) => [
      String(index + 1),
      line.binCode,
      line.partNumber,
      partText(line, words),
      quantityText(line.quantityOnHand, line.unitName),
      quantityText(line.quantity, line.unitName),
      '',
      words.box,
    ]),
    closing: [[{ text: words.blankBelow, columns: 8 }]],
  };
}

import type { RequisitionRow } from '../contract/requisitions.rows.ts';
import { list } from './list.ts';

/** A line of a requisition, with what it shares with the other lines. */
export interface ListedLine extends Pick<
  RequisitionRow,
  | 'number'
  | 'state'
  | 'purpose'
  | 'createdAt'
  | 'createdByName'
  | 'holderName'
  | 'caseNumber'
  | 'customerName'
  | 'unitPlate'
> {
  readonly partNumber: string;
  readonly partName: string;
  readonly quantity: number;
  readonly issuedQuantity: number;
  readonly clearedQuantity: number;
  /** Of the quantity asked for. */
  readonly amountFen: number;
  readonly fault: string;
}

/** The requisitions line by line; a file alone. */
export const requisitionLinesList = list<ListedLine>('requisition', {
  number: {},
  state: { width: 80, words: 'requisitionState' },
  purpose: { width: 60, words: 'requisitionPurpose' },
  createdAt: {},
  createdByName: { width: 90 },
  holderName: { width: 90 },
  caseNumber: {},
  customerName: { width: 170 },
  unitPlate: { width: 90 },
  partNumber: {},
  partName: { width: 170 },
  quantity: {},
  issuedQuantity: {},
  clearedQuantity: {},
  amountFen: {},
  fault: { width: 280 },
});

import type { Day, Moment } from './days.ts';
import type { Fen } from './money.ts';
import type { Quantity } from './quantities.ts';
import type { Verdict } from './states.ts';

/**
 * Everything the paper of a report says before the customer writes on it. Sealed as it is when the report is finished:
 * the hash is made over exactly this, and the paper is printed from exactly this, whatever is renamed afterwards.
 */
export interface ReportContent {
  readonly number: string;
  readonly caseNumber: string;
  readonly customerName: string;
  readonly customerAddress: string;
  readonly contactName: string;
  readonly telephone: string;
  readonly plate: string;
  readonly serialNumber: string;
  readonly engineNumber: string;
  readonly model: string;
  readonly saleDay: Day | null;
  readonly judgement: ContentJudgement | null;
  readonly mileageKm: number | null;
  readonly operatingHours: number | null;
  readonly arrivedAt: Moment | null;
  readonly finishedAt: Moment | null;
  readonly technicians: readonly string[];
  readonly symptom: string;
  readonly cause: string;
  readonly work: string;
  readonly faultPlaceOpenedBefore: boolean;
  readonly feeFen: Fen;
  /** What the fee is made of; absent in contents sealed before it was written down. */
  readonly partsFeeFen?: Fen | undefined;
  readonly labourFeeFen?: Fen | undefined;
  readonly travelFeeFen?: Fen | undefined;
  readonly compensation: string;
  readonly lines: readonly ContentLine[];
}

/** The last judgement of the case, as the paper quotes it. */
export interface ContentJudgement {
  readonly number: string;
  readonly verdict: Verdict;
  readonly clause: string;
  readonly daysLeft: number | null;
}

/** One replaced part as the paper names it. */
export interface ContentLine {
  readonly partNumber: string;
  readonly partName: string;
  readonly unitOfMeasure: string;
  readonly quantity: Quantity;
  readonly reason: string;
  /** Numbers of the tags of the old parts, a space between them. */
  readonly oldPartNumber: string;
}

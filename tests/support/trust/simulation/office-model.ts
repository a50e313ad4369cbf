import type { OldPartState } from '#shared/nouns/old-part.card.ts';
import type { ReceiptState } from '#shared/nouns/receipt.card.ts';
import type { RequisitionState } from '#shared/nouns/requisition.card.ts';
import type { ShopPerson } from '../shop.ts';
import type { ModelReport } from './report-model.ts';

/*
 * The office as it ought to be, in memory: written from the requirements and without a line of the program, so that both
 * cannot be wrong in the same way. Quantities in thousandths, money in fen.
 */

/** What the control changes: a model with one rule altered must be found to differ from the program. */
export interface ModelRules {
  readonly ownApprovalAllowed: boolean;
  readonly piecesLostAtIssue: number;
  /** Whether who once stood in for somebody does so for ever. */
  readonly deputiesStay: boolean;
}

export interface ModelBalance {
  readonly quantity: number;
  readonly valueFen: number;
}

export interface ModelReceipt {
  readonly id: string;
  version: number;
  state: ReceiptState;
  readonly isChecked: boolean;
  readonly day: string;
  readonly lines: readonly {
    readonly partId: string;
    readonly accountId: string;
    readonly quantity: number;
    readonly unitPriceFen: number;
  }[];
}

export interface ModelLine {
  /** Empty until somebody has looked it up. */
  id: string;
  readonly partId: string;
  readonly quantity: number;
  readonly oldPartRequired: boolean;
  issuedQuantity: number;
  clearedQuantity: number;
}

export interface ModelIssueLine {
  id: string;
  readonly issueId: string;
  readonly line: ModelLine;
  readonly partId: string;
  readonly quantity: number;
  clearedQuantity: number;
  /** Of what was cleared, that which came back or was lost. */
  goneQuantity: number;
  readonly valueFen: number;
  readonly at: number;
  readonly tags: readonly ModelTag[];
}

/** An old part of one piece that must come back. */
export interface ModelTag {
  /** Empty until somebody has looked it up. */
  id: string;
  readonly number: string;
  readonly partId: string;
  readonly holderId: string;
  state: OldPartState;
  version: number;
}

export interface ModelRequisition {
  readonly id: string;
  version: number;
  state: RequisitionState;
  readonly holderId: string;
  /** The case the parts are for; null for the shelf. */
  readonly caseId: string | null;
  readonly createdBy: ShopPerson;
  takenOverBy: ShopPerson | undefined;
  submittedBy: ShopPerson | undefined;
  readonly editors: Set<ShopPerson>;
  lines: ModelLine[];
  readonly issueLines: ModelIssueLine[];
  isAllowed: boolean;
  isRestClosed: boolean;
}

/** Somebody who stands in for somebody else on certain days. */
export interface ModelDeputy {
  readonly id: string;
  readonly person: ShopPerson;
  readonly deputy: ShopPerson;
  readonly fromDay: string;
  readonly untilDay: string;
  isEnded: boolean;
}

const mayDo = {
  receive: ['warehouse'],
  reverse: ['warehouse', 'leader', 'leader2'],
  write: ['clerk', 'warehouse', 'technician', 'leader', 'leader2'],
  decide: ['leader', 'leader2'],
  issue: ['warehouse'],
  clear: ['clerk', 'warehouse', 'leader', 'leader2'],
  report: ['clerk', 'technician', 'leader', 'leader2'],
  takeIn: ['clerk', 'warehouse', 'quality'],
} as const satisfies Record<string, readonly ShopPerson[]>;
export type Deed = keyof typeof mayDo;

const leaders: readonly ShopPerson[] = ['leader', 'leader2'];
const holderLimitFen = 500_000;
const holderLimitDays = 30;
const backdateDays = 7;
const shanghaiOffsetMs = 8 * 3_600_000;
const dayMs = 86_400_000;

/** Balances under way to what they will be; nothing of it holds until it is kept. */
export class ModelBalances {
  readonly #held: Map<string, ModelBalance>;

  constructor(held: ReadonlyMap<string, ModelBalance> = new Map()) {
    this.#held = new Map(held);
  }

  get all(): ReadonlyMap<string, ModelBalance> {
    return this.#held;
  }

  of(accountId: string, partId: string): ModelBalance {
    return this.#held.get(`${accountId} ${partId}`) ?? { quantity: 0, valueFen: 0 };
  }

  add(accountId: string, partId: string, quantity: number, valueFen: number): void {
    const before = this.of(accountId, partId);
    this.#held.set(`${accountId} ${partId}`, {
      quantity: before.quantity + quantity,
      valueFen: before.valueFen + valueFen,
    });
  }

  /** Moves parts between accounts at their average value; undefined, and nothing moved, when there are not enough. */
  move(partId: string, fromId: string, toId: string, quantity: number): number | undefined {
    const from = this.of(fromId, partId);
    if (quantity > from.quantity) return undefined;
    const valueFen = shareOf(from.valueFen, quantity, from.quantity);
    this.add(fromId, partId, -quantity, -valueFen);
    this.add(toId, partId, quantity, valueFen);
    return valueFen;
  }

  copy(): ModelBalances {
    return new ModelBalances(this.#held);
  }
}

/** Everything the model knows. */
export class OfficeModel {
  balances = new ModelBalances();
  readonly receipts: ModelReceipt[] = [];
  readonly requisitions: ModelRequisition[] = [];
  readonly reports: ModelReport[] = [];
  readonly deputies: ModelDeputy[] = [];
  /** For the report on the simulation: how often the longest ways were gone to their end. */
  clearedAsInstalled = 0;
  decidedByDeputies = 0;
  readonly rules: ModelRules;
  readonly #holderOf: ReadonlyMap<string, ShopPerson>;
  readonly #now: () => number;

  constructor(rules: ModelRules, holderOf: ReadonlyMap<string, ShopPerson>, now: () => number) {
    this.rules = rules;
    this.#holderOf = holderOf;
    this.#now = now;
  }

  /** Every old part that was ever due. */
  get tags(): readonly ModelTag[] {
    return this.requisitions.flatMap((one) => one.issueLines.flatMap((line) => line.tags));
  }

  may(who: ShopPerson, deed: Deed): boolean {
    const people: readonly ShopPerson[] = mayDo[deed];
    return people.includes(who) || (deed === 'decide' && this.#leadersBehind(who).length > 0);
  }

  /**
   * Why somebody may not decide on what concerns these people: by no right of their own and lent none, or because it is
   * their own matter, or that of everybody who lent them the right.
   */
  refusalToDecide(who: ShopPerson, concerned: ReadonlySet<ShopPerson>): 'noRight' | 'own' | undefined {
    const isLeader = leaders.includes(who);
    const behind = this.#leadersBehind(who);
    if (!isLeader && behind.length === 0) return 'noRight';
    if (this.rules.ownApprovalAllowed) return undefined;
    if (concerned.has(who)) return 'own';
    return isLeader || behind.some((leader) => !concerned.has(leader)) ? undefined : 'own';
  }

  /** Whether only a leader's word that was lent lets somebody decide. */
  isDeputy(who: ShopPerson): boolean {
    return !leaders.includes(who);
  }

  /** Everybody whose own matter a requisition is. */
  concernedBy({
    createdBy,
    takenOverBy,
    submittedBy,
    editors,
    holderId,
  }: ModelRequisition): ReadonlySet<ShopPerson> {
    const named = [createdBy, takenOverBy, submittedBy, this.#holderOf.get(holderId), ...editors];
    return new Set(named.filter((person) => person !== undefined));
  }

  /** Whether somebody may write in a draft: whose it is, and who will hold the parts. */
  mayWrite({ createdBy, takenOverBy, holderId }: ModelRequisition, who: ShopPerson): boolean {
    return who === (takenOverBy ?? createdBy) || who === this.holder(holderId);
  }

  /** The person whose account this is. */
  holder(accountId: string): ShopPerson | undefined {
    return this.#holderOf.get(accountId);
  }

  /** Whether anybody but these could approve it by a right of their own. */
  hasApprover(requisition: ModelRequisition, submitter: ShopPerson): boolean {
    const concerned = this.rules.ownApprovalAllowed ? new Set() : this.concernedBy(requisition);
    return leaders.some((leader) => leader !== submitter && !concerned.has(leader));
  }

  #leadersBehind(who: ShopPerson): readonly ShopPerson[] {
    const today = dayText(this.#now());
    return this.deputies
      .filter((one) => one.deputy === who && one.fromDay <= today)
      .filter((one) => this.rules.deputiesStay || (!one.isEnded && today <= one.untilDay))
      .map((one) => one.person)
      .filter((person) => leaders.includes(person));
  }

  isOverLimit(holderId: string, now: number): boolean {
    const open = this.requisitions
      .filter((one) => one.holderId === holderId && (one.state === 'partlyIssued' || one.state === 'issued'))
      .flatMap((one) => one.issueLines)
      .filter((line) => line.quantity > line.clearedQuantity);
    const worth = open.reduce(
      (sum, line) => sum + shareOf(line.valueFen, line.quantity - line.clearedQuantity, line.quantity),
      0,
    );
    return (
      worth > holderLimitFen || open.some((line) => dayNumber(now) - dayNumber(line.at) > holderLimitDays)
    );
  }
}

/** Where a requisition stands by its lines, once it was approved. */
export function stateByLines(lines: readonly ModelLine[], isRestClosed: boolean): RequisitionState {
  const isAnyIssued = lines.some((line) => line.issuedQuantity > 0);
  if (!isAnyIssued) return isRestClosed ? 'cleared' : 'approved';
  const isMoreToCome = !isRestClosed && lines.some((line) => line.issuedQuantity < line.quantity);
  if (isMoreToCome) return 'partlyIssued';
  return lines.some((line) => line.clearedQuantity < line.issuedQuantity) ? 'issued' : 'cleared';
}

/** The part of a value that goes with a part of a quantity, rounded half up; all goes with all. */
export function shareOf(valueFen: number, quantity: number, ofQuantity: number): number {
  if (quantity === ofQuantity) return valueFen;
  const [top, bottom] = [BigInt(valueFen) * BigInt(quantity), BigInt(ofQuantity)];
  return Number((top * 2n + bottom) / (bottom * 2n));
}

/** Whether something may be posted on a day: today or at most a week ago, and not in the month before. */
export function isOpenDay(day: string, now: number): boolean {
  const today = dayText(now);
  return day <= today && day >= dayText(now - backdateDays * dayMs) && day.slice(0, 7) === today.slice(0, 7);
}

/** The day of a moment in Shanghai, counted from 1970. */
export function dayNumber(at: number): number {
  return Math.floor((at + shanghaiOffsetMs) / dayMs);
}

/** The same as YYYY-MM-DD. */
export function dayText(at: number): string {
  return new Date(at + shanghaiOffsetMs).toISOString().slice(0, 10);
}

import { addDays, addMonths, daysBetween, type Day } from '#shared/domain/days.ts';
import type { Exclusion, PolicyBasis, Verdict } from '#shared/domain/states.ts';
import type { MessageKey } from '#shared/messages/translate.ts';

/** What a policy grants one component group; an absent limit does not limit. */
export interface WarrantyTerm {
  readonly clause: string;
  readonly months: number | null;
  readonly mileageKm: number | null;
  readonly operatingHours: number | null;
  readonly wearPart: boolean;
}

/** A policy as one component group meets it; without `term` the policy says nothing of the group. */
export interface JudgingPolicy {
  readonly scope: readonly string[];
  readonly regions: readonly string[];
  /** Days after the sale within which the card has to come; 0 where no card is asked for. */
  readonly cardWithinDays: number;
  readonly replacementTerm: 'restOfTerm' | 'freshTerm';
  readonly term: WarrantyTerm | undefined;
}

/** What is known of the unit that is judged. */
export interface JudgedUnit {
  readonly productCode: string;
  readonly productLine: string;
  readonly saleDay: Day | null;
  readonly cardReceivedDay: Day | null;
  readonly region: string;
}

/** An earlier replacement of the same component group of the unit under warranty, and what the counters showed then. */
export interface Replacement {
  readonly day: Day;
  readonly mileageKm: number | null;
  readonly operatingHours: number | null;
}

/** Everything a judgement is made on. */
export interface JudgementFacts {
  readonly policy: JudgingPolicy | null;
  readonly unit: JudgedUnit;
  readonly basisDay: Day;
  readonly mileageKm: number | null;
  readonly operatingHours: number | null;
  readonly exclusions: readonly Exclusion[];
  readonly replacement: Replacement | null;
  /** Days under repair and waiting for parts by which the term is longer. */
  readonly prolongedDays?: number | undefined;
}

/** A sentence of the book `warranty`, with what stands in its gaps. */
export interface Reason {
  readonly key: `warranty.reason${ReasonName}`;
  readonly parameters: Readonly<Record<string, string | number>>;
}

/** A verdict, what decided it (the deciding reasons first), and what is left of each limit; negative for what is over. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly reasons: readonly Reason[];
  readonly clause: string;
  readonly endDay: Day | null;
  readonly daysLeft: number | null;
  readonly kilometresLeft: number | null;
  readonly hoursLeft: number | null;
}

/** A reason and the verdict it asks for; the worst of all verdicts holds. */
interface Finding {
  readonly asks: Verdict;
  readonly reason: Reason;
}

interface Measured {
  readonly findings: readonly Finding[];
  readonly left: number | null;
}

const badness: Readonly<Record<Verdict, number>> = { covered: 0, undecided: 1, notCovered: 2 };
const longestProlongationDays = 36_500;

/** Judges one component group. Months, kilometres and hours: whichever ends first decides; the last day is inside. */
export function judge(facts: JudgementFacts): Judgement {
  const { policy, unit } = facts;
  if (!policy || specificityOf(policy.scope, unit) === 0)
    return concluded([finding('undecided', 'NoPolicy')]);
  const circumstances = [...excludedBy(facts), ...cardOf(facts, policy), ...regionOf(unit, policy)];
  const { term } = policy;
  if (!term || grantsNothing(term)) return concluded([...circumstances, finding('undecided', 'NoTerm')]);
  if (term.wearPart)
    return concluded([finding('notCovered', 'WearPart'), ...circumstances], { clause: term.clause });
  const replacement = facts.replacement && facts.replacement.day <= facts.basisDay ? facts.replacement : null;
  const isFresh = replacement !== null && policy.replacementTerm === 'freshTerm';
  const start = isFresh ? replacement : { day: unit.saleDay, mileageKm: 0, operatingHours: 0 };
  const time = timeLeft(facts, term, start.day);
  const mileage = counterLeft('Kilometres', term.mileageKm, start.mileageKm, facts.mileageKm);
  const hours = counterLeft('Hours', term.operatingHours, start.operatingHours, facts.operatingHours);
  return concluded(
    [
      ...circumstances,
      ...time.findings,
      ...mileage.findings,
      ...hours.findings,
      ...notesOn(facts, replacement, isFresh),
    ],
    {
      clause: term.clause,
      endDay: time.endDay,
      daysLeft: time.left,
      kilometresLeft: mileage.left,
      hoursLeft: hours.left,
    },
  );
}

/** How closely a policy's scope names a product: 3 its code, 2 its line, 1 because the scope names none, 0 not at all. */
export function specificityOf(
  scope: readonly string[],
  product: { readonly productCode: string; readonly productLine: string },
): 0 | 1 | 2 | 3 {
  if (scope.length === 0) return 1;
  if (scope.includes(product.productCode)) return 3;
  return product.productLine !== '' && scope.includes(product.productLine) ? 2 : 0;
}

/** What a policy says of the time for which it holds. */
export interface PolicyPeriod {
  readonly validFromDay: Day;
  readonly appliesBy: PolicyBasis;
}

/** A product, and the days that decide which policy holds for it. */
export interface PolicyQuestion {
  readonly productCode: string;
  readonly productLine: string;
  /** Null while nobody knows it; the day of the fault decides until then. */
  readonly saleDay: Day | null;
  readonly faultDay: Day;
}

/** Whether a policy holds: for units sold from its first day on, or for faults from that day on, as it says. */
export function holdsFor(
  policy: PolicyPeriod,
  { saleDay, faultDay }: Pick<PolicyQuestion, 'saleDay' | 'faultDay'>,
) {
  const day = policy.appliesBy === 'saleDay' ? (saleDay ?? faultDay) : faultDay;
  return policy.validFromDay <= day;
}

/** The policy that holds for a product: the closest scope wins, then the latest first day, then the latest made. */
export function choosePolicy<
  Policy extends PolicyPeriod & {
    readonly scope: readonly string[];
    readonly createdAt: number;
    readonly published: boolean;
  },
>(policies: readonly Policy[], question: PolicyQuestion): Policy | undefined {
  return policies
    .filter(
      (policy) => policy.published && holdsFor(policy, question) && specificityOf(policy.scope, question) > 0,
    )
    .toSorted(
      (one, other) =>
        specificityOf(other.scope, question) - specificityOf(one.scope, question) ||
        other.validFromDay.localeCompare(one.validFromDay) ||
        other.createdAt - one.createdAt,
    )[0];
}

function grantsNothing({ months, mileageKm, operatingHours, wearPart }: WarrantyTerm): boolean {
  return !wearPart && months === null && mileageKm === null && operatingHours === null;
}

function excludedBy({ exclusions }: JudgementFacts): readonly Finding[] {
  const reasons = {
    tampered: 'Tampered',
    misuse: 'Misuse',
    noCard: 'NoCardSaid',
    outsideRegion: 'OutsideRegionSaid',
  } as const;
  return exclusions.map((exclusion) => finding('notCovered', reasons[exclusion]));
}

/** A card that never came counts once its time is over; one that came late is for a leader to decide. */
function cardOf(
  { unit, basisDay, exclusions }: JudgementFacts,
  { cardWithinDays }: JudgingPolicy,
): readonly Finding[] {
  if (cardWithinDays === 0 || unit.saleDay === null || exclusions.includes('noCard')) return [];
  const lastDay = addDays(unit.saleDay, cardWithinDays);
  const received = unit.cardReceivedDay;
  if (received === null)
    return basisDay > lastDay ? [finding('notCovered', 'NoCard', { days: cardWithinDays, lastDay })] : [];
  return received > lastDay
    ? [
        finding('undecided', 'CardLate', {
          receivedDay: received,
          lastDay,
          days: daysBetween(lastDay, received),
        }),
      ]
    : [];
}

/** '广东深圳' lies in '广东': a region is inside when it begins with one of the policy's. */
function regionOf({ region }: JudgedUnit, { regions }: JudgingPolicy): readonly Finding[] {
  if (regions.length === 0 || regions.some((inside) => region.startsWith(inside))) return [];
  return [
    region === ''
      ? finding('undecided', 'RegionMissing')
      : finding('notCovered', 'OutsideRegion', { region }),
  ];
}

function timeLeft(
  facts: JudgementFacts,
  { months }: WarrantyTerm,
  startDay: Day | null,
): Measured & { readonly endDay: Day | null } {
  const { basisDay, prolongedDays = 0 } = facts;
  if (startDay === null)
    return { findings: [finding('undecided', 'SaleDayMissing')], left: null, endDay: null };
  const early = basisDay < startDay ? [finding('undecided', 'BeforeSale', { saleDay: startDay })] : [];
  if (months === null) return { findings: early, left: null, endDay: null };
  const endDay = addDays(addMonths(startDay, months), Math.min(prolongedDays, longestProlongationDays));
  const left = daysBetween(basisDay, endDay);
  const found =
    left < 0
      ? finding('notCovered', 'MonthsOver', { startDay, months, endDay, days: -left })
      : finding('covered', 'MonthsWithin', { startDay, months, endDay, days: left });
  return { findings: [...early, found], left, endDay };
}

function counterLeft(
  counter: 'Kilometres' | 'Hours',
  limit: number | null,
  start: number | null,
  reading: number | null,
): Measured {
  if (limit === null) return { findings: [], left: null };
  if (reading === null)
    return { findings: [finding('undecided', `${counter}Missing`, { limit })], left: null };
  if (start === null)
    return { findings: [finding('undecided', `${counter}AtReplacementMissing`, { limit })], left: null };
  const left = start + limit - reading;
  const parameters = { limit: start + limit, reading, left: Math.abs(left) };
  return {
    findings: [
      left < 0
        ? finding('notCovered', `${counter}Over`, parameters)
        : finding('covered', `${counter}Within`, parameters),
    ],
    left,
  };
}

function notesOn(
  { prolongedDays = 0 }: JudgementFacts,
  replacement: Replacement | null,
  isFresh: boolean,
): readonly Finding[] {
  return [
    ...(replacement === null
      ? []
      : [finding('covered', isFresh ? 'FreshTerm' : 'RestOfTerm', { day: replacement.day })]),
    ...(prolongedDays === 0 ? [] : [finding('covered', 'Prolonged', { days: prolongedDays })]),
  ];
}

const nothingMeasured = { clause: '', endDay: null, daysLeft: null, kilometresLeft: null, hoursLeft: null };

function concluded(
  findings: readonly Finding[],
  measured: Partial<Omit<Judgement, 'verdict' | 'reasons'>> = {},
): Judgement {
  const worstFirst = findings.toSorted((one, other) => badness[other.asks] - badness[one.asks]);
  return {
    verdict: worstFirst[0]?.asks ?? 'undecided',
    reasons: worstFirst.map((found) => found.reason),
    ...nothingMeasured,
    ...measured,
  };
}

type NameIn<Key> = Key extends `warranty.reason${infer Name}` ? Name : never;
type ReasonName = NameIn<MessageKey>;

function finding(asks: Verdict, name: ReasonName, parameters: Reason['parameters'] = {}): Finding {
  return { asks, reason: { key: `warranty.reason${name}`, parameters } };
}

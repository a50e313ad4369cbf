import type { Day, Moment } from '#shared/domain/days.ts';
import type { Category, ContactDirection, ContactKind, FaultGroup, Urgency } from '#shared/domain/states.ts';
import type { Service } from '../../service/service-context.tsx';
import type { ActInput } from '../../service/use-act.ts';
import { newUnitName, type NewUnit } from './new-unit.ts';

/** Everything the service wants to know of a call or letter, but its operation. */
export type RecordInput = ActInput<Parameters<Service['contacts']['record']['call']>[0]>;
export type Outcome = RecordInput['outcome'];
export type CallerCard = Awaited<ReturnType<Service['contacts']['caller']['call']>>;

/** A record that was picked, with the name it is shown under. */
export interface Picked {
  readonly id: string;
  readonly name: string;
}

/** What the clerk has typed of a call or letter; kept at every key. */
export interface ContactDraft {
  readonly kind: ContactKind;
  readonly direction: ContactDirection;
  /** When the first key was pressed. */
  readonly startedAt: Moment | null;
  readonly receivedDay: Day | null;
  readonly senderReference: string;
  readonly telephone: string;
  /** Null while the name that the books know is good. */
  readonly callerName: string | null;
  /** Null while whoever has the number is good. */
  readonly customer: Picked | null;
  /** The name of a customer to be made. */
  readonly newCustomerName: string | null;
  /** Null while the only unit of the customer is good; 'none' when the call is about no unit. */
  readonly unit: Picked | 'none' | null;
  /** A unit to be made, in place of `unit`. */
  readonly newUnit: NewUnit | null;
  readonly mileageKm: number | null;
  readonly operatingHours: number | null;
  /** The counter was replaced and really shows less. */
  readonly counterReplaced: boolean;
  /** The reading is far beyond the usual pace, and right. */
  readonly readingConfirmed: boolean;
  /** The caller is none of the customers that have the number. */
  readonly unknownCaller: boolean;
  /** Null until somebody chooses. */
  readonly category: Category | null;
  readonly faultGroup: FaultGroup | null;
  readonly urgency: Urgency;
  readonly summary: string;
  readonly answer: string;
  readonly nextCallAt: Moment | null;
  readonly joinedCase: Picked | null;
}

/** A card on which nothing is written yet. */
export function emptyDraft(kind: ContactKind, receivedDay: Day | null): ContactDraft {
  return {
    kind,
    direction: 'in',
    startedAt: null,
    receivedDay,
    senderReference: '',
    telephone: '',
    callerName: null,
    customer: null,
    newCustomerName: null,
    unit: null,
    newUnit: null,
    mileageKm: null,
    operatingHours: null,
    counterReplaced: false,
    readingConfirmed: false,
    unknownCaller: false,
    category: null,
    faultGroup: null,
    urgency: 'notUrgent',
    summary: '',
    answer: '',
    nextCallAt: null,
    joinedCase: null,
  };
}

/** What the draft and the books together say of the caller. */
export interface KnownParties {
  readonly customerId: string | null;
  readonly customerName: string;
  readonly contactPersonId: string | null;
  readonly callerName: string;
  readonly unitId: string | null;
  readonly unitName: string;
  /** Whether it is about a unit, be it one to be made. */
  readonly hasUnit: boolean;
  /** Several customers have the number, and nobody has said yet which of them calls. */
  readonly isUndecided: boolean;
}

/** Who calls about what: what was picked, else what the number says. */
export function partiesOf(draft: ContactDraft, card: CallerCard | undefined): KnownParties {
  const isNew = draft.newCustomerName !== null;
  // The host says so only where neither customer nor unit was picked.
  const needsChoice = !isNew && draft.customer === null && card?.needsChoice === true;
  const isNobody = isNew || needsChoice || draft.unknownCaller;
  const customer = isNobody ? null : (card?.customer ?? null);
  const person = isNobody ? null : (card?.person ?? null);
  const callerName = draft.callerName ?? person?.name ?? '';
  return {
    customerId: isNobody ? null : (draft.customer?.id ?? customer?.id ?? null),
    customerName: draft.newCustomerName ?? draft.customer?.name ?? customer?.name ?? '',
    // Another name than the one that belongs to the number is another person.
    contactPersonId: person && callerName === person.name && isSameCustomer(draft, card) ? person.id : null,
    callerName,
    ...unitOf(draft, isNobody ? undefined : card),
    isUndecided: needsChoice && !draft.unknownCaller,
  };
}

/** The category that holds: an enquiry answers itself, everything else is a repair until somebody says otherwise. */
export function categoryOf(draft: ContactDraft, isAnswering: boolean): Category {
  return draft.category ?? (isAnswering ? 'enquiry' : 'repair');
}

/** The draft as the service takes it. */
export function inputOf(
  draft: ContactDraft,
  parties: KnownParties,
  outcome: Outcome,
  now: Moment,
): RecordInput {
  const {
    kind,
    direction,
    senderReference,
    telephone,
    mileageKm,
    operatingHours,
    counterReplaced,
    readingConfirmed,
    faultGroup,
    urgency,
    summary,
  } = draft;
  const { callerName, customerId, contactPersonId, unitId, hasUnit, isUndecided } = parties;
  return {
    kind,
    direction,
    at: startOf(draft.startedAt, now),
    receivedDay: draft.receivedDay,
    senderReference,
    telephone,
    callerName,
    customerId,
    contactPersonId,
    unitId,
    mileageKm: hasUnit ? mileageKm : null,
    operatingHours: hasUnit ? operatingHours : null,
    counterReplaced,
    readingConfirmed,
    // Whoever it was is cleared up later.
    unknownCaller: draft.unknownCaller || (isUndecided && outcome.kind === 'toBeClarified'),
    category: categoryOf(draft, outcome.kind === 'answered'),
    faultGroup,
    urgency,
    summary,
    newCustomer: draft.newCustomerName === null ? null : { name: draft.newCustomerName },
    newUnit: newUnitInput(draft.newUnit),
    outcome,
  };
}

/** A new unit as the service takes it; without a model it is refused. */
export function newUnitInput(unit: NewUnit | null): RecordInput['newUnit'] {
  return unit && { ...unit, productId: unit.productId ?? '' };
}

/**
 * A mobile number in the groups people read it in: 138 0133 4410; full-width digits become what the books look for.
 * Anything else stays as it was typed.
 */
export function groupedNumber(typed: string): string {
  return typed.normalize('NFKC').replace(/^(1\d{2})(\d{4})(\d{4})$/, '$1 $2 $3');
}

function isSameCustomer(draft: ContactDraft, card: CallerCard | undefined): boolean {
  return draft.customer === null || draft.customer.id === card?.customer?.id;
}

function unitOf(
  draft: ContactDraft,
  card: CallerCard | undefined,
): Pick<KnownParties, 'unitId' | 'unitName' | 'hasUnit'> {
  if (draft.newUnit) return { unitId: null, unitName: newUnitName(draft.newUnit), hasUnit: true };
  const only = card?.units.length === 1 ? card.units[0] : undefined;
  const known = draft.unit ?? (only && pickedUnit(only));
  return known && known !== 'none'
    ? { unitId: known.id, unitName: known.name, hasUnit: true }
    : { unitId: null, unitName: '', hasUnit: false };
}

/** A unit of the books, picked for the card. */
export function pickedUnit(unit: NamedUnit): Picked {
  return { id: unit.id, name: unitName(unit) };
}

/** A unit as the card names it: plate, model, serial number. */
export function unitName(unit: NamedUnit): string {
  return [unit.plate, unit.productCode, unit.serialNumber].filter((text) => text !== '').join('  ');
}

type NamedUnit = Pick<CallerCard['units'][number], 'id' | 'plate' | 'productCode' | 'serialNumber'>;

const dayMs = 24 * 60 * 60 * 1000;

/** When it began; a draft that has lain for a day tells of no call that is under way. */
function startOf(startedAt: number | null, now: number): number {
  return startedAt === null || startedAt < now - dayMs ? now : startedAt;
}

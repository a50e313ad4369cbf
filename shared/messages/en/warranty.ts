import type { warranty as chinese } from '../zh-CN/warranty.ts';

/** Judging what is covered, and the policies it is judged by. */
export const warranty = {
  // Why a judgement says what it says; a clerk reads these to the customer.
  reasonNoPolicy: 'No warranty policy holds for this product on this day',
  reasonNoTerm: 'The policy names no term for these components',
  reasonWearPart: 'Wear part, not covered',
  reasonTampered: 'Taken apart by somebody else before',
  reasonMisuse: 'Caused by misuse',
  reasonNoCardSaid: 'There is no warranty card',
  reasonOutsideRegionSaid: 'Beyond the agreed region',
  reasonNoCard: 'No warranty card came within {days} {days|day|days} of the sale (until {lastDay})',
  reasonCardLate: 'The card came on {receivedDay}, {days} {days|day|days} after {lastDay}; a leader decides',
  reasonRegionMissing: 'The region of the unit is not recorded, and the policy is limited to regions',
  reasonOutsideRegion: 'The region “{region}” is not one of the policy',
  reasonSaleDayMissing: 'The day of sale is not recorded',
  reasonBeforeSale: 'The day judged is before {saleDay}, when the term begins',
  reasonMonthsWithin:
    '{months} {months|month|months} from {startDay}, covered until {endDay}, {days} {days|day|days} left',
  reasonMonthsOver:
    '{months} {months|month|months} from {startDay}, ended on {endDay}, {days} {days|day|days} ago',
  reasonKilometresWithin: 'Covered up to {limit} km, now {reading} km, {left} km left',
  reasonKilometresOver: 'Covered up to {limit} km, now {reading} km, {left} km beyond',
  reasonKilometresMissing: 'No mileage reading, and the policy ends at {limit} km',
  reasonKilometresAtReplacementMissing:
    'The mileage at the last replacement is not known, and the policy ends after {limit} km',
  reasonHoursWithin: 'Covered up to {limit} h, now {reading} h, {left} h left',
  reasonHoursOver: 'Covered up to {limit} h, now {reading} h, {left} h beyond',
  reasonHoursMissing: 'No reading of the hour counter, and the policy ends at {limit} h',
  reasonHoursAtReplacementMissing:
    'The hours at the last replacement are not known, and the policy ends after {limit} h',
  reasonFreshTerm: 'Replaced under warranty on {day}; the term began anew that day',
  reasonRestOfTerm: 'Replaced under warranty on {day}; the rest of the term goes on',
  reasonProlonged: 'Longer by {days} {days|day|days} under repair or waiting for parts',

  // The panel on which a clerk judges.
  title: 'Warranty',
  basisDay: 'Judged for',
  mileage: 'Mileage km',
  operatingHours: 'Hours run',
  group: 'Components',
  exclusions: 'Excluded by',
  exclusionsNote: 'choose what applies',
  judge: 'Judge',
  chooseGroup: 'First choose the component group of the fault above.',
  judged: 'Judgement {number} made',
  noGroups:
    'No warranty policy holds for this product. An administrator can make and publish one under Settings → Warranty policies.',
  whicheverFirst: 'whichever comes first',
  clause: 'clause {clause}',
  readingUnknown: 'no reading',
  judgements: 'Judgements',
  noJudgements: 'No judgement yet. Choose the components and press “Judge”.',
  showPaper: 'Print',
  overrule: 'Overrule',
  overruleTo: 'Now',
  overruleReason: 'Reason (printed on the requisition)',
  overruled: 'Overruled by {by}, was “{before}”: {reason}',
  judgedBy: '{by}, judged for {day}',
} as const satisfies Record<keyof typeof chinese, string>;

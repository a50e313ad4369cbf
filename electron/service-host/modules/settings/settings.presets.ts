import type { Day } from '#shared/domain/days.ts';
import type { WorkingSpan } from '#shared/domain/working-time.ts';

/** The names of the copies of a paper that is printed several times, until the firm gives its own. */
export const presetCopyNames: string[] = ['存根', '财务', '用户'];

/** The limits of duties. Hours and days are those of work as long as `countsWorkingTime` says so. */
export const presetDuties = {
  /** From when on files of customers and cards of units are owed: older books begin with the day of this desk. */
  since: 0,
  countsWorkingTime: true,
  decisionHours: 8,
  /** The days of the figure on the page of the day. */
  reportBackDays: 7,
  /** A new customer's file is complete within 2 days. */
  customerFileDays: 2,
  /** The warranty card is recorded within 20 days after the sale. */
  cardDays: 20,
  teamAfterHours: 0,
  leaderAfterHours: 8,
};

/** The working time of a usual office, until the firm gives its own. */
export const presetWorkingTime = {
  spans: [
    { from: '08:00', until: '12:00' },
    { from: '13:30', until: '17:30' },
  ] as WorkingSpan[],
  weekdays: [1, 2, 3, 4, 5] as number[],
  /** Exceptions of the firm, which count before the calendar of the state. */
  daysOff: [] as Day[],
  workdays: [] as Day[],
  /** Public holidays and make-up workdays of years that the program does not know yet. */
  publicDaysOff: [] as Day[],
  publicWorkdays: [] as Day[],
};

import type { reports as chinese } from '../zh-CN/reports.ts';

/** Words of the service reports. */
export const reports = {
  exportName: 'Service reports',
  caseNumber: 'Case',
  customer: 'Customer',
  plate: 'Plate',
  technicians: 'Technicians',
  finishedAt: 'Finished',
  printCount: 'Prints',
  signedAt: 'Signed',
  createdAt: 'Written',
  missing_technicians: 'technicians',
  missing_finishTime: 'finish time',
  missing_finishTimeAhead: 'finish time still to come',
  missing_timesInOrder: 'arrival before the finish',
  missing_symptom: 'symptom',
  missing_cause: 'cause',
  missing_work: 'work done',
  missing_parts: 'replaced parts (or that none were)',
  missing_partsUnclear: 'parts listed, and none said to be replaced',
  missing_partReasons: 'a reason for each part',
} as const satisfies Record<keyof typeof chinese, string>;

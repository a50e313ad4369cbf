/** What the story of a case is made of, in the order in which events of one moment are told. */
export const caseEventKinds = [
  'registered',
  'contact',
  'judgement',
  'requisition',
  'issue',
  'report',
  'oldPart',
  'clearing',
  'attachment',
  'note',
  'state',
] as const;
export type CaseEventKind = (typeof caseEventKinds)[number];

/* The closed lists of words in which the records of the shop speak of themselves; the states of a noun stand on its card. */

export const customerKinds = ['firm', 'private'] as const;
export type CustomerKind = (typeof customerKinds)[number];

export const distanceClasses = ['near', 'far', 'overseas'] as const;
export type DistanceClass = (typeof distanceClasses)[number];

export const importances = ['normal', 'important', 'watched'] as const;
export type Importance = (typeof importances)[number];

export const contactKinds = ['call', 'letter', 'fax', 'email', 'message', 'visit'] as const;
export type ContactKind = (typeof contactKinds)[number];

export const contactDirections = ['in', 'out'] as const;
export type ContactDirection = (typeof contactDirections)[number];

export const categories = [
  'repair',
  'complaint',
  'enquiry',
  'partsOrder',
  'returnOfGoods',
  'praise',
  'other',
] as const;
export type Category = (typeof categories)[number];

export const faultGroups = ['body', 'chassisEngine', 'electrical', 'airConditioning', 'other'] as const;
export type FaultGroup = (typeof faultGroups)[number];

export const urgencies = ['outOfService', 'limping', 'notUrgent'] as const;
export type Urgency = (typeof urgencies)[number];

export const accountKinds = [
  'bin',
  'technician',
  'station',
  'shipment',
  'oldParts',
  'supplier',
  'customer',
  'opening',
  'adjustment',
  'scrap',
  'otherSource',
] as const;
export type AccountKind = (typeof accountKinds)[number];

/** Accounts inside the house never go below zero; outside accounts mirror what came in and went out. */
export const insideAccountKinds: readonly AccountKind[] = [
  'bin',
  'technician',
  'station',
  'shipment',
  'oldParts',
];

export const receiptPurposes = ['purchase', 'reimbursedReplacement', 'opening', 'other'] as const;
export type ReceiptPurpose = (typeof receiptPurposes)[number];

export const oldPartRules = ['required', 'notRequired'] as const;
export type OldPartRule = (typeof oldPartRules)[number];

export const partQualityStates = ['released', 'blocked'] as const;
export type PartQualityState = (typeof partQualityStates)[number];

export const verdicts = ['covered', 'notCovered', 'undecided'] as const;
export type Verdict = (typeof verdicts)[number];

/** Which day says whether a policy holds: that of the sale of the unit, or that of the fault. */
export const policyBases = ['saleDay', 'faultDay'] as const;
export type PolicyBasis = (typeof policyBases)[number];

export const exclusions = ['tampered', 'misuse', 'noCard', 'outsideRegion'] as const;
export type Exclusion = (typeof exclusions)[number];

export const requisitionPurposes = ['warranty', 'paid', 'stock'] as const;
export type RequisitionPurpose = (typeof requisitionPurposes)[number];

export const clearingKinds = ['installed', 'returned', 'lost'] as const;
export type ClearingKind = (typeof clearingKinds)[number];

export const supplementStates = ['submitted', 'approved', 'rejected'] as const;
export type SupplementState = (typeof supplementStates)[number];

export const satisfactions = ['satisfied', 'acceptable', 'unsatisfied'] as const;
export type Satisfaction = (typeof satisfactions)[number];

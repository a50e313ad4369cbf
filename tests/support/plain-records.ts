// What records say that no test is about, so that each names only what it is about. Inputs of the services and the
// contract; plain-rows.ts puts them straight into the tables.

/** A customer besides the name. */
export const plainCustomer = {
  kind: 'firm',
  distanceClass: 'near',
  distanceKm: null,
  importance: 'normal',
  region: '',
  address: '',
  notes: '',
  active: true,
} as const;

/** A call of nobody in particular besides its moment, what it was about and its outcome. */
export const plainCall = {
  kind: 'call',
  direction: 'in',
  receivedDay: null,
  senderReference: '',
  telephone: '',
  callerName: '',
  customerId: null,
  contactPersonId: null,
  unitId: null,
  mileageKm: null,
  operatingHours: null,
  category: 'other',
  faultGroup: null,
  urgency: 'notUrgent',
  summary: '',
  newCustomer: null,
  newUnit: null,
} as const;

/** A unit besides whose it is, its model and its numbers. */
export const plainUnit = {
  engineNumber: '',
  saleDay: null,
  deliveryDay: null,
  dealer: '',
  region: '',
  cardReceivedDay: null,
  notes: '',
  active: true,
} as const;

/** A part besides its number: 860.00, and its old one must come back. */
export const plainPart = {
  name: '水泵总成',
  specification: '',
  unitOfMeasure: '件',
  makerNumber: '',
  supplier: '',
  modelFit: '',
  category: '',
  componentGroupCode: '',
  barcode: '',
  minimumQuantity: 0,
  maximumQuantity: 0,
  priceFen: 86_000,
  weightGrams: 0,
  oldPartRule: 'required',
  qualityState: 'released',
  active: true,
} as const;

/** A receipt besides its day and lines, with everything ticked. */
export const plainReceipt = {
  purpose: 'purchase',
  supplier: '玉柴股份',
  deliveryNote: '',
  specificationChecked: true,
  quantityChecked: true,
  qualityChecked: true,
  notes: '',
} as const;

const unsaidInReport = {
  mileageKm: null,
  operatingHours: null,
  arrivedAt: null,
  faultPlaceOpenedBefore: false,
  noPartsReplaced: false,
  feeFen: 0,
  partsFeeFen: 0,
  labourFeeFen: 0,
  travelFeeFen: 0,
  compensation: '',
  satisfaction: null,
  customerRemarks: '',
} as const;

/** A report in which nobody has written anything, besides who did the work. */
export const emptyReport = {
  ...unsaidInReport,
  finishedAt: null,
  symptom: '',
  cause: '',
  work: '',
  lines: [],
} as const;

/** What a report says of the work, besides who did it, when, and with which parts. */
export const plainReport = {
  ...unsaidInReport,
  symptom: '水温高',
  cause: '水封老化',
  work: '更换水泵',
} as const;

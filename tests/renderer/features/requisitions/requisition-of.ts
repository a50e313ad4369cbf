import type {
  Requisition,
  RequisitionLine,
} from '../../../../renderer/features/requisitions/requisition-types.ts';

/** A line about one pump, of which five are there. */
export function lineOf(over: Partial<RequisitionLine> = {}): RequisitionLine {
  return {
    id: 'line',
    partId: 'pump',
    quantity: 1000,
    fault: '漏水',
    judgementId: 'judgement',
    oldPartRequired: true,
    partNumber: '1307010-A12',
    partName: '水泵总成',
    unitOfMeasure: '件',
    unitPriceFen: 86_000,
    amountFen: 86_000,
    issuedQuantity: 0,
    clearedQuantity: 0,
    availableQuantity: 5000,
    bins: [{ accountId: 'bin', code: 'A-01', quantity: 5000 }],
    substitutes: [],
    verdict: 'covered',
    judgementNumber: 'PD202611-0001',
    clause: '3.2',
    earlier: null,
    ...over,
  };
}

/** A submitted requisition with one such line. */
export function requisitionOf(over: Partial<Requisition> = {}): Requisition {
  return {
    id: 'requisition',
    number: 'LL-T0001',
    state: 'submitted',
    purpose: 'warranty',
    caseId: 'case',
    caseNumber: 'FW202611-0424',
    symptom: '水温高',
    customerName: '市第二公交公司',
    unitId: 'unit',
    unitName: '粤B·3K721D',
    mileageKm: 186_400,
    holder: {
      accountId: 'holder',
      name: '李志强',
      unclearedQuantity: 0,
      unclearedFen: 0,
      oldestDays: 0,
      limitFen: 500_000,
      limitDays: 30,
      overLimit: false,
    },
    notes: '',
    amountFen: 86_000,
    createdBy: 'person',
    createdByName: '王晓梅',
    createdAt: 1000,
    submittedBy: 'person',
    submittedByName: '李志强',
    submittedAt: 2000,
    decidedByName: '',
    decidedAt: null,
    decisionReason: '',
    allowedByName: '',
    allowReason: '',
    restClosed: false,
    version: 2,
    mayDecide: true,
    mayNotBecause: null,
    lines: [lineOf()],
    issues: [],
    clearings: [],
    ...over,
  };
}

import { describe, expect, test } from 'vitest';
import { contactsContract } from '#shared/contract/contacts.contract.ts';
import { newId } from '#shared/domain/ids.ts';
import { writtenSpan } from '../../../../renderer/features/contacts/call-timer.tsx';
import {
  categoryOf,
  emptyDraft,
  groupedNumber,
  inputOf,
  partiesOf,
} from '../../../../renderer/features/contacts/contact-draft.ts';
import type { CallerCard, ContactDraft } from '../../../../renderer/features/contacts/contact-draft.ts';

const customerId = newId<'customer'>();
const personId = newId<'contactPerson'>();
const busId = newId<'unit'>();

const bus: CallerCard['units'][number] = {
  id: busId,
  plate: '粤B·3K721D',
  serialNumber: 'LZYTAGBW6M1034172',
  productCode: 'ZK6126HG',
  saleDay: null,
  mileageKm: 182_950,
  mileageDay: '2026-11-03',
  verdict: 'covered',
};
const card: CallerCard = {
  customer: {
    id: customerId,
    name: '市第二公交公司',
    importance: 'important',
    distanceClass: 'near',
    distanceKm: 38,
    address: '',
    notes: '',
    unitCount: 1,
    openCaseCount: 0,
  },
  person: {
    id: personId,
    name: '周师傅',
    position: '车队长',
    notes: '',
    active: true,
    version: 1,
    telephones: [],
  },
  needsChoice: false,
  sameNumber: [],
  units: [bus],
  openCases: [],
  lastContacts: [],
  promised: [],
};
const draft = (change: Partial<ContactDraft> = {}): ContactDraft => ({
  ...emptyDraft('call', null),
  ...change,
});

describe('who calls about what', () => {
  test('what the number says, until somebody says otherwise', () => {
    expect(partiesOf(draft(), undefined)).toMatchObject({ customerId: null, callerName: '', unitId: null });
    expect(partiesOf(draft(), card)).toEqual({
      customerId,
      customerName: '市第二公交公司',
      contactPersonId: personId,
      callerName: '周师傅',
      unitId: busId,
      unitName: '粤B·3K721D  ZK6126HG  LZYTAGBW6M1034172',
      hasUnit: true,
      isUndecided: false,
    });
  });

  test('where several customers have the number, nobody is taken before one is chosen', () => {
    const shared = { ...card, needsChoice: true, sameNumber: [{ id: newId<'customer'>(), name: '乙车队' }] };
    const undecided = partiesOf(draft(), shared);
    expect(undecided).toMatchObject({
      customerId: null,
      contactPersonId: null,
      unitId: null,
      isUndecided: true,
    });
    const held = { kind: 'toBeClarified', nextCallAt: null } as const;
    const answered = { kind: 'answered', answer: '' } as const;
    expect(inputOf(draft(), undecided, held, 1)).toMatchObject({ unknownCaller: true, customerId: null });
    expect(inputOf(draft(), undecided, answered, 1)).toMatchObject({ unknownCaller: false });
    const chosen = draft({ customer: { id: customerId, name: '市第二公交公司' } });
    expect(partiesOf(chosen, { ...shared, needsChoice: false })).toMatchObject({
      customerId,
      isUndecided: false,
    });
    const nobody = draft({ unknownCaller: true });
    expect(inputOf(nobody, partiesOf(nobody, shared), answered, 1)).toMatchObject({
      unknownCaller: true,
      customerId: null,
    });
  });

  test('another name than the number’s is another person', () => {
    expect(partiesOf(draft({ callerName: '小李' }), card)).toMatchObject({
      contactPersonId: null,
      callerName: '小李',
      customerId,
    });
    expect(partiesOf(draft({ callerName: '' }), card)).toMatchObject({
      contactPersonId: null,
      callerName: '',
    });
  });

  test('a customer that was picked has not the person of the number', () => {
    const picked = draft({ customer: { id: newId(), name: '青岛交运' } });
    expect(partiesOf(picked, card)).toMatchObject({
      customerId: picked.customer?.id,
      customerName: '青岛交运',
      contactPersonId: null,
    });
  });

  test('a new customer has neither person nor unit of the number', () => {
    expect(partiesOf(draft({ newCustomerName: '温州旅运' }), card)).toMatchObject({
      customerId: null,
      customerName: '温州旅运',
      contactPersonId: null,
      callerName: '',
      unitId: null,
    });
  });

  test('of several units none is meant by itself, and none may be meant at all', () => {
    const two = { ...card, units: [bus, { ...bus, id: newId<'unit'>() }] };
    expect(partiesOf(draft(), two).unitId).toBeNull();
    expect(partiesOf(draft({ unit: 'none' }), card).unitId).toBeNull();
    expect(partiesOf(draft({ unit: { id: busId, name: '3K721D' } }), two)).toMatchObject({
      unitId: busId,
      unitName: '3K721D',
    });
  });
});

test('a unit to be made stands for none of the books, and takes the reading that was told', () => {
  const newUnit = { productId: newId<'product'>(), plate: '粤B·𠮷', serialNumber: '' };
  const typed = draft({ newUnit, unit: 'none', mileageKm: 5_120 });
  const parties = partiesOf(typed, card);
  expect(parties).toMatchObject({ customerId, unitId: null, unitName: '粤B·𠮷', hasUnit: true });
  const input = inputOf(typed, parties, { kind: 'answered', answer: '' }, 9);
  expect(input).toMatchObject({ unitId: null, newUnit, mileageKm: 5_120 });
  const schema = contactsContract.record['~orpc'].inputSchema;
  expect(schema?.safeParse({ operationId: newId(), ...input }).error).toBeUndefined();
  expect(inputOf(draft(), parties, { kind: 'answered', answer: '' }, 9).newUnit).toBeNull();
});

test('a draft of a new unit without a model is refused at the model', () => {
  const typed = draft({ newUnit: { productId: null, plate: '粤B·1', serialNumber: '' } });
  const input = inputOf(typed, partiesOf(typed, card), { kind: 'answered', answer: '' }, 9);
  const parsed = contactsContract.record['~orpc'].inputSchema?.safeParse({ operationId: newId(), ...input });
  expect(parsed?.error?.issues.map(({ path }) => path.join('.'))).toEqual(['newUnit.productId']);
});

test('an enquiry answers itself, everything else is a repair until somebody says otherwise', () => {
  expect(categoryOf(draft(), true)).toBe('enquiry');
  expect(categoryOf(draft(), false)).toBe('repair');
  expect(categoryOf(draft({ category: 'praise' }), true)).toBe('praise');
});

test('what is sent fits the contract, with nothing but a number and with everything', () => {
  const full = draft({
    telephone: '138 0133 4410',
    startedAt: 5,
    mileageKm: 186_400,
    operatingHours: 12,
    summary: '𠮷',
    faultGroup: 'body',
    urgency: 'outOfService',
  });
  const inputs = [
    inputOf(
      draft({ telephone: '110' }),
      partiesOf(draft(), undefined),
      { kind: 'toBeClarified', nextCallAt: null },
      9,
    ),
    inputOf(full, partiesOf(full, card), { kind: 'openCase', ownerId: null }, 9),
    inputOf(
      draft({ newCustomerName: '新' }),
      partiesOf(draft({ newCustomerName: '新' }), card),
      { kind: 'answered', answer: '' },
      9,
    ),
  ];
  for (const input of inputs) {
    const parsed = contactsContract.record['~orpc'].inputSchema?.safeParse({
      operationId: newId(),
      ...input,
    });
    expect(parsed?.error).toBeUndefined();
  }
  expect(inputs.map(({ at }) => at)).toEqual([9, 5, 9]);
  expect(inputs.map(({ category }) => category)).toEqual(['repair', 'repair', 'enquiry']);
});

test('a reading without a unit is not sent', () => {
  const typed = draft({ mileageKm: 5, unit: 'none' });
  expect(inputOf(typed, partiesOf(typed, card), { kind: 'answered', answer: '' }, 9).mileageKm).toBeNull();
});

test.each([
  ['13801334410', '138 0133 4410'],
  ['138 0133 4410', '138 0133 4410'],
  ['138013344', '138013344'],
  ['0573-82206617', '0573-82206617'],
  ['+8613801334410', '+8613801334410'],
  ['１３８０１３３４４１０', '138 0133 4410'],
])('%s is shown as %s', (typed, shown) => {
  expect(groupedNumber(typed)).toBe(shown);
});

test.each([
  [0, '00:00'],
  [-5, '00:00'],
  [8_400, '00:08'],
  [751_000, '12:31'],
  [3_725_000, '1:02:05'],
])('%i ms is %s', (milliseconds, text) => {
  expect(writtenSpan(milliseconds)).toBe(text);
});

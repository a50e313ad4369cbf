import { testStart } from '#tests/support/books.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { present } from '#shared/domain/assert.ts';
import { operation, startTestHost, wires, type TestHost } from '#tests/support/host.ts';
import { callOf } from '#tests/support/trust/story-case.ts';

let host: TestHost;
beforeAll(async () => {
  host = await startTestHost();
});
afterAll(async () => {
  await host.close();
});

test.each(wires)('a call makes its unit over %s, for whoever may edit units', async (wire) => {
  const office = host.client(wire, await host.signIn('admin'));
  const desk = host.client(wire, await host.signIn('clerk'));
  const quality = host.client(wire, await host.signIn('quality'));
  const model = { code: `JN-${wire}`, name: '城市客车', productLine: '', active: true };
  const { id: productId } = await office.units.createProduct({ operationId: operation(), ...model });
  const newUnit = { productId, plate: `浙A·𠮷${wire}`, serialNumber: '' };
  const call = { ...callOf(testStart), customerId: null, unitId: null, newCustomer: { name: '温州旅运' } };
  const outcome = { kind: 'openCase', ownerId: null } as const;
  const input = { ...call, telephone: '', newUnit, mileageKm: 5_120, outcome };

  await expect(quality.contacts.record({ operationId: operation(), ...input })).rejects.toMatchObject({
    code: 'NOT_PERMITTED',
    status: 403,
    data: { permission: 'units.edit' },
  });
  const recorded = { operationId: operation(), ...input };
  const first = await desk.contacts.record(recorded);
  expect(await desk.contacts.record(recorded)).toEqual(first);
  const { unit } = await desk.cases.get({ id: present(first.caseId, 'the case') });
  expect(unit).toMatchObject({ plate: newUnit.plate, mileageKm: 5_120 });
  await expect(desk.contacts.record({ operationId: operation(), ...input })).rejects.toMatchObject({
    code: 'ALREADY_EXISTS',
    data: { field: 'newUnit.plate', value: newUnit.plate },
  });
  await expect(
    desk.contacts.record({ operationId: operation(), ...input, newUnit: { ...newUnit, plate: ' ' } }),
  ).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    data: { issues: [{ path: 'newUnit.plate', code: 'required' }] },
  });
});

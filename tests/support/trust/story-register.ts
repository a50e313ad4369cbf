import { plainCustomer, plainUnit } from '#tests/support/plain-records.ts';
import type { Stage } from './story.ts';

/** A customer with a unit, everything that a case stands on. */
export async function playRegisterStory({ play, mark, day }: Stage) {
  const product = await play('units.createProduct', 'clerk', (client, operationId) =>
    client.units.createProduct({
      operationId,
      code: `P-${mark}`,
      name: '客车',
      productLine: 'bus',
      active: true,
    }),
  );
  const customer = await play('customers.create', 'clerk', (client, operationId) =>
    client.customers.create({
      operationId,
      ...plainCustomer,
      name: `公交 ${mark}`,
      telephones: [{ shown: '0755-8612 4400' }],
      person: { name: '周师傅', position: '', telephones: [] },
    }),
  );
  await play('customers.edit', 'clerk', (client, operationId) =>
    client.customers.edit({
      operationId,
      id: customer.id,
      version: customer.version,
      ...plainCustomer,
      name: `公交二 ${mark}`,
      telephones: [],
    }),
  );
  await play('customers.addPerson', 'clerk', (client, operationId) =>
    client.customers.addPerson({
      operationId,
      customerId: customer.id,
      name: '李调度',
      position: '',
      notes: '',
      active: true,
      telephones: [],
    }),
  );
  const unit = await play('units.create', 'clerk', (client, operationId) =>
    client.units.create({
      operationId,
      ...plainUnit,
      productId: product.id,
      customerId: customer.id,
      serialNumber: `LZY${mark}`,
      plate: `粤B·${mark}`,
      saleDay: day,
      reading: null,
    }),
  );
  const wrong = await play('units.addReading', 'clerk', (client, operationId) =>
    client.units.addReading({
      operationId,
      unitId: unit.id,
      day,
      mileageKm: 1010,
      operatingHours: null,
      counterReplaced: false,
    }),
  );
  await play('units.voidReading', 'clerk', (client, operationId) =>
    client.units.voidReading({ operationId, id: wrong.id, reason: '看错了' }),
  );
  await play('units.addReading', 'clerk', (client, operationId) =>
    client.units.addReading({
      operationId,
      unitId: unit.id,
      day,
      mileageKm: 1000,
      operatingHours: null,
      counterReplaced: false,
    }),
  );
  return { unitId: unit.id, customerId: customer.id };
}

/** A judgement on the unit, and the word of a leader against it. */
export async function playJudgementStory(
  { play, ask, day }: Stage,
  unitId: string,
  caseId: string,
): Promise<void> {
  const groups = await ask('clerk', (client) => client.warranty.groups());
  if (groups.length === 0) {
    await play('warranty.saveGroups', 'admin', (client, operationId) =>
      client.warranty.saveGroups({
        operationId,
        version: 0,
        groups: [{ code: 'ENG', name: '发动机', nameEn: '' }],
      }),
    );
  }
  const componentGroupCode = groups[0]?.code ?? 'ENG';
  const judged = await play('warranty.judge', 'clerk', (client, operationId) =>
    client.warranty.judge({
      operationId,
      unitId,
      componentGroupCode,
      basisDay: day,
      mileageKm: null,
      operatingHours: null,
      exclusions: [],
      caseId,
    }),
  );
  await play('warranty.overrule', 'leader', (client, operationId) =>
    client.warranty.overrule({
      operationId,
      id: judged.id,
      version: judged.version,
      overruledVerdict: 'covered',
      overruleReason: '善意索赔',
    }),
  );
}

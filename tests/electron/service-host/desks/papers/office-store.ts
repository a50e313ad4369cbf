import type { ServiceClient } from '#shared/contract/index.ts';
import { operation } from '#tests/support/host.ts';
import { plainPart, plainReceipt } from '#tests/support/plain-records.ts';

/** A bin with pumps and coolant, received on a day, and the account of a technician. */
export async function fillStore(warehouse: ServiceClient, personId: string, day: string) {
  const house = await warehouse.stock.saveWarehouse({
    operationId: operation(),
    id: null,
    version: 0,
    code: 'ZK',
    name: '深圳中心库',
    active: true,
  });
  const account = { warehouseId: null, personId: null, active: true };
  const bin = await warehouse.stock.createAccount({
    operationId: operation(),
    ...account,
    code: 'A-03-2',
    name: 'A-03-2',
    kind: 'bin',
    warehouseId: house.id,
  });
  const holder = await warehouse.stock.createAccount({
    operationId: operation(),
    ...account,
    code: 'T-001',
    name: '李志强',
    kind: 'technician',
    personId,
  });
  const part = {
    ...plainPart,
    specification: 'ZK6126 用',
    supplier: '玉柴股份',
    category: '冷却',
    componentGroupCode: 'chassis',
  } as const;
  const pump = await warehouse.parts.create({
    operationId: operation(),
    ...part,
    number: '1307010-A12',
    name: '水泵总成',
    unitOfMeasure: '件',
    priceFen: 86_000,
    oldPartRule: 'required',
  });
  const coolant = await warehouse.parts.create({
    operationId: operation(),
    ...part,
    number: 'GB/T 29743',
    name: '防冻液 -35 ℃',
    unitOfMeasure: '升',
    priceFen: 1200,
    oldPartRule: 'notRequired',
  });
  const receipt = await warehouse.stock.draftReceipt({
    operationId: operation(),
    ...plainReceipt,
    deliveryNote: 'SH-88231',
    day,
    lines: [
      { partId: pump.id, accountId: bin.id, quantity: 5000, unitPriceFen: 86_000 },
      { partId: coolant.id, accountId: bin.id, quantity: 200_000, unitPriceFen: 1200 },
    ],
  });
  return { binId: bin.id, holderId: holder.id, pumpId: pump.id, coolantId: coolant.id, receipt };
}

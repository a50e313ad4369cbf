import { booksHeader, type Books } from '#shared/domain/books.ts';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ServiceClient } from '#shared/contract/index.ts';
import { dayOf } from '#shared/domain/days.ts';
import { newId } from '#shared/domain/ids.ts';
import type { PresetRole } from '#shared/domain/roles.ts';

/** The firm and the first administrator of the story. */
export const firmName = '江南客车股份有限公司';
export const admin = { name: '陈主任', signInName: 'chenzr', password: 'correct horse battery' } as const;

/** The four people of the main job; each signs in with the same password. */
export const people = {
  clerk: { name: '王晓梅', signInName: 'wangxm' },
  technician: { name: '李志强', signInName: 'lizq' },
  leader: { name: '刘部长', signInName: 'liubz' },
  warehouse: { name: '赵刚', signInName: 'zhaogang' },
} as const satisfies Partial<Record<PresetRole, { readonly name: string; readonly signInName: string }>>;
export const password = 'a long password';

/** What the story finds on the shelf and in the files. */
export const story = {
  caller: '13801334410',
  callerName: '周师傅',
  customer: '市第二公交公司 㛃𠮷',
  plate: '苏F·A3381',
  partNumber: '1307010-36D',
  partName: '水泵总成',
  symptom: '起步后水温高报警',
} as const;

/** A client of somebody, signed in. */
export async function clientOf(
  address: string,
  signInName: string,
  secret: string,
  books: Books = 'real',
): Promise<ServiceClient> {
  const { token } = await client(address, undefined, books).session.signIn({
    signInName,
    password: secret,
    device: 'e2e',
  });
  return client(address, token, books);
}

/** The firm and its first administrator, as the first start makes them. */
export async function setUpBooks(address: string): Promise<void> {
  const firm = { name: firmName, department: '售后服务部', telephone: '400-820-0000', address: '' };
  await client(address).session.setUp({ operationId: operation(), firm, admin });
}

/** People, a part with stock, a product, a customer and their bus: what is there before the telephone rings. */
export async function fillBooks(address: string): Promise<void> {
  const office = await clientOf(address, admin.signInName, admin.password);
  const ids = await createPeople(office);
  const store = await clientOf(address, people.warehouse.signInName, password);
  await fillShelf(store, ids.technician);
  const { id: productId } = await office.units.createProduct({
    operationId: operation(),
    code: 'JN6120',
    name: '12 米城市客车',
    productLine: '城市客车',
    active: true,
  });
  await createCustomer(await clientOf(address, people.clerk.signInName, password), productId);
}

function client(address: string, token?: string, books: Books = 'real'): ServiceClient {
  const headers = {
    'accept-language': 'zh-CN',
    [booksHeader]: books,
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  };
  return createORPCClient<ServiceClient>(new RPCLink({ url: `${address}/rpc`, headers }));
}

async function createPeople(office: ServiceClient): Promise<{ readonly technician: string }> {
  let technician = '';
  for (const [role, person] of Object.entries(people)) {
    const { id } = await office.people.create({
      operationId: operation(),
      ...person,
      // The keys of `people` are roles, which Object.entries forgets.
      roles: [role as PresetRole],
      active: true,
      password,
    });
    if (role === 'technician') technician = id;
  }
  return { technician };
}

async function fillShelf(store: ServiceClient, technicianId: string): Promise<void> {
  const today = dayOf(Date.now());
  const warehouse = await store.stock.saveWarehouse({
    operationId: operation(),
    id: null,
    version: 0,
    code: 'A',
    name: '主库',
    active: true,
  });
  const account = { operationId: operation(), active: true } as const;
  const bin = await store.stock.createAccount({
    ...account,
    code: 'A-03-2',
    name: '主库三排二层',
    kind: 'bin',
    warehouseId: warehouse.id,
    personId: null,
  });
  await store.stock.createAccount({
    ...account,
    operationId: operation(),
    code: 'JS-01',
    name: people.technician.name,
    kind: 'technician',
    warehouseId: null,
    personId: technicianId,
  });
  const part = await store.parts.create({
    operationId: operation(),
    number: story.partNumber,
    name: story.partName,
    specification: 'YC6J',
    unitOfMeasure: '件',
    makerNumber: '',
    supplier: '玉柴股份',
    modelFit: 'JN6120',
    category: '底盘',
    componentGroupCode: 'chassis',
    barcode: '',
    minimumQuantity: 1000,
    maximumQuantity: 5000,
    priceFen: 86_000,
    weightGrams: 7800,
    oldPartRule: 'required',
    qualityState: 'released',
    active: true,
  });
  const receipt = await store.stock.draftReceipt({
    operationId: operation(),
    purpose: 'purchase',
    supplier: '玉柴股份',
    deliveryNote: 'YC-2291',
    day: today,
    specificationChecked: true,
    quantityChecked: true,
    qualityChecked: true,
    notes: '',
    lines: [{ partId: part.id, accountId: bin.id, quantity: 3000, unitPriceFen: 70_000 }],
  });
  await store.stock.postReceipt({ operationId: operation(), id: receipt.id, version: receipt.version });
}

async function createCustomer(desk: ServiceClient, productId: string): Promise<void> {
  const today = dayOf(Date.now());
  const year = Number(today.slice(0, 4)) - 1;
  const customer = await desk.customers.create({
    operationId: operation(),
    kind: 'firm',
    name: story.customer,
    distanceClass: 'near',
    distanceKm: 38,
    importance: 'important',
    region: '江苏',
    address: '',
    notes: '',
    active: true,
    telephones: [],
    person: { name: story.callerName, position: '车队长', telephones: [{ shown: '138 0133 4410' }] },
  });
  await desk.units.create({
    operationId: operation(),
    productId,
    customerId: customer.id,
    serialNumber: 'LZYTBGDW9P1012345',
    plate: story.plate,
    engineNumber: '',
    saleDay: `${year}-06-15`,
    deliveryDay: null,
    dealer: '',
    region: '江苏',
    cardReceivedDay: `${year}-06-20`,
    notes: '',
    active: true,
    reading: { day: today, mileageKm: 86_400, operatingHours: null },
  });
}

function operation() {
  return newId<'operation'>();
}

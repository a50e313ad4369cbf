import { dayOf } from '#shared/domain/days.ts';
import { newId } from '#shared/domain/ids.ts';
import { admin, clientOf, fillBooks, firmName, password, people, story } from './story-books.ts';

/** What the first start asks, field by field. */
export const firstStart = [
  firmName,
  '售后服务部',
  '400-820-0000',
  '江苏省苏州市',
  admin.name,
  admin.signInName,
  admin.password,
  admin.password,
] as const;
/** Drives out and leads: who might approve, were the requisition not their own. */
export const foreman = { name: '马俊', signInName: 'majun' } as const;
/** A part whose old one need not come back. */
export const gasket = { number: '1307020-36D', name: '水泵密封垫', pinyin: 'sbmfd' } as const;
/** The other bus of the customer: the plate has to be said. */
export const otherPlate = '苏F·B2070';

/** The books of the main job: those of the story, a foreman with an account, a second bus, a second part, a place for old parts. */
export async function fillMainJobBooks(address: string): Promise<void> {
  await fillBooks(address);
  await addShelf(address, await addForeman(address));
  await addBus(address);
}

/** Makes the foreman known to the program; gives who they are. */
export async function addForeman(address: string): Promise<string> {
  const office = await clientOf(address, admin.signInName, admin.password);
  const { id: personId } = await office.people.create({
    operationId: newId(),
    ...foreman,
    roles: ['technician', 'leader'],
    active: true,
    password,
  });
  return personId;
}

async function addShelf(address: string, foremanId: string): Promise<void> {
  const store = await clientOf(address, people.warehouse.signInName, password);
  await store.stock.createAccount({
    operationId: newId(),
    code: 'JS-02',
    name: foreman.name,
    kind: 'technician',
    warehouseId: null,
    personId: foremanId,
    active: true,
  });
  const [bin] = await store.stock.accounts({ kinds: ['bin'] });
  const part = await store.parts.create({
    operationId: newId(),
    number: gasket.number,
    name: gasket.name,
    specification: '',
    unitOfMeasure: '片',
    makerNumber: '',
    supplier: '玉柴股份',
    modelFit: 'JN6120',
    category: '底盘',
    componentGroupCode: 'chassis',
    barcode: '',
    minimumQuantity: 0,
    maximumQuantity: 0,
    priceFen: 1_200,
    weightGrams: 20,
    oldPartRule: 'notRequired',
    qualityState: 'released',
    active: true,
  });
  const receipt = await store.stock.draftReceipt({
    operationId: newId(),
    purpose: 'purchase',
    supplier: '玉柴股份',
    deliveryNote: 'YC-2292',
    day: dayOf(Date.now()),
    specificationChecked: true,
    quantityChecked: true,
    qualityChecked: true,
    notes: '',
    lines: [{ partId: part.id, accountId: bin?.id ?? '', quantity: 10_000, unitPriceFen: 900 }],
  });
  await store.stock.postReceipt({ operationId: newId(), id: receipt.id, version: receipt.version });
}

async function addBus(address: string): Promise<void> {
  const desk = await clientOf(address, people.clerk.signInName, password);
  const { customer } = await desk.contacts.caller({ telephone: story.caller });
  const [product] = await desk.units.products();
  await desk.units.create({
    operationId: newId(),
    productId: product?.id ?? '',
    customerId: customer?.id ?? '',
    serialNumber: 'LZYTBGDW9P1012346',
    plate: otherPlate,
    engineNumber: '',
    saleDay: null,
    deliveryDay: null,
    dealer: '',
    region: '江苏',
    cardReceivedDay: null,
    notes: '',
    active: true,
    reading: null,
  });
}

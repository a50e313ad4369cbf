import type { attachmentsContract } from '../attachments.contract.ts';
import type { customersContract } from '../customers.contract.ts';
import type { unitsContract } from '../units.contract.ts';
import { editing, exampleFile, firstPage, idOf, type ManualOf } from './manual.ts';

const customer = {
  kind: 'firm',
  name: '南通第二公交公司',
  distanceClass: 'near',
  distanceKm: 60,
  importance: 'normal',
  region: '江苏',
  address: '江苏省南通市示例路 8 号',
  notes: '',
  active: true,
  telephones: [{ shown: '0513-85551234' }],
} as const;
const person = {
  name: '陈建国',
  position: '车队长',
  notes: '',
  active: true,
  telephones: [{ shown: '13800001234' }],
};
const product = { code: 'JN6126HX', name: '12 米城市客车', productLine: '城市客车', active: true };
const unit = {
  productId: idOf('product'),
  customerId: idOf('customer'),
  serialNumber: 'LJNEXAMPLE0000001',
  plate: '苏FX0001',
  engineNumber: '',
  saleDay: '2026-03-02',
  deliveryDay: null,
  dealer: '',
  region: '江苏',
  cardReceivedDay: null,
  notes: '',
  active: true,
};
const reading = { day: '2026-10-02', mileageKm: 12_500, operatingHours: null };

export const customersManual = {
  list: {
    summary: 'Customers, a page at a time.',
    example: { filter: { text: '公交' }, ...firstPage('name', false) },
  },
  get: {
    summary: 'One customer with contact persons and telephone numbers.',
    example: { id: idOf('customer') },
  },
  create: {
    summary: 'Adds a customer, with a contact person where one is given.',
    example: { ...customer, person: null },
  },
  edit: { summary: 'Changes a customer.', example: { ...editing('customer'), ...customer } },
  addPerson: {
    summary: 'Adds a contact person to a customer.',
    example: { customerId: idOf('customer'), ...person },
  },
  editPerson: { summary: 'Changes a contact person.', example: { ...editing('contactPerson'), ...person } },
  exportList: {
    summary: 'The list of customers as an Excel file, as it is filtered, ordered and shown.',
    example: {
      filter: { active: true },
      sort: { by: 'name', descending: false },
      columns: ['name', 'telephones', 'region'],
    },
  },
} as const satisfies ManualOf<typeof customersContract>;

export const unitsManual = {
  products: { summary: 'All product models.', example: {} },
  createProduct: { summary: 'Adds a product model.', example: product, gives: 'product' },
  editProduct: { summary: 'Changes a product model.', example: { ...editing('product'), ...product } },
  list: {
    summary: 'Units, a page at a time.',
    example: { filter: { text: '苏F' }, ...firstPage('createdAt') },
  },
  get: { summary: 'One unit with readings, components and services so far.', example: { id: idOf('unit') } },
  create: {
    summary: 'Opens the file of a unit of a customer.',
    example: { ...unit, reading },
    gives: 'unit',
  },
  edit: { summary: 'Changes the file of a unit.', example: { ...editing('unit'), ...unit } },
  addReading: {
    summary: 'Adds a reading of the counters of a unit.',
    example: {
      unitId: idOf('unit'),
      ...reading,
      day: '2026-10-30',
      mileageKm: 999_000,
      counterReplaced: false,
      readingConfirmed: true,
    },
    gives: 'reading',
  },
  voidReading: {
    summary: 'Takes a wrong reading out of every calculation; it stays visible with the reason.',
    example: { id: idOf('reading'), reason: '录错，多写了一个零' },
  },
  saveComponent: {
    summary: 'Adds a component of a unit, or changes one.',
    example: {
      unitId: idOf('unit'),
      id: null,
      version: 0,
      componentGroupCode: 'chassis',
      name: '水泵总成',
      serialNumber: 'SB-0001',
      supplier: '',
      installedDay: '2026-03-02',
      removedDay: null,
      warrantyUntilDay: null,
    },
  },
  exportList: {
    summary: 'The list of units as an Excel file, as it is filtered, ordered and shown.',
    example: {
      filter: { active: true },
      sort: { by: 'saleDay', descending: true },
      columns: ['name', 'productCode', 'customerName', 'saleDay'],
    },
  },
} as const satisfies ManualOf<typeof unitsContract>;

export const attachmentsManual = {
  list: {
    summary: 'The attachments of a record.',
    example: { subjectKind: 'case', subjectId: idOf('case') },
  },
  add: {
    summary: 'Attaches a file to a record; its kind is told by its content.',
    example: { subjectKind: 'case', subjectId: idOf('case'), purpose: 'other', file: exampleFile() },
  },
  content: { summary: 'The file of an attachment.', example: { id: idOf('attachment') } },
  void: {
    summary: 'Voids an attachment, with a reason; it stays in the books.',
    example: { id: idOf('attachment'), reason: '附错了' },
  },
} as const satisfies ManualOf<typeof attachmentsContract>;

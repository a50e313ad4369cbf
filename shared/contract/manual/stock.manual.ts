import type { oldPartsContract } from '../old-parts.contract.ts';
import type { partsContract } from '../parts.contract.ts';
import type { stockContract } from '../stock.contract.ts';
import { editing, firstPage, idOf, type ManualOf } from './manual.ts';

const part = {
  number: '1307010-EX1',
  name: '水泵总成',
  specification: '',
  unitOfMeasure: '件',
  makerNumber: '',
  supplier: '玉柴股份',
  modelFit: '',
  category: '发动机',
  componentGroupCode: 'chassis',
  barcode: '',
  minimumQuantity: 2_000,
  maximumQuantity: 20_000,
  priceFen: 86_000,
  weightGrams: 6_200,
  oldPartRule: 'required',
  qualityState: 'released',
  active: true,
} as const;
const receipt = {
  purpose: 'purchase',
  supplier: '玉柴股份',
  deliveryNote: 'YC-20261001',
  day: '2026-11-01',
  specificationChecked: true,
  quantityChecked: true,
  qualityChecked: true,
  notes: '',
  lines: [{ partId: idOf('part'), accountId: idOf('stockAccount'), quantity: 10_000, unitPriceFen: 86_000 }],
} as const;
const reason = '录错';

export const partsManual = {
  list: {
    summary: 'Parts with what is in stock, a page at a time.',
    example: { filter: { active: true }, ...firstPage('number', false) },
  },
  get: { summary: 'One part with stock by account and substitutes.', example: { id: idOf('part') } },
  find: {
    summary: 'Parts for a line of a document, by number, barcode, name or pinyin.',
    example: { text: '水泵' },
  },
  create: { summary: 'Adds a part to the catalogue.', example: part, gives: 'part' },
  edit: { summary: 'Changes a part.', example: { ...editing('part'), ...part } },
  setSubstitutes: {
    summary: 'Says which parts may be issued in place of a part.',
    example: { ...editing('part'), substituteIds: [] },
  },
  categories: { summary: 'The categories that parts are in.', example: {} },
  overview: {
    summary: 'How many parts are in use, and what all of them in the house are worth.',
    example: {},
  },
  exportList: {
    summary: 'The catalogue as an Excel file, as it is filtered, ordered and shown.',
    example: {
      filter: { belowMinimum: true },
      sort: { by: 'number', descending: false },
      columns: ['number', 'name', 'onHandQuantity'],
    },
  },
} as const satisfies ManualOf<typeof partsContract>;

export const stockManual = {
  warehouses: { summary: 'All warehouses.', example: {} },
  saveWarehouse: {
    summary: 'Adds a warehouse, or changes one.',
    example: { id: null, version: 0, code: 'EX', name: '示范库', active: true },
    gives: 'warehouse',
  },
  accounts: {
    summary: 'Bins, technicians, stations and the other places that hold parts.',
    example: { kinds: ['bin'] },
  },
  createAccount: {
    summary: 'Adds a place that holds parts.',
    example: {
      code: 'EX-01',
      name: '示范库位',
      kind: 'bin',
      warehouseId: idOf('warehouse'),
      personId: null,
      active: true,
    },
    gives: 'stockAccount',
  },
  editAccount: {
    summary: 'Changes a place that holds parts.',
    example: {
      ...editing('stockAccount'),
      code: 'EX-02',
      name: '示范库位',
      warehouseId: idOf('warehouse'),
      active: true,
    },
  },
  movements: {
    summary: 'The ledger of parts, a page at a time.',
    example: { filter: { partId: idOf('part') }, ...firstPage('sequence') },
  },
  receipts: {
    summary: 'Receipts of parts, a page at a time.',
    example: { filter: {}, ...firstPage('createdAt') },
  },
  receipt: { summary: 'One receipt with its lines.', example: { id: idOf('receipt') } },
  draftReceipt: { summary: 'Drafts a receipt.', example: receipt, gives: 'receipt' },
  editReceipt: { summary: 'Changes the draft of a receipt.', example: { ...editing('receipt'), ...receipt } },
  postReceipt: {
    summary: 'Posts a receipt: its parts are in stock from then on.',
    example: editing('receipt'),
  },
  voidReceipt: {
    summary: 'Voids the draft of a receipt, with a reason.',
    example: { ...editing('receipt'), reason },
  },
  reverseReceipt: {
    summary: 'Posts everything of a receipt back, and begins a new draft with the same lines if asked to.',
    example: { ...editing('receipt'), reason, writeAnew: false },
  },
  month: {
    summary:
      'The in-out-stock statement of a month by part number, a page at a time, with the totals of all.',
    example: { month: '2026-10', limit: 20 },
  },
  check: { summary: 'Compares ledger and balances as long work.', example: {} },
  exportMonth: { summary: 'The statement of a month as an Excel file.', example: { month: '2026-10' } },
  exportMovements: {
    summary: 'The ledger as an Excel file, as it is filtered, ordered and shown.',
    example: {
      filter: { fromDay: '2026-10-01', untilDay: '2026-10-31' },
      sort: { by: 'sequence', descending: false },
      columns: ['sequence', 'day', 'documentNumber', 'partNumber', 'quantity'],
    },
  },
  exportReceipts: {
    summary: 'The list of receipts as an Excel file, as it is filtered, ordered and shown.',
    example: {
      filter: { states: ['posted'] },
      sort: { by: 'createdAt', descending: true },
      columns: ['number', 'supplier', 'amountFen'],
    },
  },
} as const satisfies ManualOf<typeof stockContract>;

export const oldPartsManual = {
  list: {
    summary: 'Replaced parts that must come back, a page at a time.',
    example: { filter: { states: ['due'] }, ...firstPage('dueDay', false) },
  },
  get: { summary: 'One old part.', example: { id: idOf('oldPart') } },
  receive: {
    summary: 'Receives an old part by the number on its tag or the text of its QR code.',
    example: { scanned: 'JJ202611-0001', storeAccountId: null },
  },
  askWaive: {
    summary: 'Asks a leader to let an old part stay away.',
    example: { ...editing('oldPart'), reason: '现场烧毁' },
  },
  waive: {
    summary: 'Allows that an old part does not come back, with a reason.',
    example: { ...editing('oldPart'), reason: '现场报废，已拍照' },
  },
  exportList: {
    summary: 'The list of old parts as an Excel file, as it is filtered, ordered and shown.',
    example: {
      filter: { states: ['due'] },
      sort: { by: 'dueDay', descending: false },
      columns: ['number', 'dueDay'],
    },
  },
} as const satisfies ManualOf<typeof oldPartsContract>;

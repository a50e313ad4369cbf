import type { papersContract } from '../papers.contract.ts';
import type { reportsContract } from '../reports.contract.ts';
import type { requisitionsContract } from '../requisitions.contract.ts';
import type { settingsContract } from '../settings.contract.ts';
import { editing, firstPage, idOf, type ManualOf } from './manual.ts';

const requisition = {
  purpose: 'stock',
  caseId: null,
  unitId: null,
  holderAccountId: idOf('stockAccount'),
  notes: '',
  lines: [{ partId: idOf('part'), quantity: 1_000, fault: '漏水', judgementId: null, oldPartRequired: true }],
} as const;
const reason = '不再需要';
const paper = { kind: 'requisition', documentId: idOf('requisition'), language: 'zh-CN' } as const;

export const requisitionsManual = {
  list: {
    summary: 'Requisitions, a page at a time.',
    example: { filter: { states: ['submitted'] }, ...firstPage('createdAt') },
  },
  get: { summary: 'One requisition with lines, issues and clearings.', example: { id: idOf('requisition') } },
  draft: { summary: 'Drafts a requisition.', example: requisition, gives: 'requisition' },
  edit: {
    summary: 'Changes the draft of a requisition.',
    example: { ...editing('requisition'), ...requisition },
  },
  submit: { summary: 'Submits a draft to be approved.', example: editing('requisition') },
  takeOver: {
    summary: 'Takes over the draft of somebody else.',
    example: editing('requisition'),
  },
  withdraw: {
    summary: 'Brings a submitted or rejected requisition back to the draft.',
    example: { ...editing('requisition'), reason },
  },
  void: { summary: 'Voids a requisition, with a reason.', example: { ...editing('requisition'), reason } },
  approve: { summary: 'Approves a requisition.', example: { ...editing('requisition'), reason: '' } },
  reject: {
    summary: 'Rejects a requisition, with a reason.',
    example: { ...editing('requisition'), reason },
  },
  askOverLimit: {
    summary: 'Asks a leader to let a holder over the limit draw on a requisition.',
    example: { ...editing('requisition'), reason: '急修，旧件已在途' },
  },
  allowOverLimit: {
    summary: 'Lets a holder over the limit draw on a requisition all the same.',
    example: { ...editing('requisition'), reason: '批量召回' },
  },
  issue: {
    summary: 'Issues parts of an approved requisition to its holder.',
    example: {
      ...editing('requisition'),
      lines: [
        {
          requisitionLineId: idOf('requisitionLine'),
          partId: idOf('part'),
          accountId: idOf('stockAccount'),
          quantity: 1_000,
        },
      ],
    },
  },
  closeRest: {
    summary: 'Ends the back order: what was not issued yet is needed no more.',
    example: { ...editing('requisition'), reason },
  },
  clear: {
    summary: 'Clears issued parts: installed under a report, returned, or lost.',
    example: {
      ...editing('requisition'),
      lines: [
        {
          kind: 'returned',
          issueLineId: idOf('issueLine'),
          quantity: 1_000,
          accountId: idOf('stockAccount'),
        },
      ],
    },
  },
  holders: { summary: 'What each technician and station holds uncleared, by age and value.', example: {} },
  uncleared: {
    summary: 'The uncleared lines of one holder, oldest first.',
    example: { accountId: idOf('stockAccount') },
  },
  exportList: {
    summary: 'The list of requisitions as an Excel file, as it is filtered, ordered and shown.',
    example: {
      filter: { states: ['submitted'] },
      sort: { by: 'createdAt', descending: true },
      columns: ['number', 'amountFen'],
    },
  },
  exportLines: {
    summary: 'The lines of the requisitions of a list as an Excel file, in its order.',
    example: { filter: { states: ['submitted'] }, sort: { by: 'createdAt', descending: true } },
  },
} as const satisfies ManualOf<typeof requisitionsContract>;

export const reportsManual = {
  list: { summary: 'Service reports, a page at a time.', example: { filter: {}, ...firstPage('createdAt') } },
  get: { summary: 'One service report.', example: { id: idOf('report') } },
  replaceable: {
    summary: 'Parts that were issued on a case and are in no report yet.',
    example: { caseId: idOf('case') },
  },
  draft: {
    summary: 'Begins a service report with what its case knows.',
    example: { caseId: idOf('case') },
    gives: 'report',
  },
  edit: {
    summary: 'Changes the draft of a service report.',
    example: {
      ...editing('report'),
      technicianIds: [idOf('person')],
      mileageKm: 999_500,
      operatingHours: null,
      arrivedAt: 1_793_400_000_000,
      finishedAt: 1_793_407_200_000,
      symptom: '水温高报警',
      cause: '水泵轴封漏水',
      work: '更换水泵总成',
      faultPlaceOpenedBefore: false,
      noPartsReplaced: true,
      feeFen: 0,
      compensation: '',
      satisfaction: null,
      customerRemarks: '',
      lines: [],
    },
  },
  finish: {
    summary: 'Finishes a report: it gets its final number and its content is sealed.',
    example: editing('report'),
  },
  takeOver: { summary: 'Takes over the draft of somebody else.', example: editing('report') },
  reopen: {
    summary: 'Brings a finished report that is not signed back to the draft.',
    example: { ...editing('report'), reason: '漏写一项' },
  },
  sign: {
    summary: 'Records that the customer has signed the printed report, with the scan of it.',
    example: {
      ...editing('report'),
      signedAt: 1_793_500_000_000,
      signedBy: '陈建国',
      scanId: idOf('attachment'),
      satisfaction: 'satisfied',
      customerRemarks: '',
    },
  },
  approve: { summary: 'Approves a signed report.', example: editing('report') },
  file: { summary: 'Files an approved report.', example: editing('report') },
  void: { summary: 'Voids a report, with a reason.', example: { ...editing('report'), reason } },
  addSupplement: {
    summary: 'Adds a supplement to a signed report; a leader decides on it.',
    example: { reportId: idOf('report'), text: '补充：节温器一并更换' },
  },
  decideSupplement: {
    summary: 'Approves or rejects a supplement.',
    example: { ...editing('supplement'), approved: true, reason: '' },
  },
  verifyPaper: {
    summary: 'Whether a paper was printed here with this content, and whether it is what the books hold now.',
    example: { qrText: 'FB202611-0001 7F3A-19C2-5E80' },
  },
  exportList: {
    summary: 'The list of service reports as an Excel file, as it is filtered, ordered and shown.',
    example: {
      filter: { states: ['finished'] },
      sort: { by: 'createdAt', descending: true },
      columns: ['number', 'state'],
    },
  },
} as const satisfies ManualOf<typeof reportsContract>;

export const papersManual = {
  preview: {
    summary: 'A paper as it would be printed now, marked as a preview; counts nothing.',
    example: paper,
  },
  missingCharacters: {
    summary: 'The characters of a paper that no font has; they are printed as 〓.',
    example: paper,
  },
  print: { summary: 'Counts a print of a paper; papers/printed then gives the PDF.', example: paper },
  printed: { summary: 'The PDF of a print that was counted.', example: { printId: idOf('print') } },
  list: {
    summary: 'A list as a PDF, with the columns and rows that are sent.',
    example: {
      list: 'customers',
      title: '客户',
      filter: '',
      order: '',
      isCut: false,
      columns: [{ label: '名称', align: 'left', width: 100 }],
      rows: [['南通第二公交公司']],
      language: 'zh-CN',
    },
  },
  month: {
    summary: 'The whole statement of a month as a PDF, with its sums and places.',
    example: {
      month: '2026-10',
      onlyMoved: true,
      columns: ['partNumber', 'partName', 'inQuantity', 'outQuantity', 'closingQuantity', 'closingFen'],
      language: 'zh-CN',
    },
  },
  prints: {
    summary: 'Who printed a document and when, refused prints too.',
    example: { documentId: idOf('requisition') },
  },
} as const satisfies ManualOf<typeof papersContract>;

export const settingsManual = {
  firm: { summary: 'The name, address and logo of the firm.', example: {} },
  saveFirm: {
    summary: 'Saves the name, address and logo of the firm.',
    example: {
      version: 1,
      values: {
        name: '江南客车',
        department: '售后服务部',
        telephone: '400-820-0000',
        address: '',
        logoAttachmentId: null,
      },
    },
  },
  limits: { summary: 'The limits of the house: back-dating, uncleared parts, old parts.', example: {} },
  saveLimits: {
    summary: 'Saves the limits of the house.',
    example: {
      version: 0,
      values: {
        backdateDays: 3,
        holderLimitFen: 2_000_000,
        holderLimitDays: 30,
        oldPartDueDays: 15,
        draftsBelongToAuthor: true,
      },
    },
  },
  papers: { summary: 'The names of the copies of a service report.', example: {} },
  duties: {
    summary: 'The limits of duties, and when they are told to the team and to those who lead.',
    example: {},
  },
  saveDuties: {
    summary: 'Saves the limits of duties.',
    example: {
      version: 0,
      values: {
        countsWorkingTime: true,
        decisionHours: 8,
        reportBackDays: 7,
        customerFileDays: 2,
        cardDays: 20,
        teamAfterHours: 0,
        leaderAfterHours: 8,
      },
    },
  },
  workingTime: { summary: 'When the firm works: hours, weekdays, exceptions.', example: {} },
  saveWorkingTime: {
    summary: 'Saves when the firm works.',
    example: {
      version: 0,
      values: {
        spans: [
          { from: '08:00', until: '12:00' },
          { from: '13:30', until: '17:30' },
        ],
        weekdays: [1, 2, 3, 4, 5],
        daysOff: ['2026-12-31'],
        workdays: [],
        publicDaysOff: ['2027-01-01'],
        publicWorkdays: [],
      },
    },
  },
  savePapers: {
    summary: 'Saves the names of the copies of a service report.',
    example: { version: 0, values: { copyNames: ['用户联', '存档联'] } },
  },
  decisions: { summary: 'How many must sign a decision, or who and in which order.', example: {} },
  saveDecisions: {
    summary: 'Saves how many must sign a decision, or who and in which order.',
    example: {
      version: 0,
      values: { rules: [{ decision: 'requisition.approve', fromFen: 500_000, signers: 2, inOrder: [] }] },
    },
  },
} as const satisfies ManualOf<typeof settingsContract>;

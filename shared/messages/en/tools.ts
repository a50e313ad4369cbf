import type { tools as chinese } from '../zh-CN/tools.ts';

/** Tools: the list, the card, lending and taking back, checks, and the words of label and loan slip. */
export const tools = {
  title: 'Tools',
  all: 'All',
  lent: 'Lent',
  overdue: 'Overdue',
  checkDue: 'Check due',
  everybody: 'Everybody',
  overdueBy: '{days} d overdue',
  new: 'New tool',
  choose: 'Choose a tool on the left.',
  empty_all: 'There is no tool yet. Press F8 to register one.',
  empty_lent: 'No tool is lent.',
  empty_overdue: 'No tool is overdue.',
  empty_checkDue: 'No tool is due for a check.',
  saved: '{number} saved',

  // The form.
  numberHint: 'Left empty, it is given the next number',
  checkIntervalHint: '0 for no checks',

  // One of them.
  pictures: 'Pictures',
  loans: 'Loans',
  checks: 'Checks',
  neverLent: 'It was never lent.',
  neverChecked: 'It was never checked.',
  lentBetween: 'lent {from}, back {to}',
  lentSince: 'lent {from}, due back {due}',
  printLabel: 'Print label',
  printSlip: 'Print loan slip',
  held: 'Tools on loan',
  holdsNothing: 'No tool on loan.',
  stillHolds: 'Tools still on loan: {count}. Take them back first; a leader says which are lost.',

  // Acts.
  lend: 'Lend',
  takeBack: 'Take back',
  markChecked: 'Check',
  askLose: 'Report lost',
  askLoseNote: 'A leader finds it under Approvals; a return or a check takes the request back.',
  loseAsked: 'Reported lost: {reason}',
  lose: 'Lost',
  putBack: 'Put back',
  retire: 'Put out of use',
  putBackNote: 'A repaired or found tool goes back in store; a charge for its loss is void.',
  retireNote: 'It can be neither lent nor changed after that.',
  borrower: 'Borrower',
  chooseBorrower: 'Choose a borrower',
  findCase: 'Number, customer or plate; optional',
  dueBack: 'Due back',
  condition: 'Condition',
  inOrder: 'In order',
  damaged: 'Damaged',
  ok: 'OK',
  notOk: 'Not OK',
  remark: 'Remark',
  remarkHint: 'Needed for damage and for a failed check',
  charge: 'Charge',

  // Papers.
  labelTitle: 'Tool label',
  slipTitle: 'Loan slip',
  toolNumber: 'Tool no.',
  lentAt: 'Lent at',
  signedByBorrower: "Borrower's signature",
} as const satisfies Record<keyof typeof chinese, string>;

import type { refusals as chinese } from '../zh-CN/refusals.ts';

/** What the program refuses, and what to do about it. */
export const refusals = {
  INVALID_INPUT: 'Some fields are not right yet. Correct them and save again.',
  BODY_UNREADABLE:
    'What was sent cannot be read, and nothing was saved. Try again; a program sends JSON in UTF-8.',
  BODY_TOO_LARGE:
    'What was sent is larger than {limitMegabytes} MB, and nothing was saved. Make the file smaller and try again.',
  NOT_SIGNED_IN:
    'You were signed out, and this was not done. What you typed is still here: sign in and do it again.',
  SIGN_IN_REFUSED: 'Name or password is wrong. Try again.',
  SIGN_IN_DELAYED: 'Several wrong tries. Try again in {waitSeconds} seconds.',
  SIGN_IN_BUSY: 'Too many people are signing in at once. Try again in {waitSeconds} seconds.',
  NOT_PERMITTED:
    'You may not do this; it is the work of: {permission}. If it is yours too, ask an administrator for the role.',
  NOT_FOUND: 'This record was not found ({kind}). Refresh and try again.',
  DOES_NOT_BELONG:
    'The {kind} “{name}” does not belong to the {ofKind} “{of}”. Choose another, or correct its file first.',
  CHANGED_MEANWHILE: '{by} changed this record at {at}. Compare both versions and decide.',
  OPERATION_ID_REUSED: 'This operation id was used for something else. Submit again.',
  CODE_TAKEN:
    '“{value}” belongs to “{holder}” (width, case, spaces and dashes do not count). Choose another or open the existing record.',
  ALREADY_EXISTS: '“{value}” exists already. Choose another or open the existing record.',
  DUTY_ENDED: 'This duty has been settled or waived already; nothing is left to do. Refresh and look again.',
  WRONG_STATE: '{number} is “{state}” now, so this cannot be done. Refresh and look again.',
  CURSOR_OF_ANOTHER_LIST:
    'The cursor belongs to another list, filter or sort. Leave it out and read again from the first page.',
  BOOKS_DAMAGED:
    'The file of the books is damaged. Nothing more is written to it, so that the damage does not grow; this was not done. Looking goes on. Tell an administrator to restore a backup.',
  STORAGE_FAILED:
    'Not read or saved ({reason}); nothing has changed. Check the disk or server and try again.',
  CANCELLED: 'Cancelled; nothing has changed.',
  ALREADY_SET_UP: 'The firm is set up already. Sign in.',
  NO_SAMPLE: 'There is no sample, or it was removed. Go back to the real books.',
  SAMPLE_EXISTS: 'The sample is there, or being loaded. Open it, or remove it first.',
  SAMPLE_MIXED_IN:
    'An older version mixed the sample into these books, and nothing tells it from what was entered later, so it cannot be removed. Begin new books in an empty data folder.',
  PASSWORD_TOO_WEAK:
    'This password is easy to guess. Use at least 8 characters; no sign-in name, common password or blanks, nothing repeated or in a row (11111111, 12345678).',
  PIN_TOO_WEAK: 'This PIN is easy to guess. Use no repeated digits and none in a row (0000, 1234).',
  LAST_ADMIN: 'At least one active administrator must remain.',
  ADMIN_KEEPS:
    'The role of the administrator stays active and keeps these permissions: {permissions}. Leave them in and save again.',
  ROLE_IN_USE: 'The role “{role}” is held by {holders}. Give them another role before you set it inactive.',
  ROLE_NOT_ACTIVE: 'The role “{role}” is inactive. Choose another, or set it active first.',
  OUT_OF_STOCK: '{account} holds only {availableQuantity} of “{part}”. Take less or choose another bin.',
  ACCOUNT_NOT_USABLE: 'Account “{account}” is inactive or does not fit here. Choose another.',
  ACCOUNT_NOT_EMPTY: 'Account "{account}" still holds parts. Empty it before you close it.',
  PART_BLOCKED: '“{part}” is inactive or blocked by quality and cannot be issued.',
  CHECKS_MISSING: 'Tick all three checks (specification, quantity, quality) before posting.',
  CASE_REQUIRED:
    'Parts under warranty are drawn for a case. Choose the case, or the purpose “stock” for parts to carry along.',
  NO_LINES: 'There are no lines yet. Enter at least one.',
  DAY_NOT_OPEN: 'The date must lie between {fromDay} and {untilDay}.',
  ALREADY_REVERSED: '{number} has been reversed already.',
  NOT_REVERSIBLE: '“{part}” has left {account} since, so the document cannot be reversed. Return it first.',
  OWN_REQUISITION: 'You cannot approve your own requisition. Another leader must.',
  NO_APPROVER:
    'Not submitted: {concerned}. Ask the administrator to name another leader under Settings → People, or to ask for fewer signatures.',
  ALREADY_SIGNED: 'You, or somebody in your place, have signed already. Another person must sign.',
  NOT_YOUR_TURN: 'It is not your turn: {name} signs first.',
  NOT_DECIDED_SO: 'This cannot be answered so. What is wrong in a signed report is told by a supplement.',
  ASK_FIRST:
    'Several people must sign this for {number}. Ask for it first; the others then find it under Approvals.',
  ALREADY_ASKED: '{number} was asked for already. A leader will decide.',
  NOT_APPROVED: '{number} is not approved yet, so nothing can be issued.',
  HOLDER_OVER_LIMIT:
    '{holder} holds {valueFen} uncleared (limit {limitFen}), the oldest {ageDays} {ageDays|day|days} (limit {limitDays}). Clear first, or a leader allows it.',
  MORE_THAN_APPROVED: '{openQuantity} of “{part}” can still be issued; not more than approved.',
  MORE_THAN_ISSUED: '{openQuantity} of “{part}” can still be cleared; not more than drawn.',
  NOT_A_SUBSTITUTE:
    '“{part}” is no substitute for the part of this line. Choose the part itself or a registered substitute.',
  REPORT_NOT_APPROVED:
    'Service report {number} is not signed and approved yet, so the line cannot be cleared.',
  LISTED_IN_REPORT:
    'Service report {number} says that “{part}” was installed; only {freeQuantity} besides can be returned or written off. If the report is wrong, reopen it or write a supplement first.',
  REPORT_LACKS_PART: 'Service report {number} does not list enough of “{part}”. Check the report.',
  OLD_PART_RULE:
    'The old part of “{part}” must come back by its rule. Leave it required; a leader may write otherwise, or waive it later.',
  OLD_PART_MISSING: 'Old part {number} is not back yet. Take it in first, or a leader waives it.',
  UNIT_IN_DOCUMENTS:
    '{numbers} name the unit “{unit}” and stay as they are; drafts follow. Confirm that this is known, then save again.',
  CASE_UNFINISHED: '{number} is not finished. Clear it, sign it or withdraw it, then close or void the case.',
  REASON_REQUIRED: 'Give a reason.',
  APPROVAL_REQUIRED: 'Only a leader can do this step.',
  OTHERS_DRAFT: '{number} is a draft of {owner}. Take it over first, or let {owner} go on with it.',
  OWN_REPORT: 'You cannot approve a report that you wrote or worked on. Another leader must.',
  OWN_JUDGEMENT: 'You cannot overrule a judgement of your own. Another leader must.',
  REPORT_INCOMPLETE: 'The service report still lacks: {missing}. Complete it before printing.',
  REPORT_FROZEN: 'Service report {number} is signed and cannot change. Write a supplement.',
  SIGNED_BEFORE_FINISH: 'It cannot be signed before the finish at {finishedAt}.',
  SIGNED_BEFORE_PRINT: 'The paper was first printed at {printedAt}; it cannot be signed before that.',
  SCAN_TOO_OLD:
    '“{fileName}” was attached before the paper was printed at {printedAt}, so it is not the signed paper. Attach the scan of the signed paper.',
  SCAN_REQUIRED:
    'Attach the scan or photograph of the signed report first; a file that was filed for something else does not count.',
  NOT_PRINTED: '{number} has not been printed yet. Print it, have it signed, then file the signature.',
  PRINT_NOT_KEPT:
    'Print {ordinal} of {number} was made before prints were kept and cannot be had again. Print it anew if you need the paper.',
  CONTENT_CHANGED:
    '{number} changed after printing and differs from the signed paper. Print and sign it again.',
  POLICY_PUBLISHED: '“{name}” is published and cannot change. Make a new version.',
  PICTURE_FORMAT:
    '“{fileName}” is a {format} picture, which cannot be shown or printed here. Save it as JPEG and add that. iPhone: Settings → Camera → Formats → Most Compatible. Scanner: choose PDF or JPEG.',
  FILE_NOT_ACCEPTED: 'File “{fileName}” is not accepted. Use a picture, PDF or recording of at most 20 MB.',
  PAPER_TOO_LONG:
    'More than {rows} rows do not fit one paper. Show only what moved, or one warehouse, and print again; or export it to Excel.',
  LIST_TOO_LONG:
    'This is too much for one file. Choose a shorter span of days and export it in several files.',
  READING_BELOW_LAST:
    'The mileage is below the {lastKm} km of {lastDay}. Check it; if the counter was replaced, say so and save again.',
  HOURS_BELOW_LAST:
    'The hours are below the {lastHours} h of {lastDay}. Check them; if the counter was replaced, say so and save again.',
  READING_ABOVE_LATER:
    'The mileage is above the {laterKm} km of the later {laterDay}. Check it; if the later reading is wrong, void it in the unit file first.',
  HOURS_ABOVE_LATER:
    'The hours are above the {laterHours} h of the later {laterDay}. Check them; if the later reading is wrong, void it in the unit file first.',
  READING_JUMPS:
    'It was {lastKm} km on {lastDay}; so much more in {days} {days|day|days} is far beyond the usual. Check for a digit too many; if the reading is right, say so and save again.',
  HOURS_JUMP:
    'It was {lastHours} h on {lastDay}; so much more in {days} {days|day|days} is far beyond the usual. Check for a digit too many; if the reading is right, say so and save again.',
  SEVERAL_CUSTOMERS:
    'Several customers have this number: {candidates}. Choose which of them it is; if it is none of them, say so.',
  OWNS_OPEN_CASES:
    'This person still owns {count} open cases. Choose who takes them over, or say that nobody does for now.',
} as const satisfies Record<keyof typeof chinese, string>;

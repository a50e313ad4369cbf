import { attachments as attachmentsInEnglish } from './en/attachments.ts';
import { audit as auditInEnglish } from './en/audit.ts';
import { cases as casesInEnglish } from './en/cases.ts';
import { common as commonInEnglish } from './en/common.ts';
import { contacts as contactsInEnglish } from './en/contacts.ts';
import { decisions as decisionsInEnglish } from './en/decisions.ts';
import { customers as customersInEnglish } from './en/customers.ts';
import { desktop as desktopInEnglish } from './en/desktop.ts';
import { duties as dutiesInEnglish } from './en/duties.ts';
import { fields as fieldsInEnglish } from './en/fields.ts';
import { grid as gridInEnglish } from './en/grid.ts';
import { issue as issueInEnglish } from './en/issue.ts';
import { oldParts as oldPartsInEnglish } from './en/old-parts.ts';
import { parts as partsInEnglish } from './en/parts.ts';
import { people as peopleInEnglish } from './en/people.ts';
import { prints as printsInEnglish } from './en/prints.ts';
import { refusals as refusalsInEnglish } from './en/refusals.ts';
import { reports as reportsInEnglish } from './en/reports.ts';
import { requisitions as requisitionsInEnglish } from './en/requisitions.ts';
import { session as sessionInEnglish } from './en/session.ts';
import { settings as settingsInEnglish } from './en/settings.ts';
import { shell as shellInEnglish } from './en/shell.ts';
import { start as startInEnglish } from './en/start.ts';
import { states as statesInEnglish } from './en/states.ts';
import { stock as stockInEnglish } from './en/stock.ts';
import { today as todayInEnglish } from './en/today.ts';
import { tools as toolsInEnglish } from './en/tools.ts';
import { units as unitsInEnglish } from './en/units.ts';
import { warranty as warrantyInEnglish } from './en/warranty.ts';
import { attachments } from './zh-CN/attachments.ts';
import { audit } from './zh-CN/audit.ts';
import { cases } from './zh-CN/cases.ts';
import { common } from './zh-CN/common.ts';
import { contacts } from './zh-CN/contacts.ts';
import { decisions } from './zh-CN/decisions.ts';
import { customers } from './zh-CN/customers.ts';
import { desktop } from './zh-CN/desktop.ts';
import { duties } from './zh-CN/duties.ts';
import { fields } from './zh-CN/fields.ts';
import { grid } from './zh-CN/grid.ts';
import { issue } from './zh-CN/issue.ts';
import { oldParts } from './zh-CN/old-parts.ts';
import { parts } from './zh-CN/parts.ts';
import { people } from './zh-CN/people.ts';
import { prints } from './zh-CN/prints.ts';
import { refusals } from './zh-CN/refusals.ts';
import { reports } from './zh-CN/reports.ts';
import { requisitions } from './zh-CN/requisitions.ts';
import { session } from './zh-CN/session.ts';
import { settings } from './zh-CN/settings.ts';
import { shell } from './zh-CN/shell.ts';
import { start } from './zh-CN/start.ts';
import { states } from './zh-CN/states.ts';
import { stock } from './zh-CN/stock.ts';
import { today } from './zh-CN/today.ts';
import { tools } from './zh-CN/tools.ts';
import { units } from './zh-CN/units.ts';
import { warranty } from './zh-CN/warranty.ts';

/** The books of sentences in Chinese. */
export const chinese = {
  attachments,
  audit,
  cases,
  common,
  contacts,
  customers,
  decisions,
  duties,
  desktop,
  fields,
  grid,
  issue,
  oldParts,
  parts,
  people,
  prints,
  refusals,
  reports,
  requisitions,
  session,
  settings,
  shell,
  start,
  states,
  stock,
  today,
  tools,
  units,
  warranty,
};

/** The same books in English; one that is missing does not compile. */
export const english = {
  attachments: attachmentsInEnglish,
  audit: auditInEnglish,
  cases: casesInEnglish,
  common: commonInEnglish,
  contacts: contactsInEnglish,
  customers: customersInEnglish,
  decisions: decisionsInEnglish,
  duties: dutiesInEnglish,
  desktop: desktopInEnglish,
  fields: fieldsInEnglish,
  grid: gridInEnglish,
  issue: issueInEnglish,
  oldParts: oldPartsInEnglish,
  parts: partsInEnglish,
  people: peopleInEnglish,
  prints: printsInEnglish,
  refusals: refusalsInEnglish,
  reports: reportsInEnglish,
  requisitions: requisitionsInEnglish,
  session: sessionInEnglish,
  settings: settingsInEnglish,
  shell: shellInEnglish,
  start: startInEnglish,
  states: statesInEnglish,
  stock: stockInEnglish,
  today: todayInEnglish,
  tools: toolsInEnglish,
  units: unitsInEnglish,
  warranty: warrantyInEnglish,
} satisfies {
  readonly [Book in keyof typeof chinese]: { readonly [Name in keyof (typeof chinese)[Book]]: string };
};

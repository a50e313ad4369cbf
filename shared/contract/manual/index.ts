import type { contract } from '../index.ts';
import {
  auditManual,
  changesManual,
  sampleManual,
  searchManual,
  todayManual,
  workManual,
} from './audit.manual.ts';
import { casesManual, contactsManual, warrantyManual } from './cases.manual.ts';
import { dutiesManual } from './duties.manual.ts';
import { attachmentsManual, customersManual, unitsManual } from './customers.manual.ts';
import type { ManualOf } from './manual.ts';
import { papersManual, reportsManual, requisitionsManual, settingsManual } from './requisitions.manual.ts';
import { peopleManual, sessionManual } from './session.manual.ts';
import { oldPartsManual, partsManual, stockManual } from './stock.manual.ts';

/** What the description of the interface says of every procedure; one without a summary and an example does not compile. */
export const manual = {
  session: sessionManual,
  changes: changesManual,
  work: workManual,
  people: peopleManual,
  audit: auditManual,
  attachments: attachmentsManual,
  customers: customersManual,
  units: unitsManual,
  parts: partsManual,
  stock: stockManual,
  warranty: warrantyManual,
  contacts: contactsManual,
  cases: casesManual,
  requisitions: requisitionsManual,
  oldParts: oldPartsManual,
  reports: reportsManual,
  duties: dutiesManual,
  papers: papersManual,
  search: searchManual,
  today: todayManual,
  settings: settingsManual,
  sample: sampleManual,
} satisfies { readonly [Module in keyof typeof contract]: ManualOf<(typeof contract)[Module]> };

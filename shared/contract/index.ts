import type { ContractRouterClient } from '@orpc/contract';
import { auditContract, sampleContract } from './audit.contract.ts';
import { changesContract, workContract } from './changes.contract.ts';
import { peopleContract, sessionContract } from './people.contract.ts';
import { attachmentsContract } from './attachments.contract.ts';
import { casesContract } from './cases.contract.ts';
import { contactsContract } from './contacts.contract.ts';
import { customersContract } from './customers.contract.ts';
import { decisionsContract } from './decisions.contract.ts';
import { dutiesContract } from './duties.contract.ts';
import { oldPartsContract } from './old-parts.contract.ts';
import { papersContract } from './papers.contract.ts';
import { partsContract } from './parts.contract.ts';
import { reportsContract } from './reports.contract.ts';
import { requisitionsContract } from './requisitions.contract.ts';
import { searchContract } from './search.contract.ts';
import { settingsContract } from './settings.contract.ts';
import { stockContract } from './stock.contract.ts';
import { todayContract } from './today.contract.ts';
import { toolsContract } from './tools.contract.ts';
import { unitsContract } from './units.contract.ts';
import { warrantyContract } from './warranty.contract.ts';
import {
  auditManual,
  changesManual,
  sampleManual,
  searchManual,
  todayManual,
  workManual,
} from './manual/audit.manual.ts';
import { casesManual, contactsManual, warrantyManual } from './manual/cases.manual.ts';
import { attachmentsManual, customersManual, unitsManual } from './manual/customers.manual.ts';
import type { ManualOf } from './manual/manual.ts';
import {
  papersManual,
  reportsManual,
  requisitionsManual,
  settingsManual,
} from './manual/requisitions.manual.ts';
import { decisionsManual } from './manual/decisions.manual.ts';
import { dutiesManual } from './manual/duties.manual.ts';
import { peopleManual, sessionManual } from './manual/session.manual.ts';
import { oldPartsManual, partsManual, stockManual } from './manual/stock.manual.ts';
import { toolsManual } from './manual/tools.manual.ts';

/** Everything the program can be asked and told, by module. Both ends of every wire read this. */
export const contract = {
  session: sessionContract,
  changes: changesContract,
  work: workContract,
  people: peopleContract,
  audit: auditContract,
  attachments: attachmentsContract,
  customers: customersContract,
  units: unitsContract,
  parts: partsContract,
  stock: stockContract,
  warranty: warrantyContract,
  contacts: contactsContract,
  cases: casesContract,
  requisitions: requisitionsContract,
  oldParts: oldPartsContract,
  tools: toolsContract,
  reports: reportsContract,
  decisions: decisionsContract,
  duties: dutiesContract,
  papers: papersContract,
  search: searchContract,
  today: todayContract,
  settings: settingsContract,
  sample: sampleContract,
};

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
  decisions: decisionsManual,
  duties: dutiesManual,
  tools: toolsManual,
  reports: reportsManual,
  papers: papersManual,
  search: searchManual,
  today: todayManual,
  settings: settingsManual,
  sample: sampleManual,
} satisfies { readonly [Module in keyof typeof contract]: ManualOf<(typeof contract)[Module]> };

/** The contract as its caller sees it. */
export type ServiceClient = ContractRouterClient<typeof contract>;

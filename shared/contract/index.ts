import type { ContractRouterClient } from '@orpc/contract';
import { auditContract, sampleContract } from './audit.contract.ts';
import { changesContract, workContract } from './changes.contract.ts';
import { peopleContract, sessionContract } from './people.contract.ts';
import { attachmentsContract } from './attachments.contract.ts';
import { casesContract } from './cases.contract.ts';
import { contactsContract } from './contacts.contract.ts';
import { customersContract } from './customers.contract.ts';
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
import { unitsContract } from './units.contract.ts';
import { warrantyContract } from './warranty.contract.ts';

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
  reports: reportsContract,
  duties: dutiesContract,
  papers: papersContract,
  search: searchContract,
  today: todayContract,
  settings: settingsContract,
  sample: sampleContract,
};

/** The contract as its caller sees it. */
export type ServiceClient = ContractRouterClient<typeof contract>;

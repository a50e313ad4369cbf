import { contactsContract } from '#shared/contract/contacts.contract.ts';
import { acting, exporting, looking, reading, routesOf } from '../../api/routes.ts';
import { callerCard, likelyDuplicates } from '../../views/caller.queries.ts';
import { getContact, listContacts } from './contacts.queries.ts';
import { clarifyContact, recordContact } from './contacts.service.ts';
import { voidContact } from './contacts.voiding.service.ts';

const at = routesOf(contactsContract);

/** The register of calls and letters. */
export const contactsRoutes = {
  list: at.list.handler(reading(listContacts)),
  get: at.get.handler(looking('contact', getContact, ({ id }) => id)),
  caller: at.caller.handler(looking('customer', callerCard, ({ customer }) => customer?.id)),
  likelyDuplicates: at.likelyDuplicates.handler(reading(likelyDuplicates)),
  record: at.record.handler(acting(recordContact)),
  clarify: at.clarify.handler(acting(clarifyContact)),
  void: at.void.handler(acting(voidContact)),
  exportList: at.exportList.handler(exporting('contacts.exportList')),
};

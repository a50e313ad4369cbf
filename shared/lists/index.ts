import { casesList } from './cases.list.ts';
import { contactsList } from './contacts.list.ts';
import { customersList } from './customers.list.ts';
import { oldPartsList } from './old-parts.list.ts';
import { partsList } from './parts.list.ts';
import { reportsList } from './reports.list.ts';
import { requisitionLinesList } from './requisition-lines.list.ts';
import { requisitionsList } from './requisitions.list.ts';
import { unitsList } from './units.list.ts';

/** Every list that is told once. */
export const lists = [
  casesList,
  contactsList,
  customersList,
  oldPartsList,
  partsList,
  reportsList,
  requisitionsList,
  requisitionLinesList,
  unitsList,
] as const;

import { auditEntriesList } from './audit-entries.list.ts';
import { casesList } from './cases.list.ts';
import { contactsList } from './contacts.list.ts';
import { customersList } from './customers.list.ts';
import { dutiesList } from './duties.list.ts';
import { monthRowsList } from './month-rows.list.ts';
import { movementsList } from './movements.list.ts';
import { oldPartsList } from './old-parts.list.ts';
import { partsList } from './parts.list.ts';
import { receiptsList } from './receipts.list.ts';
import { reportsList } from './reports.list.ts';
import { requisitionLinesList } from './requisition-lines.list.ts';
import { requisitionsList } from './requisitions.list.ts';
import { unitsList } from './units.list.ts';

/** Every list that is told once. */
export const lists = [
  auditEntriesList,
  casesList,
  contactsList,
  customersList,
  dutiesList,
  monthRowsList,
  movementsList,
  oldPartsList,
  partsList,
  receiptsList,
  reportsList,
  requisitionsList,
  requisitionLinesList,
  unitsList,
] as const;

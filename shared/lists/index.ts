import { auditEntriesList } from './audit-entries.list.ts';
import { monthRowsList } from './month-rows.list.ts';
import { movementsList } from './movements.list.ts';
import { oldPartsList } from './old-parts.list.ts';
import { receiptsList } from './receipts.list.ts';

/** Every list that is told once. */
export const lists = [auditEntriesList, monthRowsList, movementsList, oldPartsList, receiptsList] as const;

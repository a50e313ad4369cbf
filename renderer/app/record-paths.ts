import type { SearchKind } from '#shared/domain/search-kinds.ts';

/** Where a record of each kind is opened. */
export function pathOfRecord(kind: SearchKind, id: string): string {
  return `${recordPaths[kind]}/${id}`;
}

const recordPaths: Readonly<Record<SearchKind, string>> = {
  customer: '/customers',
  unit: '/customers/units',
  case: '/cases',
  contact: '/contacts',
  requisition: '/requisitions',
  report: '/reports',
  receipt: '/stock/receipts',
  part: '/stock/parts',
};

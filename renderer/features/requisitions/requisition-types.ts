import type { Service } from '../../service/service-context.tsx';

/** Everything about one requisition. */
export type Requisition = Awaited<ReturnType<Service['requisitions']['get']['call']>>;
/** A line of it: one part asked for. */
export type RequisitionLine = Requisition['lines'][number];
/** What was handed out at one time. */
export type Issue = Requisition['issues'][number];
export type IssueLine = Issue['lines'][number];
/** What a technician or station holds uncleared. */
export type Holder = Awaited<ReturnType<Service['requisitions']['holders']['call']>>[number];

/** The kinds of record that a requisition shows; who may decide on it depends on who stands in for whom. */
export const requisitionShows = ['person', 'requisition', 'oldPart', 'stock', 'part', 'judgement', 'case'];

import type { Service } from '../../service/service-context.tsx';

/** A service report with everything on its page. */
export type Report = Awaited<ReturnType<Service['reports']['get']['call']>>;
/** Something that was issued on the case and is in no report yet. */
export type Replaceable = Awaited<ReturnType<Service['reports']['replaceable']['call']>>[number];
/** An addition to a signed report. */
export type Supplement = Report['supplements'][number];

/** The kinds of record that the page of a report shows. */
export const reportShows = ['person', 'report', 'case', 'customer', 'unit', 'judgement', 'oldPart'];

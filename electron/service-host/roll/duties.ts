import type { ReadTx } from '../database/database.ts';
import { urgentDuties } from '../desks/duties/duties.queries.ts';
import type { Duties } from '../desks/duties/duty.ts';
import { promisedCall } from '../modules/contacts/contacts.duties.ts';
import { customerFile } from '../modules/customers/customers.duties.ts';
import { oldPartDue } from '../modules/old-parts/old-parts.duties.ts';
import { reportDecision, reportNotBack, supplementDecision } from '../modules/reports/reports.duties.ts';
import { partsUncleared, requisitionDecision } from '../modules/requisitions/requisitions.duties.ts';
import { warrantyCard } from '../modules/units/units.duties.ts';

/** Every kind of duty. A kind without its truth does not compile. */
export const duties = {
  oldPartDue,
  promisedCall,
  reportNotBack,
  partsUncleared,
  requisitionDecision,
  reportDecision,
  supplementDecision,
  warrantyCard,
  customerFile,
} satisfies Duties;

/** The open duties that press a person most, for a card: routes hand it to the view that wants it. */
export function mostUrgentDuties(tx: ReadTx, personId: string | null, limit: number) {
  return urgentDuties(tx, duties, personId, limit);
}

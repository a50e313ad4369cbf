import { auditContract } from '#shared/contract/audit.contract.ts';
import { exporting, reading, routesOf } from '../../api/routes.ts';
import { listAudit } from './audit.queries.ts';
import { verifyAudit } from './audit.verify.queries.ts';

const at = routesOf(auditContract);

/** Who did what, when, what was before and what after; and the check that nobody altered it. */
export const auditRoutes = {
  list: at.list.handler(reading(listAudit)),
  exportList: at.exportList.handler(exporting('audit.exportList')),
  lastCheck: at.lastCheck.handler(({ context }) => context.parts.headNote.check),
  booksState: at.booksState.handler(({ context: { parts } }) => ({
    clockFault: parts.booksWatch.clockFault,
    isDamaged: parts.isDamaged(),
  })),
  verify: at.verify.handler(async ({ context }) =>
    context.lookLong('audit.verify', (progress) =>
      verifyAudit(context.parts.database, { progress, noted: context.parts.headNote.heads }),
    ),
  ),
};

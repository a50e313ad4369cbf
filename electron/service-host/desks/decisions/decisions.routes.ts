import { decisionsContract } from '#shared/contract/decisions.contract.ts';
import { acting, reading, routesOf } from '../../api/routes.ts';
import { deciders, decisions } from '../../roll/decisions.ts';
import { approve, approveSeveral, reject, sendBack } from './deciding.service.ts';
import { signaturesOfRecord } from './decisions.queries.ts';
import { inbox, inboxCount } from './inbox.queries.ts';

const at = routesOf(decisionsContract);

/** What waits for a yes or no, and the signatures under it. */
export const decisionsRoutes = {
  inbox: at.inbox.handler(reading((tx, filter) => inbox(tx, decisions, deciders, filter))),
  count: at.count.handler(reading((tx) => inboxCount(tx, decisions, deciders))),
  of: at.of.handler(reading((tx, record) => signaturesOfRecord(tx, decisions, record))),
  approve: at.approve.handler(acting((tx, input) => approve(tx, decisions, input))),
  reject: at.reject.handler(acting((tx, input) => reject(tx, decisions, input))),
  sendBack: at.sendBack.handler(acting((tx, input) => sendBack(tx, decisions, input))),
  approveSeveral: at.approveSeveral.handler(
    acting((tx, input) => approveSeveral(tx, decisions, input.decisions)),
  ),
};

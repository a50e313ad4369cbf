import type { Decision } from '../../desks/decisions/decision.ts';
import { refuseWaive, waiveOldPart } from './old-parts.service.ts';
import {
  concernedOfOldPart,
  oldPartVersions,
  tellOldParts,
  waitingWaives,
} from './waiting-decisions.queries.ts';

/** Somebody asked to let an old part stay away. */
export const oldPartWaive: Decision<'oldPart.waive'> = {
  kind: 'oldPart.waive',
  waiting: waitingWaives,
  tell: tellOldParts,
  concerned: concernedOfOldPart,
  versions: oldPartVersions,
  approve: waiveOldPart,
  reject: refuseWaive,
};

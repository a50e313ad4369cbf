import type { Decision } from '../../desks/decisions/decision.ts';
import { loseTool, refuseLose } from './losing.service.ts';
import { concernedOfLoss, tellLosses, toolVersions, waitingLosses } from './waiting-losses.queries.ts';

/** Somebody asked to let a tool be lost. */
export const toolLose: Decision<'tool.lose'> = {
  kind: 'tool.lose',
  waiting: waitingLosses,
  tell: tellLosses,
  concerned: concernedOfLoss,
  versions: toolVersions,
  approve: loseTool,
  reject: refuseLose,
};

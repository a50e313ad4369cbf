import { warrantyContract } from '#shared/contract/warranty.contract.ts';
import { acting, reading, routesOf } from '../../api/routes.ts';
import { groupsToChooseFrom, listPolicies } from './policies.queries.ts';
import { draftPolicy, editPolicy, publishPolicy, saveGroups } from './policies.service.ts';
import { publishingEffect } from './publishing-effect.queries.ts';
import { getJudgement, listJudgements, previewJudgements } from './warranty.queries.ts';
import { judgeWarranty, overruleJudgement } from './warranty.service.ts';

const at = routesOf(warrantyContract);

/** Policies as data, and judgements computed from them. */
export const warrantyRoutes = {
  groups: at.groups.handler(reading(groupsToChooseFrom)),
  saveGroups: at.saveGroups.handler(acting(saveGroups)),
  policies: at.policies.handler(reading(listPolicies)),
  draftPolicy: at.draftPolicy.handler(acting(draftPolicy)),
  editPolicy: at.editPolicy.handler(acting(editPolicy)),
  publishingEffect: at.publishingEffect.handler(reading(publishingEffect)),
  publishPolicy: at.publishPolicy.handler(acting(publishPolicy)),
  preview: at.preview.handler(reading(previewJudgements)),
  judge: at.judge.handler(acting(judgeWarranty)),
  overrule: at.overrule.handler(acting(overruleJudgement)),
  judgements: at.judgements.handler(reading(listJudgements)),
  judgement: at.judgement.handler(reading(getJudgement)),
};

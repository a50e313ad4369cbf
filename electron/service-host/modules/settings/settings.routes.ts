import { settingsContract } from '#shared/contract/settings.contract.ts';
import { acting, actingAfter, reading, routesOf } from '../../api/routes.ts';
import { faultOfLogo } from '../../desks/attachments/logo.queries.ts';
import { settingsForEditing } from './settings.queries.ts';
import { saveSigningRules } from './signing.service.ts';
import { signingRules } from './signing.queries.ts';
import { saveFirm, saveSettings } from './settings.service.ts';

const at = routesOf(settingsContract);

/** What the firm has chosen. */
export const settingsRoutes = {
  firm: at.firm.handler(reading((tx) => settingsForEditing(tx, 'firm'))),
  saveFirm: at.saveFirm.handler(
    actingAfter((call, { values }) => faultOfLogo(call, values.logoAttachmentId), saveFirm),
  ),
  limits: at.limits.handler(reading((tx) => settingsForEditing(tx, 'limits'))),
  saveLimits: at.saveLimits.handler(acting((tx, input) => saveSettings(tx, 'limits', input))),
  papers: at.papers.handler(reading((tx) => settingsForEditing(tx, 'papers'))),
  decisions: at.decisions.handler(reading((tx) => signingRules(tx))),
  saveDecisions: at.saveDecisions.handler(acting(saveSigningRules)),
  duties: at.duties.handler(reading((tx) => settingsForEditing(tx, 'duties'))),
  saveDuties: at.saveDuties.handler(acting((tx, input) => saveSettings(tx, 'duties', input))),
  workingTime: at.workingTime.handler(reading((tx) => settingsForEditing(tx, 'workingTime'))),
  saveWorkingTime: at.saveWorkingTime.handler(acting((tx, input) => saveSettings(tx, 'workingTime', input))),
  savePapers: at.savePapers.handler(acting((tx, input) => saveSettings(tx, 'papers', input))),
};

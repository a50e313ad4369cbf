import { partsContract } from '#shared/contract/parts.contract.ts';
import { acting, exporting, reading, routesOf } from '../../api/routes.ts';
import { findParts, listParts, partCategories, partDetail, partsOverview } from './parts.queries.ts';
import { createPart, editPart, setSubstitutes } from './parts.service.ts';

const at = routesOf(partsContract);

/** The spare-parts catalogue. */
export const partsRoutes = {
  list: at.list.handler(reading(listParts)),
  get: at.get.handler(reading(partDetail)),
  find: at.find.handler(reading(findParts)),
  create: at.create.handler(acting(createPart)),
  edit: at.edit.handler(acting(editPart)),
  setSubstitutes: at.setSubstitutes.handler(acting(setSubstitutes)),
  categories: at.categories.handler(reading(partCategories)),
  overview: at.overview.handler(reading(partsOverview)),
  exportList: at.exportList.handler(exporting('parts.exportList')),
};

import { oldPartsContract } from '#shared/contract/old-parts.contract.ts';
import { acting, exporting, reading, routesOf } from '../../api/routes.ts';
import { getOldPart, listOldParts } from './old-parts.queries.ts';
import { askWaive, receiveOldPart, waiveOldPart } from './old-parts.service.ts';

const at = routesOf(oldPartsContract);

/** Replaced parts that must come back. */
export const oldPartsRoutes = {
  list: at.list.handler(reading(listOldParts)),
  get: at.get.handler(reading(getOldPart)),
  receive: at.receive.handler(
    acting(async (tx, input: Parameters<typeof receiveOldPart>[1]) => {
      const { id, alreadyIn } = await receiveOldPart(tx, input);
      return { ...(await getOldPart(tx, { id })), alreadyIn };
    }),
  ),
  askWaive: at.askWaive.handler(acting(askWaive)),
  waive: at.waive.handler(acting(waiveOldPart)),
  exportList: at.exportList.handler(exporting('oldParts.exportList')),
};

import { oldPartsContract } from '#shared/contract/old-parts.contract.ts';
import { present } from '#shared/domain/assert.ts';
import { acting, exporting, reading, routesOf } from '../../api/routes.ts';
import { exportOldParts } from './old-parts.export.queries.ts';
import { listOldParts, oldPartRows } from './old-parts.queries.ts';
import { receiveOldPart, waiveOldPart } from './old-parts.service.ts';

const at = routesOf(oldPartsContract);

/** Replaced parts that must come back. */
export const oldPartsRoutes = {
  list: at.list.handler(reading(listOldParts)),
  receive: at.receive.handler(
    acting(async (tx, input: Parameters<typeof receiveOldPart>[1]) => {
      const { id, alreadyIn } = await receiveOldPart(tx, input);
      const [row] = await oldPartRows(tx, [id]);
      return { ...present(row, 'the part just received'), alreadyIn };
    }),
  ),
  waive: at.waive.handler(acting(waiveOldPart)),
  exportList: at.exportList.handler(exporting(exportOldParts)),
};

import { toolsContract } from '#shared/contract/tools.contract.ts';
import { acting, exporting, reading, routesOf } from '../../api/routes.ts';
import { askLose, loseTool } from './losing.service.ts';
import { listTools, toolDetail } from './tools.queries.ts';
import {
  checkTool,
  createTool,
  editTool,
  lendTool,
  putToolBack,
  retireTool,
  takeToolBack,
} from './tools.service.ts';

const at = routesOf(toolsContract);

/** Tools that are lent to people and checked at intervals. */
export const toolsRoutes = {
  list: at.list.handler(reading(listTools)),
  get: at.get.handler(reading(toolDetail)),
  create: at.create.handler(acting(createTool)),
  edit: at.edit.handler(acting(editTool)),
  lend: at.lend.handler(acting(lendTool)),
  takeBack: at.takeBack.handler(acting(takeToolBack)),
  markChecked: at.markChecked.handler(acting(checkTool)),
  askLose: at.askLose.handler(acting(askLose)),
  lose: at.lose.handler(acting(loseTool)),
  putBack: at.putBack.handler(acting(putToolBack)),
  retire: at.retire.handler(acting(retireTool)),
  exportList: at.exportList.handler(exporting('tools.exportList')),
};

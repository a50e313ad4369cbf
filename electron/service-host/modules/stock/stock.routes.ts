import { stockContract } from '#shared/contract/stock.contract.ts';
import { acting, exporting, reading, routesOf } from '../../api/routes.ts';
import { createAccount, editAccount, saveWarehouse } from './accounts.service.ts';
import { checkLedger } from './check.queries.ts';
import { recordCheck } from './check.service.ts';
import { monthStatement } from './month.queries.ts';
import { listMovements } from './movements.queries.ts';
import { listReceipts, receiptDetail } from './receipts.queries.ts';
import { draftReceipt, editReceipt, postReceipt, voidReceipt } from './receipts.service.ts';
import { reverseReceipt } from './reversals.service.ts';
import { listAccounts, listWarehouses } from './stock.queries.ts';

const at = routesOf(stockContract);

/** Warehouses and accounts, receipts, the ledger, the monthly statement. */
export const stockRoutes = {
  warehouses: at.warehouses.handler(reading(listWarehouses)),
  saveWarehouse: at.saveWarehouse.handler(acting(saveWarehouse)),
  accounts: at.accounts.handler(reading(listAccounts)),
  createAccount: at.createAccount.handler(acting(createAccount)),
  editAccount: at.editAccount.handler(acting(editAccount)),
  movements: at.movements.handler(reading(listMovements)),
  receipts: at.receipts.handler(reading(listReceipts)),
  receipt: at.receipt.handler(reading(receiptDetail)),
  draftReceipt: at.draftReceipt.handler(acting(draftReceipt)),
  editReceipt: at.editReceipt.handler(acting(editReceipt)),
  postReceipt: at.postReceipt.handler(acting(postReceipt)),
  voidReceipt: at.voidReceipt.handler(acting(voidReceipt)),
  reverseReceipt: at.reverseReceipt.handler(acting(reverseReceipt)),
  month: at.month.handler(reading(monthStatement)),
  check: at.check.handler(({ context, input, path, procedure }) =>
    context.actAndWork('stock.check', { path, procedure }, input, async (tx, workId) => {
      await recordCheck(tx, workId);
      return (progress) => checkLedger(context.parts.database, progress);
    }),
  ),
  exportMonth: at.exportMonth.handler(exporting('stock.exportMonth')),
  exportMovements: at.exportMovements.handler(exporting('stock.exportMovements')),
  exportReceipts: at.exportReceipts.handler(exporting('stock.exportReceipts')),
};

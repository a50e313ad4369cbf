import type { ServiceClient } from '#shared/contract/index.ts';
import type { WriteTx } from '#host/database/database.ts';
import { present } from '#shared/domain/assert.ts';
import { createTool, lendTool } from '#host/modules/tools/tools.service.ts';
import { operation } from '#tests/support/host.ts';

/** A tool of which nothing special is told. */
export const plainTool = {
  number: '',
  name: '扭力扳手',
  category: '扭矩',
  keeperId: null,
  checkIntervalDays: 180,
  lastCheckDay: null,
  purchaseDay: null,
  valueFen: 68_000,
  notes: '',
};

/** Registers a tool and lends it to somebody. */
export async function lentTool(tx: WriteTx, personId: string) {
  const tool = await createTool(tx, plainTool);
  return lendTool(tx, { ...tool, personId, caseId: null, dueBackDay: '2026-12-31', notes: '' });
}

/** The same over the wire. */
export async function lendAsCaller(warehouse: ServiceClient) {
  const { personId } = present(
    (await warehouse.session.colleagues()).find(({ name }) => name === 'technician'),
    'the technician',
  );
  const { id, version } = await warehouse.tools.create({ operationId: operation(), ...plainTool });
  const loan = { personId, caseId: null, dueBackDay: '2026-12-31', notes: '' };
  await warehouse.tools.lend({ operationId: operation(), id, version, ...loan });
  const { loans } = await warehouse.tools.get({ id });
  return { id, loanId: loans[0]?.id ?? '' };
}

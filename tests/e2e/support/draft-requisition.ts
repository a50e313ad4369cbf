import type { ServiceClient } from '#shared/contract/index.ts';
import { newId } from '#shared/domain/ids.ts';
import { people, story } from './story-books.ts';

/** A requisition of the technician for one piece of the story's part, as a draft. */
export async function draftRequisition(
  technician: ServiceClient,
): Promise<{ readonly id: string; readonly version: number }> {
  const accounts = await technician.stock.accounts({});
  const parts = await technician.parts.list({
    filter: { text: story.partNumber },
    sort: { by: 'number', descending: false },
    limit: 1,
  });
  const { id, version } = await technician.requisitions.draft({
    operationId: newId<'operation'>(),
    purpose: 'stock',
    caseId: null,
    unitId: null,
    holderAccountId: accounts.find((one) => one.name === people.technician.name)?.id ?? '',
    notes: '',
    lines: [
      {
        partId: parts.rows[0]?.id ?? '',
        quantity: 1000,
        fault: '',
        judgementId: null,
        oldPartRequired: true,
      },
    ],
  });
  return { id, version };
}

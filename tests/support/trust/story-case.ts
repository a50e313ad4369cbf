import { present } from '#shared/domain/assert.ts';
import { playJudgementStory, playRegisterStory } from './story-register.ts';
import { playReportStory } from './story-report.ts';
import type { Stage, Storeroom } from './story.ts';

/** A call that becomes a case, with everything that belongs to it until the report is filed and the parts are cleared. */
export async function playCaseStory(stage: Stage, storeroom: Storeroom): Promise<void> {
  const { play, now } = stage;
  const { unitId, customerId } = await playRegisterStory(stage);
  const call = await play('contacts.record', 'clerk', (client, operationId) =>
    client.contacts.record({
      operationId,
      ...callOf(now),
      customerId,
      unitId,
      newCustomer: null,
      outcome: { kind: 'openCase', ownerId: null },
    }),
  );
  const caseId = present(call.caseId, 'the case');
  await play('cases.note', 'clerk', (client, operationId) =>
    client.cases.note({ operationId, caseId, text: '已联系' }),
  );
  await playJudgementStory(stage, unitId, caseId);
  const drawn = await playRequisitionStory(stage, storeroom, caseId);
  await playReportStory(stage, storeroom, caseId, drawn);
}

async function playRequisitionStory(
  { play, ask }: Stage,
  { partId, substituteId, binId }: Storeroom,
  caseId: string,
) {
  const holderAccountId = await holderOf({ ask, play });
  const line = { partId, quantity: 5000, fault: '漏水', judgementId: null, oldPartRequired: true };
  const wish = {
    purpose: 'warranty' as const,
    caseId,
    unitId: null,
    holderAccountId,
    notes: '',
    lines: [line],
  };
  const draft = await play('requisitions.draft', 'technician', (client, operationId) =>
    client.requisitions.draft({ operationId, ...wish }),
  );
  const edited = await play('requisitions.edit', 'technician', (client, operationId) =>
    client.requisitions.edit({ operationId, id: draft.id, version: draft.version, ...wish, notes: '急' }),
  );
  let at: { readonly id: string; readonly version: number } = edited;
  const submit = async () =>
    (at = await play('requisitions.submit', 'technician', (client, operationId) =>
      client.requisitions.submit({ operationId, id: at.id, version: at.version }),
    ));
  const withdraw = async () =>
    (at = await play('requisitions.withdraw', 'technician', (client, operationId) =>
      client.requisitions.withdraw({ operationId, id: at.id, version: at.version, reason: '' }),
    ));
  const decide = async (name: 'approve' | 'reject' | 'allowOverLimit') =>
    (at = await play(`requisitions.${name}`, 'leader', (client, operationId) =>
      client.requisitions[name]({ operationId, id: at.id, version: at.version, reason: '同意' }),
    ));
  await submit();
  await withdraw();
  await submit();
  await decide('reject');
  await withdraw();
  await submit();
  await decide('approve');
  await decide('allowOverLimit');
  const { lines } = await ask('warehouse', (client) => client.requisitions.get({ id: at.id }));
  const requisitionLineId = present(lines[0], 'the line').id;
  const issued = await play('requisitions.issue', 'warehouse', (client, operationId) =>
    client.requisitions.issue({
      operationId,
      id: at.id,
      version: at.version,
      lines: [{ requisitionLineId, partId, accountId: binId, quantity: 3000 }],
    }),
  );
  at = issued;
  at = await play('requisitions.closeRest', 'technician', (client, operationId) =>
    client.requisitions.closeRest({ operationId, id: at.id, version: at.version, reason: '够了' }),
  );
  const { issues } = await ask('warehouse', (client) => client.requisitions.get({ id: at.id }));
  const issueLine = present(issues[0]?.lines[0], 'the issued line');
  await play('requisitions.draft for nothing', 'clerk', (client, operationId) =>
    client.requisitions.draft({ operationId, ...wish, lines: [{ ...line, partId: substituteId }] }),
  ).then(({ id, version }) =>
    play('requisitions.void', 'clerk', (client, operationId) =>
      client.requisitions.void({ operationId, id, version, reason: '不用了' }),
    ),
  );
  at = await play('requisitions.clear', 'leader', (client, operationId) =>
    client.requisitions.clear({
      operationId,
      id: at.id,
      version: at.version,
      lines: [
        { kind: 'returned', issueLineId: issueLine.id, quantity: 1000, accountId: binId },
        { kind: 'lost', issueLineId: issueLine.id, quantity: 1000, reason: '丢失', chargeFen: 100 },
      ],
    }),
  );
  return { ...at, issueLineId: issueLine.id };
}

/** The technician's account, which parts handed to the technician are charged to. */
async function holderOf({ ask, play }: Pick<Stage, 'ask' | 'play'>): Promise<string> {
  const me = await ask('technician', (client) => client.session.me());
  const accounts = await ask('warehouse', (client) => client.stock.accounts({ kinds: ['technician'] }));
  const known = accounts.find((account) => account.personId === me.personId);
  if (known) return known.id;
  const made = await play('stock.createAccount for a person', 'warehouse', (client, operationId) =>
    client.stock.createAccount({
      operationId,
      code: 'P-technician',
      name: 'technician',
      kind: 'technician',
      warehouseId: null,
      personId: me.personId,
      active: true,
    }),
  );
  return made.id;
}

/** A call about a fault. */
export function callOf(at: number) {
  return {
    kind: 'call' as const,
    direction: 'in' as const,
    at,
    receivedDay: null,
    senderReference: '',
    telephone: '0755-8612 4400',
    callerName: '周师傅',
    contactPersonId: null,
    mileageKm: null,
    operatingHours: null,
    category: 'repair' as const,
    faultGroup: null,
    urgency: 'limping' as const,
    summary: '水温高报警',
  };
}

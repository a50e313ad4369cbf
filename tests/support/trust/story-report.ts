import { present } from '#shared/domain/assert.ts';
import { plainReport } from '#tests/support/plain-records.ts';
import type { Stage, Storeroom } from './story.ts';

/** The old part comes back, the report is written, printed, signed, approved, filed, and clears what was installed. */
export async function playReportStory(
  { play, ask, now }: Stage,
  { partId }: Storeroom,
  caseId: string,
  drawn: { readonly id: string; readonly version: number; readonly issueLineId: string },
): Promise<void> {
  const { issues } = await ask('warehouse', (client) => client.requisitions.get({ id: drawn.id }));
  const tag = present(
    issues[0]?.lines[0]?.oldParts.find((one) => one.state === 'due'),
    'the tag',
  );
  await play('oldParts.receive', 'warehouse', (client, operationId) =>
    client.oldParts.receive({ operationId, scanned: tag.number, storeAccountId: null }),
  );
  const draft = await play('reports.draft', 'technician', (client, operationId) =>
    client.reports.draft({ operationId, caseId }),
  );
  const me = await ask('technician', (client) => client.session.me());
  const edited = await play('reports.edit', 'technician', (client, operationId) =>
    client.reports.edit({
      operationId,
      id: draft.id,
      version: draft.version,
      ...plainReport,
      technicianIds: [me.personId],
      finishedAt: now,
      lines: [{ partId, issueLineId: drawn.issueLineId, quantity: 1000, reason: '漏水' }],
    }),
  );
  const finished = await play('reports.finish', 'technician', (client, operationId) =>
    client.reports.finish({ operationId, id: edited.id, version: edited.version }),
  );
  await play('papers.print', 'technician', (client, operationId) =>
    client.papers.print({ operationId, kind: 'service-report', documentId: finished.id, language: 'zh-CN' }),
  );
  const scan = await play('attachments.add', 'technician', (client, operationId) =>
    client.attachments.add({
      operationId,
      subjectKind: 'report',
      subjectId: finished.id,
      purpose: 'scan',
      file: new File(['%PDF-1.7\n%'], 'scan.pdf'),
    }),
  );
  const signed = await play('reports.sign', 'technician', (client, operationId) =>
    client.reports.sign({
      operationId,
      id: finished.id,
      version: finished.version,
      signedAt: now,
      signedBy: '周师傅',
      scanId: scan.id,
      satisfaction: 'satisfied',
      customerRemarks: '',
    }),
  );
  const approved = await play('reports.approve', 'leader', (client, operationId) =>
    client.reports.approve({ operationId, id: signed.id, version: signed.version }),
  );
  await play('requisitions.clear as installed', 'warehouse', (client, operationId) =>
    client.requisitions.clear({
      operationId,
      id: drawn.id,
      version: drawn.version,
      lines: [{ kind: 'installed', issueLineId: drawn.issueLineId, quantity: 1000, reportId: approved.id }],
    }),
  );
  await play('reports.file', 'leader', (client, operationId) =>
    client.reports.file({ operationId, id: approved.id, version: approved.version }),
  );
  await play('reports.addSupplement', 'technician', (client, operationId) =>
    client.reports.addSupplement({ operationId, reportId: approved.id, text: '补充' }),
  );
}

import { rm, writeFile } from 'node:fs/promises';
import { lendAsCaller } from '#tests/electron/service-host/modules/tools/plain-tool.ts';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Language } from '#shared/domain/actor.ts';
import { partFields, pick } from '#shared/domain/record-fields.ts';
import { paperKinds, type PaperKind } from '#shared/nouns/index.ts';
import { testStart } from '#tests/support/books.ts';
import { operation, startTestHost, type TestHost } from '#tests/support/host.ts';
import { tell } from '#tests/support/trust/dose.ts';
import {
  documentOf,
  handOut,
  openOffice,
  paper,
  pdf,
  sign,
  writeReport,
  type Office,
} from '../electron/service-host/desks/papers/office.ts';
import { seePdf } from '../electron/service-host/printing/pdf-tools.ts';

/*
 * R17: printed is printed. Every kind of paper is printed in both languages, and once more without being fetched. Then
 * names, states and wording of everything that stands on them are changed. Every print must come back as the same bytes.
 */

interface Print {
  readonly kind: PaperKind;
  readonly language: Language;
  readonly printId: string;
  /** Undefined for a print that was counted and never fetched before the changes. */
  readonly bytes: Uint8Array | undefined;
}

const languages = ['zh-CN', 'en'] as const;
const renamed = { customer: '改名巴士集团', part: '改名部件', firm: '改名客车股份有限公司' };
const now = testStart + 6 * 3_600_000;
const prints: Print[] = [];
/** Each kind as it stands after the changes, as far as it may be printed then. */
const later = new Map<PaperKind, string>();
let host: TestHost;
let office: Office;

beforeAll(async () => {
  host = await startTestHost();
  office = await openOffice(host);
  host.pass(6 * 3_600_000);
  const { warehouse, clerk, asked } = office;
  await warehouse.stock.postReceipt({ operationId: operation(), ...documentOf(office.receipt) });
  const issued = await handOut(office, () => printAll('pick-list', asked.id));
  const written = await writeReport(office, now);
  const report = await written.finish();
  const lent = await lendAsCaller(warehouse);
  const documents: Readonly<Record<Exclude<PaperKind, 'pick-list'>, string>> = {
    'contact-record': office.contact.id,
    'warranty-judgement': office.judgement.id,
    requisition: asked.id,
    'issue-slip': issued.issueId,
    'old-part-tag': issued.issueId,
    'tool-label': lent.id,
    'loan-slip': lent.loanId,
    receipt: office.receipt.id,
    'service-report': report.id,
  };
  for (const kind of paperKinds) if (kind !== 'pick-list') await printAll(kind, documents[kind]);
  host.pass(60_000);
  await changeEverything(report);
  for (const kind of paperKinds) {
    if (kind === 'pick-list') continue;
    const { printId } = await clerk.papers.print({
      operationId: operation(),
      ...paper(kind, documents[kind]),
    });
    later.set(kind, textOf(await fetched(printId)));
  }
}, 120_000);
afterAll(() => host.close());

test('every kind of paper is in the trial', () => {
  expect([...new Set(prints.map((print) => print.kind))].toSorted()).toEqual([...paperKinds].toSorted());
});

describe.each(paperKinds)('%s', (kind) => {
  const own = () => prints.filter((print) => print.kind === kind);

  test('comes back as the same bytes', async () => {
    const same = await Promise.all(
      own()
        .filter(({ bytes }) => bytes !== undefined)
        .map(async ({ printId, bytes }) => hashOf(await fetched(printId)) === hashOf(bytes)),
    );
    tell(`R17 ${kind}`, { tried: same.length, effective: same.filter(Boolean).length, seed: 0 });
    expect(same).toEqual(languages.map(() => true));
  });

  test('says what it said when it was counted, though it was fetched later', async () => {
    for (const { printId, bytes } of own()) {
      if (bytes !== undefined) continue;
      const text = textOf(await fetched(printId));
      for (const name of Object.values(renamed)) expect(text).not.toContain(name);
    }
  });

  test('control: a new print says that its document is another by now', () => {
    if (kind === 'pick-list') return;
    expect(later.get(kind)).toMatch(/改名/);
    expect(later.get(kind)).toContain('重印');
  });
});

test('control: kept bytes that were altered are not handed out', async () => {
  const print = prints.find(({ bytes }) => bytes !== undefined);
  const sha256 = hashOf(print?.bytes);
  const place = join(host.dataFolder, 'attachments', sha256.slice(0, 2), sha256);
  await rm(place);
  await writeFile(place, Buffer.concat([print?.bytes ?? Buffer.alloc(0), Buffer.from('%')]));
  await expect(fetched(print?.printId ?? '')).rejects.toMatchObject({ code: 'STORAGE_FAILED' });
  await writeFile(place, print?.bytes ?? '');
  expect(hashOf(await fetched(print?.printId ?? ''))).toBe(sha256);
});

test('an auditor, who may see the records and print nothing, may see what was printed', async () => {
  const auditor = await office.as('auditor');
  const [print] = prints;
  expect(hashOf(await pdf(auditor.papers.printed({ printId: print?.printId ?? '' })))).toBe(
    hashOf(print?.bytes),
  );
});

async function printAll(kind: PaperKind, documentId: string): Promise<void> {
  const { clerk } = office;
  for (const language of languages) {
    const wanted = { operationId: operation(), ...paper(kind, documentId, language) };
    const { printId } = await clerk.papers.print(wanted);
    prints.push({ kind, language, printId, bytes: await fetched(printId) });
  }
  const { printId } = await clerk.papers.print({ operationId: operation(), ...paper(kind, documentId) });
  prints.push({ kind, language: 'zh-CN', printId, bytes: undefined });
}

async function changeEverything(report: { readonly id: string; readonly version: number }): Promise<void> {
  const { admin, warehouse, leader, clerk, customerId, pumpId, coolantId } = office;
  const customer = await admin.customers.get({ id: customerId });
  const { kind, distanceClass, distanceKm, importance, region, address, notes, active, version } = customer;
  await admin.customers.edit({
    operationId: operation(),
    id: customerId,
    version,
    name: renamed.customer,
    kind,
    distanceClass,
    distanceKm,
    importance,
    region,
    address,
    notes,
    active,
    telephones: [],
  });
  for (const id of [pumpId, coolantId]) {
    const part = await warehouse.parts.get({ id });
    await warehouse.parts.edit({
      operationId: operation(),
      id,
      version: part.version,
      ...pick(part, partFields),
      name: renamed.part,
    });
  }
  const firm = await admin.settings.firm();
  await admin.settings.saveFirm({
    operationId: operation(),
    version: firm.version,
    values: { ...firm.values, name: renamed.firm },
  });
  await admin.settings.savePapers({
    operationId: operation(),
    version: 0,
    values: { copyNames: ['改名联'] },
  });
  await leader.warranty.overrule({
    operationId: operation(),
    id: office.judgement.id,
    version: office.judgement.version,
    overruledVerdict: 'notCovered',
    overruleReason: '改名后改判',
  });
  await sign(clerk, report, now);
}

function fetched(printId: string): Promise<Uint8Array> {
  return pdf(office.clerk.papers.printed({ printId }));
}

function textOf(bytes: Uint8Array): string {
  return seePdf(bytes).texts.join('\n').replaceAll(/\s/g, '');
}

function hashOf(bytes: Uint8Array | undefined): string {
  return createHash('sha256')
    .update(bytes ?? '')
    .digest('hex');
}

import { eq, getTableColumns } from 'drizzle-orm';
import { type Actor, theProgram } from '#shared/domain/actor.ts';
import { newId } from '#shared/domain/ids.ts';
import { presetPermissionsOf } from '#shared/domain/permissions.ts';
import { presetRoles } from '#shared/domain/roles.ts';
import type { HostParts } from '#host/api/host-parts.ts';
import { lentTool, plainTool } from '#tests/electron/service-host/modules/tools/plain-tool.ts';
import { png } from '#tests/electron/service-host/printing/pictures.ts';
import type { KeptFile } from '#host/desks/attachments/attachment-store.ts';
import type { Database, WriteTx } from '#host/database/database.ts';
import { addAttachment } from '#host/desks/attachments/attachments.service.ts';
import { attachments } from '#host/schema/attachments.tables.ts';
import { cases } from '#host/schema/cases.tables.ts';
import { draftReceipt, postReceipt, voidReceipt } from '#host/modules/stock/receipts.service.ts';
import { createPart, setSubstitutes } from '#host/modules/parts/parts.service.ts';
import { createPerson, nameDeputy } from '#host/modules/people/people.service.ts';
import { accountOfPerson, createAccount, saveWarehouse } from '#host/modules/stock/accounts.service.ts';
import { wellKnownAccount } from '#host/modules/stock/stock.ledger.service.ts';
import { loseTool } from '#host/modules/tools/losing.service.ts';
import { createTool } from '#host/modules/tools/tools.service.ts';
import { draftPolicy, publishPolicy, saveGroups } from '#host/modules/warranty/policies.service.ts';
import { warehouses } from '#host/schema/stock.tables.ts';
import { everyTable } from '#tests/support/every-file.ts';
import { plainPart, plainReceipt } from '#tests/support/plain-records.ts';
import { insertCustomer, insertProduct } from '#tests/support/plain-rows.ts';
import { peopleOf } from '../shop.ts';
import { addStory } from './story.ts';

/** Records by what they are to the case that everything is about: `own.unit`, `sibling.unit`, `foreign.unit`. */
export type World = Readonly<Record<string, string>>;

export interface BuiltWorld {
  readonly records: World;
  /** Somebody who may do everything and is nobody's holder. */
  readonly actor: Actor;
  readonly versions: ReadonlyMap<string, number>;
  readonly now: number;
}

/**
 * A firm with everything twice: the case of one customer (`own`), another case of that customer about another unit
 * (`sibling`), and one of another customer (`foreign`); besides, what is void, closed, out of use, or was never there.
 */
export async function buildWorld({ database: books, attachmentStore }: HostParts): Promise<BuiltWorld> {
  const logoFile = await attachmentStore.keep(new Blob([new Uint8Array(png(20, 10))]), 'logo.png');
  const actors = await peopleOf(books);
  const all = await addPerson(books, 'everything', true);
  const left = await addPerson(books, 'left', false);
  const actor: Actor = {
    personId: all,
    name: 'everything',
    roles: presetRoles,
    permissions: presetPermissionsOf(presetRoles),
  };
  const common = await books.write(actor, (tx) =>
    addCommon(tx, {
      all,
      left,
      technicianId: actors.technician.personId ?? '',
      another: actors.leader2.personId ?? '',
      logoFile,
    }),
  );
  const product = { productId: common['product'] ?? '' };
  const customers = await books.write(actor, async (tx) => [
    await insertCustomer(tx),
    await insertCustomer(tx),
  ]);
  const [own = '', foreign = ''] = customers;
  const stage = { books, actor, technician: actors.technician, leader: actors.leader, common };
  const ownStory = await addStory(stage, 'own', { customerId: own, ...product });
  const { 'sibling.customer': _, ...sibling } = await addStory(stage, 'sibling', {
    customerId: own,
    ...product,
  });
  const records = {
    ...common,
    ...ownStory,
    ...sibling,
    ...(await addStory(stage, 'foreign', { customerId: foreign, ...product })),
    ...(await addPutAway(books, actor, own, ownStory['own.scan'] ?? '')),
    nothing: newId(),
  };
  const now = await books.read(actor, async (tx) => tx.now);
  return { records, actor, versions: await versionsOf(books), now };
}

async function addPerson(books: Database, name: string, active: boolean): Promise<string> {
  const person = { signInName: name, name, roles: active ? presetRoles : (['clerk'] as const), active };
  return (await books.write(theProgram, (tx) => createPerson(tx, '', person))).id;
}

async function addCommon(
  tx: WriteTx,
  {
    all,
    left,
    technicianId,
    another,
    logoFile,
  }: {
    readonly all: string;
    readonly left: string;
    readonly technicianId: string;
    readonly another: string;
    readonly logoFile: KeptFile;
  },
) {
  await saveGroups(tx, { version: 0, groups: [{ code: 'ENG', name: '发动机', nameEn: 'Engine' }] });
  const house = { id: null, version: 0, active: true };
  const { id: warehouse } = await saveWarehouse(tx, { ...house, code: 'W1', name: '总库' });
  const { id: closed } = await saveWarehouse(tx, { ...house, code: 'W2', name: '旧库' });
  const bin = { kind: 'bin', personId: null, active: true } as const;
  const addBin = async (code: string, warehouseId: string) =>
    (await createAccount(tx, { ...bin, warehouseId, code, name: code })).id as string;
  const [binId, closedBin] = [await addBin('A-01', warehouse), await addBin('Z-01', closed)];
  const part = (number: string, over = {}) =>
    createPart(tx, { ...plainPart, oldPartRule: 'notRequired', number, ...over });
  const [one, other] = [await part('P-1'), await part('P-2')];
  const { id: idle } = await part('P-3', { active: false });
  await setSubstitutes(tx, { id: one.id, version: one.version, substituteIds: [other.id] });
  const lines = [{ partId: one.id, accountId: binId, quantity: 90_000, unitPriceFen: 10 }];
  const receipt = () => draftReceipt(tx, { ...plainReceipt, day: '2026-11-01', lines });
  const posted = await postReceipt(tx, await receipt());
  const extra = [{ partId: other.id, accountId: binId, quantity: 1000, unitPriceFen: 1 }];
  const toReverse = await postReceipt(
    tx,
    await draftReceipt(tx, { ...plainReceipt, day: '2026-11-01', lines: extra }),
  );
  const draft = await receipt();
  const { id: voided } = await voidReceipt(tx, { ...(await receipt()), reason: '写错' });
  await tx.db.update(warehouses).set({ active: false }).where(eq(warehouses.id, closed));
  const terms = [
    {
      componentGroupCode: 'ENG',
      clause: '',
      months: 12,
      mileageKm: null,
      operatingHours: null,
      wearPart: false,
    },
  ];
  const policy = { name: '2026', validFromDay: '2026-01-01', scope: [], regions: [], cardWithinDays: 30 };
  const fields = { ...policy, appliesBy: 'saleDay', replacementTerm: 'restOfTerm', terms } as const;
  const logo = { subjectKind: 'setting', subjectId: 'firm', purpose: 'logo' } as const;
  const days = { fromDay: '2026-11-01', untilDay: '2026-11-30' };
  return {
    person: technicianId,
    'left person': left,
    product: await insertProduct(tx),
    'idle product': await insertProduct(tx, { active: false }),
    'idle customer': await insertCustomer(tx, { active: false }),
    warehouse: warehouse,
    'closed warehouse': closed,
    bin: binId,
    'bin of closed warehouse': closedBin,
    holder: (await accountOfPerson(tx, technicianId)) as string,
    'unused holder': (await accountOfPerson(tx, another)) as string,
    'account of old parts': (await wellKnownAccount(tx, 'oldParts')) as string,
    part: one.id as string,
    substitute: other.id as string,
    'idle part': idle as string,
    tool: (await createTool(tx, plainTool)).id as string,
    'lent tool': (await lentTool(tx, technicianId)).id,
    'lost tool': (await loseTool(tx, { ...(await createTool(tx, plainTool)), reason: '丢', chargeFen: null }))
      .id,
    'posted receipt': posted.id,
    'receipt to reverse': toReverse.id,
    'draft receipt': draft.id,
    'void receipt': voided,
    'draft policy': (await draftPolicy(tx, fields)).id as string,
    'published policy': (await publishPolicy(tx, await draftPolicy(tx, fields))).id,
    logo: (await addAttachment(tx, logoFile, logo)).id as string,
    deputy: (await nameDeputy(tx, { deputyId: technicianId, ...days })).id as string,
    everything: all,
  };
}

/** Put away or voided: nothing new hangs on it. */
async function addPutAway(books: Database, actor: Actor, customerId: string, scanId: string) {
  return books.write(actor, async (tx) => {
    const [found] = await tx.db.select().from(cases).where(eq(cases.customerId, customerId)).limit(1);
    if (!found) throw new Error('the customer has a case');
    const put = async (state: 'void' | 'closed') => {
      const id = newId<'case'>(tx.now);
      await tx.db.insert(cases).values({ ...found, id, number: `FW-${state}`, state });
      return id as string;
    };
    const [scan] = await tx.db.select().from(attachments).where(eq(attachments.id, scanId));
    if (!scan) throw new Error('there is a scan');
    const voidScan = newId<'attachment'>(tx.now);
    await tx.db.insert(attachments).values({ ...scan, id: voidScan, voidedAt: tx.now, voidReason: '错' });
    return {
      'void case': await put('void'),
      'closed case': await put('closed'),
      'void scan': voidScan as string,
    };
  });
}

async function versionsOf(books: Database): Promise<ReadonlyMap<string, number>> {
  const tables = await everyTable();
  const versions = new Map<string, number>();
  for (const table of tables) {
    const names = Object.keys(getTableColumns(table));
    if (!names.includes('id') || !names.includes('version')) continue;
    // Both columns are there; the tables have nothing else in common.
    const rows = (await books.read(theProgram, (tx) => tx.db.select().from(table))) as {
      id: string;
      version: number;
    }[];
    for (const { id, version } of rows) versions.set(id, version);
  }
  return versions;
}

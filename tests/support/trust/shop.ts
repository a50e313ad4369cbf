import { asc, eq } from 'drizzle-orm';
import type { Actor } from '#shared/domain/actor.ts';
import { theProgram } from '#shared/domain/actor.ts';
import { present } from '#shared/domain/assert.ts';
import { dayOf } from '#shared/domain/days.ts';
import { presetRoles, type PresetRole } from '#shared/domain/roles.ts';
import type { Database } from '#host/database/database.ts';
import { createPart } from '#host/modules/parts/parts.service.ts';
import { createPerson } from '#host/modules/people/people.service.ts';
import { rightsNow } from '#host/modules/people/roles.queries.ts';
import { people } from '#host/schema/people.tables.ts';
import { allowOverLimit, approveRequisition } from '#host/modules/requisitions/deciding.service.ts';
import { draftRequisition, submitRequisition } from '#host/modules/requisitions/requisitions.service.ts';
import { requisitionLines } from '#host/schema/requisitions.tables.ts';
import { accountOfPerson, createAccount, saveWarehouse } from '#host/modules/stock/accounts.service.ts';
import { draftReceipt, postReceipt } from '#host/modules/stock/receipts.service.ts';
import { plainPart, plainReceipt } from '#tests/support/plain-records.ts';

export type Desk = Awaited<ReturnType<typeof openDesk>>;
export type Shop = Awaited<ReturnType<typeof openShop>>;
export type ShopPerson = PresetRole | 'leader2';

/** One person of each role, and a second leader, through the service that the office uses. */
export async function seedPeople(database: Database): Promise<void> {
  for (const name of [...presetRoles, 'leader2'] as const) {
    const role: PresetRole = name === 'leader2' ? 'leader' : name;
    const person = { signInName: name, name, roles: [role], active: true };
    await database.write(theProgram, (tx) => createPerson(tx, '', person));
  }
}

/** Those who work in the books, by the name they sign in with. */
export async function peopleOf(database: Database): Promise<Readonly<Record<ShopPerson, Actor>>> {
  const { rows, rights } = await database.read(theProgram, async (tx) => ({
    rows: await tx.db.select().from(people),
    rights: await rightsNow(tx),
  }));
  const actors = rows.map((row): [string, Actor] => [
    row.signInName,
    { personId: row.id, name: row.name, roles: row.roles, permissions: rights(row.roles) },
  ]);
  // One of each was seeded, by these names.
  return Object.fromEntries(actors) as Record<ShopPerson, Actor>;
}

/** A warehouse with two bins and the technician's account: everything through the services that write the audit trail. */
export async function openShop(database: Database) {
  const actors = await peopleOf(database);
  const place = await database.write(actors.warehouse, async (tx) => {
    const house = { id: null, version: 0, code: 'W1', name: '总库', active: true };
    const { id: warehouseId } = await saveWarehouse(tx, house);
    const bin = { kind: 'bin', warehouseId, personId: null, active: true } as const;
    return {
      warehouseId,
      binId: (await createAccount(tx, { ...bin, code: 'A-01', name: 'A-01' })).id as string,
      otherBinId: (await createAccount(tx, { ...bin, code: 'A-02', name: 'A-02' })).id as string,
      holderId: (await accountOfPerson(tx, actors.technician.personId ?? '')) as string,
    };
  });
  return { ...place, actors, partId: await addPart(database, actors.warehouse, '1307010-1') };
}

/** A part at 860.00, whose old one need not come back. */
export async function addPart(database: Database, actor: Actor, number: string): Promise<string> {
  const fields = { ...plainPart, number, oldPartRule: 'notRequired' } as const;
  return (await database.write(actor, (tx) => createPart(tx, fields))).id;
}

/** Receives a quantity into a bin through a posted receipt. */
export async function receive(
  database: Database,
  actor: Actor,
  line: { readonly partId: string; readonly accountId: string; readonly quantity: number },
) {
  return database.write(actor, async (tx) => {
    const lines = [{ ...line, unitPriceFen: 86_000 }];
    return postReceipt(tx, await draftReceipt(tx, { ...plainReceipt, day: dayOf(tx.now), lines }));
  });
}

/** An approved requisition for very much, which its holder may draw on however much is uncleared. */
export async function openDesk(
  database: Database,
  shop: Shop,
  quantity = 100_000_000,
  oldPartRequired = false,
) {
  const { actors, holderId, partId } = shop;
  const asked = await database.write(actors.technician, async (tx) => {
    const draft = await draftRequisition(tx, {
      purpose: 'stock',
      caseId: null,
      unitId: null,
      holderAccountId: holderId,
      notes: '',
      lines: [{ partId, quantity, fault: '', judgementId: null, oldPartRequired }],
    });
    return submitRequisition(tx, draft);
  });
  const granted = await database.write(actors.leader, async (tx) => {
    const approved = await approveRequisition(tx, { ...asked, reason: '' });
    return allowOverLimit(tx, { ...approved, reason: '批量领用' });
  });
  const [line] = await database.read(theProgram, (tx) =>
    tx.db
      .select({ id: requisitionLines.id })
      .from(requisitionLines)
      .where(eq(requisitionLines.requisitionId, granted.id))
      .orderBy(asc(requisitionLines.position)),
  );
  return { id: granted.id, version: granted.version, lineId: present(line, 'the line').id as string };
}

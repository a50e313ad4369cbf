import { eq } from 'drizzle-orm';
import type { Actor } from '#shared/domain/actor.ts';
import { decisionsTold, type DecisionKind } from '#shared/domain/decision-kinds.ts';
import { newId } from '#shared/domain/ids.ts';
import type { Deciders } from '#host/desks/decisions/decision.ts';
import { signaturesOfRecord } from '#host/desks/decisions/decisions.queries.ts';
import { inbox } from '#host/desks/decisions/inbox.queries.ts';
import { askWaive } from '#host/modules/old-parts/old-parts.service.ts';
import { decidingFacts } from '#host/modules/people/deciding.queries.ts';
import { approveReport } from '#host/modules/reports/report-signing.service.ts';
import { addSupplement } from '#host/modules/reports/supplements.service.ts';
import { askOverLimit } from '#host/modules/requisitions/deciding.service.ts';
import { neededSigners } from '#host/modules/settings/signing.queries.ts';
import { saveSigningRules } from '#host/modules/settings/signing.service.ts';
import { settingsForEditing } from '#host/modules/settings/settings.queries.ts';
import { askLose } from '#host/modules/tools/losing.service.ts';
import { decisions } from '#host/roll/decisions.ts';
import { deputies, people } from '#host/schema/people.tables.ts';
import { reportSupplements } from '#host/schema/reports.tables.ts';
import type { Books } from '#tests/support/books.ts';
import { issued, openShop, submitted, tagsOf } from '../../modules/requisitions/parts-shop.ts';
import { signed } from '../../modules/reports/workshop.ts';
import { lentTool } from '../../modules/tools/plain-tool.ts';

/** Something that waits, as the inbox shows it. */
export interface Waits {
  readonly id: string;
  readonly version: number;
  readonly recordId: string;
}

/** Makes something that waits for a decision of each kind; none of it concerns a leader. */
export const makes: Readonly<Record<DecisionKind, (books: Books) => Promise<Waits>>> = {
  'requisition.approve': async (books) => {
    const asked = await submitted(books, await openShop(books));
    return { ...asked, recordId: asked.id };
  },
  'requisition.allowOverLimit': async (books) => {
    const asked = await submitted(books, await openShop(books));
    const { version } = await books.write((tx) => askOverLimit(tx, { ...asked, reason: '急修' }));
    return { id: asked.id, version, recordId: asked.id };
  },
  'report.approve': async (books) => {
    const report = await signed(books, await openShop(books));
    return { ...report, recordId: report.id };
  },
  'supplement.approve': async (books) => {
    const report = await signed(books, await openShop(books));
    await books.write((tx) => approveReport(tx, report), books.actors.leader);
    const { id } = await books.write((tx) =>
      addSupplement(tx, { reportId: report.id, text: '节温器一并更换' }),
    );
    return { id, version: 1, recordId: report.id };
  },
  'oldPart.waive': async (books) => {
    const shop = await openShop(books);
    const given = await issued(books, shop, [{ partId: shop.pumpId }]);
    const [tag] = await tagsOf(books, given.issueLineIds[0] ?? '');
    const asked = { id: tag?.id ?? '', version: 1, reason: '现场烧毁' };
    const { version } = await books.write((tx) => askWaive(tx, asked));
    return { id: asked.id, version, recordId: asked.id };
  },
  'tool.lose': async (books) => {
    const { technician, warehouse } = books.actors;
    const lent = await books.write((tx) => lentTool(tx, technician.personId ?? ''), warehouse);
    const asked = { ...lent, reason: '工地遗失', chargeFen: 30_000 };
    const { id, version } = await books.write((tx) => askLose(tx, asked), warehouse);
    return { id, version, recordId: id };
  },
};

const deciders: Deciders = {
  facts: (tx, kind, concerned) => decidingFacts(tx, decisionsTold[kind].may, concerned),
  needed: neededSigners,
};

/** The inbox of somebody. */
export const inboxOf = (books: Books, actor: Actor) =>
  books.read((tx) => inbox(tx, decisions, deciders), actor);

/** The row of a matter in somebody's inbox; undefined where they may not decide on it now. */
export async function rowFor(
  books: Books,
  actor: Actor,
  kind: DecisionKind,
  { id }: { readonly id: string },
) {
  const { rows } = await inboxOf(books, actor);
  return rows.find((row) => row.kind === kind && row.id === id);
}

/** The signatures on the page of a record. */
export const signaturesOf = (books: Books, kind: DecisionKind, { recordId }: Pick<Waits, 'recordId'>) =>
  books.read((tx) => signaturesOfRecord(tx, decisions, { kind: decisionsTold[kind].of, id: recordId }));

/** Saves the rules of the firm for signatures. */
export async function sayRules(
  books: Books,
  rules: Parameters<typeof saveSigningRules>[1]['values']['rules'],
): Promise<void> {
  await books.write(async (tx) => {
    const { version } = await settingsForEditing(tx, 'decisions');
    return saveSigningRules(tx, { version, values: { rules } });
  }, books.actors.admin);
}

/** Names a deputy for today, and returns how to end that. */
export async function standIn(books: Books, personId: string, deputy: Actor) {
  const id = newId<'deputy'>();
  await books.write((tx) =>
    tx.db.insert(deputies).values({
      id,
      personId,
      deputyId: deputy.personId ?? '',
      fromDay: '2026-11-01',
      untilDay: '2026-11-30',
    }),
  );
  return () =>
    books.write((tx) => tx.db.update(deputies).set({ endedAt: tx.now }).where(eq(deputies.id, id)));
}

/** Gives somebody the role of a leader too; returns how they act with it, and how to take it back. */
export async function promoted(books: Books, personId: string) {
  const [person] = await books.read((tx) => tx.db.select().from(people).where(eq(people.id, personId)));
  if (!person) throw new Error('the person is there');
  const roles = [...person.roles, 'leader'] as const;
  const give = (to: typeof person.roles) =>
    books.write((tx) => tx.db.update(people).set({ roles: to }).where(eq(people.id, personId)));
  await give(roles);
  const known = Object.values(books.actors).find((actor) => actor.personId === personId);
  if (!known) throw new Error('the person is one of the cast');
  const actor: Actor = { ...known, roles };
  return { actor, demote: () => give(person.roles) };
}

/** The state of a supplement. */
export async function supplementState(books: Books, id: string): Promise<string | undefined> {
  const [row] = await books.read((tx) =>
    tx.db
      .select({ state: reportSupplements.state })
      .from(reportSupplements)
      .where(eq(reportSupplements.id, id)),
  );
  return row?.state;
}

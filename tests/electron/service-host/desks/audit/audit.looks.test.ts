import { desc, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { theProgram } from '#shared/domain/actor.ts';
import { newId } from '#shared/domain/ids.ts';
import type { Look } from '#shared/domain/looks.ts';
import { refuse } from '#shared/contract/refusals.ts';
import { Call } from '#host/api/call.ts';
import type { HostParts } from '#host/api/host-parts.ts';
import type { Change } from '#host/database/database.ts';
import { recordLook } from '#host/desks/audit/audit.looks.service.ts';
import { lastChange, listAudit } from '#host/desks/audit/audit.queries.ts';
import { recordAudit } from '#host/desks/audit/audit.service.ts';
import { auditEntries } from '#host/schema/audit.tables.ts';
import { verifyAudit } from '#host/desks/audit/audit.verify.queries.ts';
import { type Books, onBothEngines } from '#tests/support/books.ts';

const hourMs = 3_600_000;

onBothEngines('a look at what is personal', (books) => {
  // Of the parts of a host, a look needs this alone.
  const parts = () => ({ database: books().database }) as HostParts;
  const look = async (actor: Books['actors']['clerk'], at: Look) => {
    const context = new Call(parts(), {
      token: undefined,
      language: 'zh-CN',
    });
    context.begin(actor, undefined);
    return context.look(
      async (tx) => `seen by ${tx.actor.name}`,
      () => at,
    );
  };
  const looksAt = (id: string) =>
    books().read((tx) =>
      tx.db
        .select()
        .from(auditEntries)
        .where(eq(auditEntries.subjectId, id))
        .orderBy(desc(auditEntries.sequence)),
    );
  const aCustomer = (): Look => ({ kind: 'customer', id: newId() });

  test('is on record once for a person, a record and a day of the firm', async () => {
    const { clerk, finance } = books().actors;
    const customer = aCustomer();
    expect(await look(clerk, customer)).toBe('seen by clerk');
    expect(await look(clerk, customer)).toBe('seen by clerk');
    const [first, ...none] = await looksAt(customer.id);
    expect(none).toEqual([]);
    expect(first).toMatchObject({
      personId: clerk.personId,
      personName: 'clerk',
      act: 'customers.look',
      subjectKind: 'look',
      before: null,
      after: { kind: 'customer' },
      at: books().now(),
    });

    await look(finance, customer);
    await look(clerk, customer);
    const other = aCustomer();
    await look(clerk, other);
    expect((await looksAt(customer.id)).map((entry) => entry.personName)).toEqual(['finance', 'clerk']);
    expect(await looksAt(other.id)).toHaveLength(1);

    // From nine in the morning to eleven at night it is the same day; two hours on it is the next one here, not in UTC.
    books().pass(14 * hourMs);
    await look(clerk, customer);
    expect(await looksAt(customer.id)).toHaveLength(2);
    books().pass(2 * hourMs);
    await look(clerk, customer);
    await look(clerk, customer);
    expect((await looksAt(customer.id)).map((entry) => entry.personName)).toEqual([
      'clerk',
      'finance',
      'clerk',
    ]);
  });

  test('is on record once when several windows ask at the same moment', async () => {
    const customer = aCustomer();
    await Promise.all(Array.from({ length: 5 }, () => look(books().actors.clerk, customer)));
    expect(await looksAt(customer.id)).toHaveLength(1);
  });

  test('says of what kind the record is', async () => {
    for (const kind of ['customer', 'contact', 'case', 'unit', 'report'] as const) {
      const at = { kind, id: newId() };
      await look(books().actors.clerk, at);
      expect(await looksAt(at.id)).toMatchObject([{ act: `${kind}s.look`, after: { kind } }]);
    }
  });

  test('is none when nothing was found, or when the program itself looks', async () => {
    const customer = aCustomer();
    const context = new Call(parts(), {
      token: undefined,
      language: 'zh-CN',
    });
    context.begin(books().actors.clerk, undefined);
    const missing = context.look<never>(
      async () => refuse('NOT_FOUND', { kind: 'customer' }),
      () => customer,
    );
    await expect(missing).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await look(theProgram, customer);
    await books().write((tx) => recordLook(tx, customer), theProgram);
    expect(await looksAt(customer.id)).toEqual([]);
  });

  test('is no change: no window hears of it, and who changed the record last is still known', async () => {
    const customer = aCustomer();
    const told: Change[] = [];
    const stop = books().database.onCommit((changes) => told.push(...changes));
    const { kind: subjectKind, id: subjectId } = customer;
    await books().write(
      (tx) => recordAudit(tx, { act: 'customers.edit', subjectKind, subjectId }),
      books().actors.leader,
    );
    await look(books().actors.clerk, customer);
    stop();
    expect(told).toEqual([customer]);
    expect(await looksAt(subjectId)).toHaveLength(2);
    expect(await books().read((tx) => lastChange(tx, subjectKind, subjectId))).toMatchObject({
      by: 'leader',
    });
  });

  test.each([true, false])(
    'of one person is listed page by page, as is what they changed',
    async (descending) => {
      const { quality, technician } = books().actors;
      const subjectId = newId();
      for (let count = 0; count < 5; count += 1) {
        for (const actor of [quality, technician]) {
          await look(actor, aCustomer());
          await books().write(
            (tx) => recordAudit(tx, { act: 'test.edit', subjectKind: 'test', subjectId }),
            actor,
          );
        }
      }
      const personId = quality.personId ?? '';
      const expected = await books().read((tx) =>
        tx.db
          .select()
          .from(auditEntries)
          .where(eq(auditEntries.personId, personId))
          .orderBy(auditEntries.sequence),
      );
      for (const filter of [{ withoutLooks: true }, { subjectKind: 'look' }]) {
        const wanted = expected.filter((row) => (row.subjectKind === 'look') !== 'withoutLooks' in filter);
        const found: number[] = [];
        let after: string | null | undefined;
        do {
          const page = await books().read((tx) =>
            listAudit(tx, {
              sort: { by: 'sequence', descending },
              limit: 2,
              filter: { ...filter, personId },
              ...(after ? { after } : {}),
            }),
          );
          found.push(...page.rows.map((row) => row.sequence));
          after = page.next;
        } while (after !== null);
        const sequences = wanted.map((row) => row.sequence);
        expect(sequences.length).toBeGreaterThanOrEqual(5);
        expect(found).toEqual(descending ? sequences.toReversed() : sequences);
      }
    },
  );

  test('stands in the chain like everything else', async () => {
    const entries = await books().read((tx) => tx.db.$count(auditEntries));
    expect(await verifyAudit(books().database)).toMatchObject({ whole: true, entries });
    await books().write((tx) => tx.db.delete(auditEntries).where(eq(auditEntries.sequence, 2)));
    expect(await verifyAudit(books().database)).toMatchObject({ whole: false, brokenAt: 2 });
  });
});

import { beforeAll, expect, test } from 'vitest';
import { dayOf } from '#shared/domain/days.ts';
import { type AuditFilter, listAudit } from '#host/desks/audit/audit.queries.ts';
import { recordAudit } from '#host/desks/audit/audit.service.ts';
import { auditDays } from '#host/schema/audit.tables.ts';
import { onBothEngines, testStart } from '#tests/support/books.ts';

const hourMs = 3_600_000;
/** Hours from the start, 1 November 09:00; the clock is put back twice, once over many days. */
const hours = [0, 14.9, 15.1, 14.5, 16, 40, 64, 65, 30, 31, 55, 90, -30, 91];

onBothEngines('days of the audit trail', (books) => {
  const kept: {
    sequence: number;
    day: string;
    subjectKind: string;
    subjectId: string;
    personId: string | null;
  }[] = [];

  beforeAll(async () => {
    for (const [index, hour] of hours.entries()) {
      books().pass(testStart + hour * hourMs - books().now());
      for (let act = 0; act < 4; act += 1) {
        const actor = books().actors[(index + act) % 3 === 0 ? 'leader' : 'clerk'];
        const subjectKind = act % 2 === 0 ? 'look' : 'case';
        const subjectId = `s${act}`;
        // As it was written by a program whose time went back with the clock of the PC.
        const now = books().now();
        await books().write(
          (tx) => recordAudit({ ...tx, now }, { act: 'test.edit', subjectKind, subjectId }),
          actor,
        );
        const { personId } = actor;
        kept.push({ sequence: kept.length + 1, day: dayOf(books().now()), subjectKind, subjectId, personId });
      }
    }
  });

  /** Every page, of three entries each. */
  const listed = async (filter: AuditFilter, descending: boolean) => {
    const sequences: number[] = [];
    let after: string | undefined;
    do {
      const sort = { by: 'sequence', descending } as const;
      const page = await books().read((tx) => listAudit(tx, { filter, sort, after, limit: 3 }));
      expect(page.rows.length).toBeGreaterThan(after === undefined ? -1 : 0);
      sequences.push(...page.rows.map(({ sequence }) => sequence));
      after = page.next ?? undefined;
    } while (after !== undefined);
    return sequences;
  };

  test('are found whole and in the order of the trail, whatever the clock did, with every other filter', async () => {
    const spans = [
      {},
      { fromDay: '2026-11-02' },
      { untilDay: '2026-11-01' },
      { fromDay: '2026-11-01', untilDay: '2026-11-01' },
      { fromDay: '2026-11-02', untilDay: '2026-11-03' },
      { fromDay: '2026-10-30', untilDay: '2026-10-31' },
      { fromDay: '2026-11-04', untilDay: '2026-11-02' },
      { fromDay: '2027-01-01' },
    ];
    const person = { personId: books().actors.leader.personId ?? '' };
    const others = [
      {},
      { withoutLooks: true },
      { subjectKind: 'look' },
      { subjectKind: 'look', withoutLooks: true },
      { subjectKind: 'case' },
      { subjectKind: 'case', subjectId: 's1' },
      { subjectId: 's2' },
      { subjectId: 's2', withoutLooks: true },
    ];
    let found = 0;
    for (const span of spans)
      for (const filter of others.flatMap((one) => [one, { ...one, ...person }])) {
        const expected = kept
          .filter((entry) => fits(entry, { ...span, ...filter }))
          .map(({ sequence }) => sequence);
        found += expected.length;
        expect(await listed({ ...span, ...filter }, false)).toEqual(expected);
        expect(await listed({ ...span, ...filter }, true)).toEqual(expected.toReversed());
      }
    expect(found).toBeGreaterThan(500);
  });

  test('are kept once for every change of the day', async () => {
    const turns = await books().read((tx) => tx.db.select().from(auditDays).orderBy(auditDays.sequence));
    const expected = kept.filter(({ day }, index) => day !== kept[index - 1]?.day);
    expect(turns.map(({ sequence, day }) => [sequence, day])).toEqual(
      expected.map(({ sequence, day }) => [sequence, day]),
    );
    expect(turns.map(({ dayBefore }) => dayBefore)).toEqual([
      '',
      ...turns.slice(0, -1).map(({ day }) => day),
    ]);
  });
});

function fits(
  entry: { day: string; subjectKind: string; subjectId: string; personId: string | null },
  { fromDay, untilDay, subjectKind, subjectId, personId, withoutLooks }: AuditFilter,
): boolean {
  return (
    (fromDay === undefined || entry.day >= fromDay) &&
    (untilDay === undefined || entry.day <= untilDay) &&
    (subjectKind === undefined || entry.subjectKind === subjectKind) &&
    (subjectId === undefined || entry.subjectId === subjectId) &&
    (personId === undefined || entry.personId === personId) &&
    !(withoutLooks && entry.subjectKind === 'look')
  );
}

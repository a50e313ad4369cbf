import { and, asc, eq } from 'drizzle-orm';
import type { DecisionKind } from '#shared/domain/decision-kinds.ts';
import type { Kind } from '#shared/nouns/index.ts';
import type { ReadTx } from '../../database/database.ts';
import { among } from '../../database/read-page.ts';
import { decisions } from '../../schema/decisions.tables.ts';
import { people } from '../../schema/people.tables.ts';
import { refuseUnlessMaySee } from '../may-see.ts';
import type { Decisions } from './decision.ts';
import { standingOf, type CountedSignature } from './signing.rules.ts';

/** The approvals that count for a version of a subject, in the order in which they were given. */
export async function signaturesOn(
  tx: ReadTx,
  decision: DecisionKind,
  subjectId: string,
  version: number,
): Promise<readonly CountedSignature[]> {
  return tx.db
    .select({ personId: decisions.personId, inPlaceOf: decisions.inPlaceOf })
    .from(decisions)
    .where(
      and(
        eq(decisions.subjectId, subjectId),
        eq(decisions.decision, decision),
        eq(decisions.version, version),
        eq(decisions.verdict, 'approve'),
      ),
    )
    .orderBy(asc(decisions.at), asc(decisions.id));
}

/** The approvals under these subjects, whatever their version, by subject. */
export async function signaturesUnder(tx: ReadTx, decision: DecisionKind, subjectIds: readonly string[]) {
  const rows = await tx.db
    .select({
      subjectId: decisions.subjectId,
      version: decisions.version,
      personId: decisions.personId,
      inPlaceOf: decisions.inPlaceOf,
    })
    .from(decisions)
    .where(
      and(
        among(decisions.subjectId, subjectIds),
        eq(decisions.decision, decision),
        eq(decisions.verdict, 'approve'),
      ),
    )
    .orderBy(asc(decisions.at), asc(decisions.id));
  return Map.groupBy(rows, (row): string => row.subjectId);
}

/** The signatures on the page of a record, in the order of time, each with where it stands. Refuses NOT_PERMITTED. */
export async function signaturesOfRecord(
  tx: ReadTx,
  all: Decisions,
  input: { readonly kind: Kind; readonly id: string },
) {
  refuseUnlessMaySee(tx.actor, input.kind);
  const rows = await tx.db
    .select()
    .from(decisions)
    .where(and(eq(decisions.recordId, input.id), eq(decisions.recordKind, input.kind)))
    .orderBy(asc(decisions.at), asc(decisions.id));
  const names = await namesOf(
    tx,
    rows.flatMap(({ personId, inPlaceOf }) => [personId, ...inPlaceOf]),
  );
  const versions = await versionsOf(tx, all, rows);
  return rows.map((row) => {
    const { id, decision, subjectId, personId, inPlaceOf, verdict, reason, at, version } = row;
    const others = rows.filter((other) => other.decision === decision && other.subjectId === subjectId);
    return {
      id,
      decision,
      subjectId,
      personName: names.get(personId) ?? '',
      inPlaceOf: inPlaceOf.map((person) => names.get(person) ?? ''),
      verdict,
      reason,
      at,
      version,
      standing: standingOf(row, others, versions.get(subjectId) ?? 0),
    };
  });
}

/** The names of these people. */
export async function namesOf(
  tx: ReadTx,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await tx.db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(among(people.id, wanted));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

async function versionsOf(
  tx: ReadTx,
  all: Decisions,
  rows: readonly { readonly decision: DecisionKind; readonly subjectId: string }[],
): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>();
  for (const [decision, own] of Map.groupBy(rows, (row) => row.decision))
    for (const [id, version] of await all[decision].versions(tx, [
      ...new Set(own.map(({ subjectId }): string => subjectId)),
    ]))
      found.set(id, version);
  return found;
}

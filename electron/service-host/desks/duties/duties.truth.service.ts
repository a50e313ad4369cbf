import { and, asc, gt, lte, eq, inArray } from 'drizzle-orm';
import type { DutyKind } from '#shared/domain/duties.ts';
import type { ReadTx, WriteTx } from '../../database/database.ts';
import { duties } from '../../schema/duties.tables.ts';
import { covering, heldFields } from './duties.queries.ts';
import { alignment, type HeldDuty } from './duties.rules.ts';
import { alignDuties } from './duties.service.ts';
import { recordsBetween, type Owed, type ToldDuty } from './duty.ts';

/** Records of one portion: reading what they owe takes a few milliseconds. */
const recordsAtOnce = 100;

/** A stretch of the records of a kind, and where it ends. */
export interface Portion {
  readonly after: string;
  readonly last: string;
}

/** Comes after every id: the last stretch holds duties of records that are not there, too. */
const afterAll = '~';

/** The next stretch of records after an id, the first after ''; undefined after the last. */
export async function nextPortion(tx: ReadTx, told: ToldDuty, after: string): Promise<Portion | undefined> {
  if (after === afterAll) return undefined;
  const ids = await tx.db
    .select({ id: told.table.id })
    .from(told.table)
    .where(gt(told.table.id, after))
    .orderBy(asc(told.table.id))
    .limit(recordsAtOnce);
  const last = ids.length < recordsAtOnce ? afterAll : ids.at(-1)?.id;
  return { after, last: typeof last === 'string' ? last : afterAll };
}

/** Whether the open duties of these records say something else than what the records owe. */
export async function isAstray(tx: ReadTx, told: ToldDuty, portion: Portion): Promise<boolean> {
  const { owed, held } = await owedAndHeld(tx, told, portion);
  const { opening, ending, moving } = alignment(owed, held);
  return opening.length + ending.length + moving.length > 0;
}

/** Brings the duties of these records in line with what they owe; says how many had to be mended. */
export async function mendDuties(tx: WriteTx, told: ToldDuty, portion: Portion): Promise<number> {
  return alignDuties(tx, told, await owedAndHeld(tx, told, portion), 'lapsed');
}

async function owedAndHeld(
  tx: ReadTx,
  told: ToldDuty,
  { after, last }: Portion,
): Promise<{ readonly owed: readonly Owed[]; readonly held: readonly HeldDuty[] }> {
  const kind: DutyKind = told.kind;
  const held = await tx.db
    .select(heldFields)
    .from(duties)
    .where(
      and(
        eq(duties.kind, kind),
        gt(duties.subjectId, after),
        lte(duties.subjectId, last),
        inArray(duties.outcome, [...covering]),
      ),
    );
  return { owed: await told.owed(tx, recordsBetween(after, last)), held };
}

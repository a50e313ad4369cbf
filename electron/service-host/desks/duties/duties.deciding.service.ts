import { eq } from 'drizzle-orm';
import { refuse } from '#shared/contract/refusals.ts';
import type { WriteTx } from '../../database/database.ts';
import { duties } from '../../schema/duties.tables.ts';
import { recordAudit } from '../audit/audit.service.ts';
import { refuseIfStale } from '../edit-record.ts';
import { dutyChange } from './duties.service.ts';

type Duty = typeof duties.$inferSelect;
interface Edited {
  readonly id: string;
  readonly version: number;
}

/** Lets a duty be, with the reason; what its record owes is owed no more. Refuses NOT_FOUND, DUTY_ENDED, CHANGED_MEANWHILE. */
export async function waiveDuty(tx: WriteTx, input: Edited & { readonly reason: string }) {
  const found = await openDuty(tx, input);
  const { reason } = input;
  const ended = { outcome: 'waived', settledAt: tx.now, settledBy: tx.actor.personId, reason } as const;
  return changeDuty(tx, found, 'waive', ended, { reason });
}

/** Stops the clock of a duty, with the reason: nobody is reminded meanwhile. One that stands still stays as it is. */
export async function pauseDuty(tx: WriteTx, input: Edited & { readonly reason: string }) {
  const found = await openDuty(tx, input);
  if (found.pausedAt !== null) return { id: found.id, version: found.version };
  const { reason } = input;
  return changeDuty(tx, found, 'pause', { pausedAt: tx.now, reason }, { reason });
}

/** Lets the clock of a duty go on; its moments come later by as long as it stood still. */
export async function resumeDuty(tx: WriteTx, input: Edited) {
  const found = await openDuty(tx, input);
  if (found.pausedAt === null) return { id: found.id, version: found.version };
  const ms = Math.max(0, tx.now - found.pausedAt);
  const { dueAt, teamAt, leaderAt } = found;
  const later = { dueAt: dueAt + ms, teamAt: teamAt + ms, leaderAt: leaderAt + ms };
  return changeDuty(tx, found, 'resume', { ...later, pausedAt: null, reason: '' }, { dueAt: later.dueAt });
}

async function openDuty(tx: WriteTx, { id, version }: Edited): Promise<Duty> {
  const [found] = await tx.db.select().from(duties).where(eq(duties.id, id));
  if (!found) return refuse('NOT_FOUND', { kind: dutyChange });
  if (found.outcome !== 'open') refuse('DUTY_ENDED', {});
  await refuseIfStale(tx, duties, dutyChange, id, version);
  return found;
}

/** Changes a duty; the audit row stands in the story of its record. */
async function changeDuty(
  tx: WriteTx,
  found: Duty,
  act: 'waive' | 'pause' | 'resume',
  fields: Partial<Duty>,
  told: Readonly<Record<string, unknown>>,
) {
  const version = found.version + 1;
  await tx.db
    .update(duties)
    .set({ ...fields, version })
    .where(eq(duties.id, found.id));
  const { kind, subjectKind, subjectId, dueAt } = found;
  await recordAudit(tx, {
    act: `duties.${act}`,
    subjectKind,
    subjectId,
    before: { dueAt },
    after: { dutyKind: kind, ...told },
  });
  tx.changes.push({ kind: dutyChange, id: found.id });
  return { id: found.id, version };
}

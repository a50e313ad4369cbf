import type { Actor, Language } from '#shared/domain/actor.ts';
import { isRefusal, Refusal, refuse } from '#shared/contract/refusals.ts';
import { newId } from '#shared/domain/ids.ts';
import { lookAt, type Look } from '#shared/domain/looks.ts';
import type { ReadTx, WriteTx } from '../database/database.ts';
import { unrecordedLook } from '../modules/audit/audit.looks.queries.ts';
import { onceOnly } from '../modules/operations/operations.service.ts';
import type { HostParts } from './host-parts.ts';
import type { WorkOrder } from './long-work.ts';

/** What a wire knows of a call before anybody has looked at it. */
export interface CallOrigin {
  readonly token: string | undefined;
  readonly language: Language;
}

/** One call of a procedure: who calls, and the ways to the books that the call may use. */
export class Call {
  readonly parts: HostParts;
  readonly origin: CallOrigin;
  #actor: Actor | undefined;
  #sessionId: string | undefined;

  constructor(parts: HostParts, origin: CallOrigin) {
    this.parts = parts;
    this.origin = origin;
  }

  /** Told by the guard once it knows who calls. */
  begin(actor: Actor, sessionId: string | undefined): void {
    this.#actor = actor;
    this.#sessionId = sessionId;
  }

  /** Who calls. Refuses NOT_SIGNED_IN when nobody was found behind the token. */
  get actor(): Actor {
    return this.#actor ?? refuse('NOT_SIGNED_IN', {});
  }

  /** The person who calls. Refuses NOT_SIGNED_IN for a call without one. */
  get personId(): string {
    return this.actor.personId ?? refuse('NOT_SIGNED_IN', {});
  }

  /** The session the call came with. */
  get sessionId(): string {
    return this.#sessionId ?? refuse('NOT_SIGNED_IN', {});
  }

  /** Looks at the books. */
  read<Result>(work: (tx: ReadTx) => Promise<Result>): Promise<Result> {
    return this.parts.database.read(this.actor, work);
  }

  /**
   * Looks at what is personal to a customer. It is handed out only once it is on record who looks, which is written at
   * the first look of the day; every later one costs no more than finding that. While the disk is full it waits in memory.
   */
  async look<Result>(
    work: (tx: ReadTx) => Promise<Result>,
    lookOf: (result: Result) => Look | undefined,
  ): Promise<Result> {
    const { result, look, now } = await this.read(async (tx) => {
      const found = await work(tx);
      return { result: found, look: await unrecordedLook(tx, lookOf(found)), now: tx.now };
    });
    if (look) await this.parts.heldLooks.record(this.actor, look, now);
    return result;
  }

  /** Changes the books, whatever came before; for what carries no operation id. */
  write<Result>(work: (tx: WriteTx) => Promise<Result>): Promise<Result> {
    return this.parts.database.write(this.actor, work);
  }

  /** Changes the books once for this operation id. */
  async act<Input extends { readonly operationId: string }, Result>(
    procedure: string,
    input: Input,
    work: (tx: WriteTx) => Promise<Result>,
  ): Promise<Result> {
    try {
      return await this.write((tx) =>
        onceOnly(tx, { id: input.operationId, procedure, input }, () => work(tx)),
      );
    } catch (error) {
      if (error instanceof Refusal) await this.#recordShown(error);
      throw error;
    }
  }

  /**
   * Changes the books once for this operation id, and begins long work once that is on the disk. `prepare` makes the work
   * out of what it found; it is told the id of the work, under which the answer makes it known.
   */
  async actAndWork<Input extends { readonly operationId: string }>(
    procedure: string,
    input: Input,
    prepare: (tx: WriteTx, workId: string) => Promise<WorkOrder['work']>,
  ): Promise<{ workId: string }> {
    return this.act(procedure, input, async (tx) => {
      const workId = newId<'work'>();
      const order = { kind: procedure, personId: this.actor.personId, work: await prepare(tx, workId) };
      tx.afterCommit((proof) => this.parts.longWork.begin(proof, workId, order));
      return { workId };
    });
  }

  /** Begins long work that only looks at the books. */
  lookLong(kind: string, work: WorkOrder['work']): { workId: string } {
    return { workId: this.parts.longWork.beginLook({ kind, personId: this.actor.personId, work }) };
  }

  /** A refusal that shows a record as somebody else left it is a look at that record. */
  async #recordShown(refusal: Refusal): Promise<void> {
    if (!isRefusal(refusal, 'CHANGED_MEANWHILE')) return;
    const { kind, id } = refusal.facts;
    await this.look(
      async () => undefined,
      () => lookAt(kind, id),
    );
  }
}

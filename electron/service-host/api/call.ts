import type { AnyContractProcedure } from '@orpc/contract';
import type { z } from 'zod';
import type { Actor, Language } from '#shared/domain/actor.ts';
import { booksHeader } from '#shared/domain/books.ts';
import { isRefusal, Refusal, refuse } from '#shared/contract/refusals.ts';
import { newId } from '#shared/domain/ids.ts';
import { lookAt, type Look } from '#shared/domain/looks.ts';
import type { ReadTx, WriteTx } from '../database/database.ts';
import { keepLook } from '../desks/audit/audit.looks.service.ts';
import { unrecordedLook } from '../desks/audit/audit.looks.queries.ts';
import { comparableInput } from '../desks/operations/operations.input.service.ts';
import { onceOnly } from '../desks/operations/operations.service.ts';
import type { HostParts } from './host-parts.ts';
import type { ResultOf, Work, WorkKind } from './long-work.ts';

/** What a wire knows of a call before anybody has looked at it. */
export interface CallOrigin {
  readonly token: string | undefined;
  readonly language: Language;
  /** Which books the call is meant for, as the caller wrote it; the real ones when it says nothing. */
  readonly books?: string | undefined;
}

/** A procedure of the contract, and the way to it. */
export interface CalledProcedure {
  readonly path: readonly string[];
  readonly procedure: AnyContractProcedure;
}

/** One call of a procedure: who calls, and the ways to the books that the call may use. */
export class Call {
  readonly origin: CallOrigin;
  #parts: HostParts;
  #isInSample = false;
  readonly #onSession: () => void;
  #actor: Actor | undefined;
  #sessionId: string | undefined;

  /** `onSession` is called once the call turns out to come with a session that holds. */
  constructor(parts: HostParts, origin: CallOrigin, onSession: () => void = () => undefined) {
    this.#parts = parts;
    this.origin = origin;
    this.#onSession = onSession;
  }

  /** What the call stands on: the real office, or the sample once it was entered. */
  get parts(): HostParts {
    return this.#parts;
  }

  /** Whether the call is in the sample, where nothing is real work. */
  get isInSample(): boolean {
    return this.#isInSample;
  }

  /**
   * Goes into the office that the call is meant for; the guard does it before anything else. Refuses NO_SAMPLE, and
   * INVALID_INPUT for books that do not exist: a misspelt name must not lead to the real ones.
   */
  async enterOffice(): Promise<void> {
    const { books = 'real' } = this.origin;
    if (books === 'real' || this.#isInSample) return;
    if (books !== 'sample') refuse('INVALID_INPUT', { issues: [{ path: booksHeader, code: 'choice' }] });
    this.#parts = await this.#parts.sampleOffice.parts();
    this.#isInSample = true;
  }

  /** Told by the guard once it knows who calls. */
  begin(actor: Actor, sessionId: string | undefined): void {
    this.#actor = actor;
    this.#sessionId = sessionId;
    if (sessionId !== undefined) this.#onSession();
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

  /** Whether it came with a session that held. */
  get hasSession(): boolean {
    return this.#sessionId !== undefined;
  }

  /** Looks at the books. */
  read<Result>(work: (tx: ReadTx) => Promise<Result>): Promise<Result> {
    return this.parts.database.read(this.actor, work);
  }

  /**
   * Looks at what is personal to a customer. It is handed out only once it is on record who looks, which is written at
   * the first look of the day; every later one costs no more than finding that. On a full disk it stands in the log alone.
   */
  async look<Result>(
    work: (tx: ReadTx) => Promise<Result>,
    lookOf: (result: Result) => Look | undefined,
  ): Promise<Result> {
    const { result, look } = await this.read(async (tx) => {
      const found = await work(tx);
      return { result: found, look: await unrecordedLook(tx, lookOf(found)) };
    });
    if (look) await keepLook(this.parts.database, this.actor, look);
    return result;
  }

  /** Changes the books, whatever came before; for what carries no operation id. */
  write<Result>(work: (tx: WriteTx) => Promise<Result>): Promise<Result> {
    return this.parts.database.write(this.actor, work);
  }

  /** Changes the books once for this operation id. */
  async act<Input extends { readonly operationId: string }, Result>(
    { path, procedure }: CalledProcedure,
    input: Input,
    work: (tx: WriteTx) => Promise<Result>,
  ): Promise<Result> {
    // Inputs of the contract are made with zod.
    const comparable = await comparableInput(procedure['~orpc'].inputSchema as z.ZodType, input);
    try {
      return await this.write((tx) =>
        onceOnly(tx, { id: input.operationId, procedure: path.join('.'), input: comparable }, () => work(tx)),
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
  async actAndWork<Kind extends WorkKind, Input extends { readonly operationId: string }>(
    kind: Kind,
    called: CalledProcedure,
    input: Input,
    prepare: (tx: WriteTx, workId: string) => Promise<Work<ResultOf<Kind>>>,
  ): Promise<{ workId: string }> {
    return this.act(called, input, async (tx) => {
      const workId = newId<'work'>();
      const order = { kind, personId: this.actor.personId, work: await prepare(tx, workId) };
      tx.afterCommit((proof) => this.parts.longWork.begin(proof, workId, order));
      return { workId };
    });
  }

  /** Begins long work that only looks at the books. */
  lookLong<Kind extends WorkKind>(kind: Kind, work: Work<ResultOf<Kind>>): { workId: string } {
    return { workId: this.parts.longWork.beginBeside({ kind, personId: this.actor.personId, work }) };
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

import type { DecisionKind, DecisionWarning } from '#shared/domain/decision-kinds.ts';
import type { ReadTx, WriteTx } from '../../database/database.ts';
import type { Edited } from '../documents.ts';
import type { DecidingFacts } from './deciding.rules.ts';
import type { Matter, NeededSigners } from './signing.rules.ts';

/** Something that waits for a decision, as the state of its noun says. */
export interface Waiting {
  /** The subject that is decided on. */
  readonly id: string;
  /** The version that a signature would be for. */
  readonly version: number;
  /** The record that shows it: of a supplement it is the report. */
  readonly recordId: string;
  readonly number: string;
  readonly amountFen: number | null;
  readonly askedBy: string | null;
  readonly askedAt: number;
  /** Everybody whom it concerns, and who therefore never decides on it. */
  readonly concerned: readonly (string | null)[];
}

/** What the inbox says of a matter in its row. */
export interface WaitingTold {
  readonly summary: string;
  readonly warnings: readonly DecisionWarning[];
}

/** What somebody saw of a matter, and what they say to it. */
export interface Seen extends Edited {
  readonly reason: string;
}

interface Saved {
  readonly id: string;
  readonly version: number;
}

/** A decision as the module of its noun tells it. The acts are those of the noun, each of which calls `sign`. */
export interface Decision<Name extends DecisionKind = DecisionKind> {
  readonly kind: Name;
  /** What waits, the oldest first; at most `limit`. */
  readonly waiting: (tx: ReadTx, limit: number) => Promise<readonly Waiting[]>;
  /** What the rows of the inbox say of these matters, by their ids. */
  readonly tell: (tx: ReadTx, waiting: readonly Waiting[]) => Promise<ReadonlyMap<string, WaitingTold>>;
  /** Everybody whom a subject concerns. Refuses NOT_FOUND. */
  readonly concerned: (tx: ReadTx, id: string) => Promise<readonly (string | null)[]>;
  /** The version that each of these subjects has now. */
  readonly versions: (tx: ReadTx, ids: readonly string[]) => Promise<ReadonlyMap<string, number>>;
  /** Whether an approval wants a reason of its own. */
  readonly approvalWantsReason?: true;
  readonly approve: (tx: WriteTx, seen: Seen) => Promise<Saved>;
  readonly reject?: (tx: WriteTx, seen: Seen) => Promise<Saved>;
  /** Gives it back to its author as a draft. */
  readonly sendBack?: (tx: WriteTx, seen: Seen) => Promise<Saved>;
}

/** The roll of decisions: every kind with its decision. */
export type Decisions = { readonly [Name in DecisionKind]: Decision<Name> };

/** What the desk asks of the people and of the rules of the firm, which stand above it. */
export interface Deciders {
  /** What decides whether the actor may decide on what concerns these people. */
  readonly facts: (
    tx: ReadTx,
    kind: DecisionKind,
    concerned: readonly (string | null)[],
  ) => Promise<DecidingFacts>;
  /** Who must sign a matter of the kind. */
  readonly needed: (tx: ReadTx, kind: DecisionKind) => Promise<(matter: Matter) => NeededSigners>;
}

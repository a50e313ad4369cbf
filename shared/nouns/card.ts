import type { PresetRole } from '../domain/roles.ts';

/** The roles that may do an act as long as the firm has not chosen otherwise. */
export type Preset = 'everybody' | readonly PresetRole[];

/** An act upon a record: the states it begins from, the permission it takes, and whether the person must say why. */
export interface CardAct<State extends string, May extends string> {
  readonly from: readonly State[];
  readonly may: May;
  readonly reason?: true;
}

/** Something that is decided on a record: the permission it takes, and whether the matter has an amount. */
export interface CardDecision<May extends string> {
  readonly may: May;
  /** From an amount on a rule of the firm can ask for more signers. */
  readonly hasAmount: boolean;
}

/**
 * The card of a noun: everything that the desks and both sides must know of it, as data. Host, page, search, numbering,
 * audit and tests read it; a decision that hangs on facts belongs to the rules of the noun.
 */
export interface Card<State extends string = string, May extends string = string> {
  /** The letter that marks the entries of the noun in the search index; it stands in the books and never changes. */
  readonly code?: string;
  /** The letters its numbers begin with. */
  readonly prefix?: string;
  /** The address of its screen; a record is opened at `path/id`. */
  readonly path?: string;
  /** Whether a record holds what is personal to a customer, so that it is on record who opens one. */
  readonly personal?: true;
  /** Whether files can be attached to a record. */
  readonly attachable?: true;
  readonly states?: readonly State[];
  /** The kinds of paper that show one of its records; prints are kept under them. */
  readonly papers?: readonly string[];
  /** Its permissions, each with the roles that hold it in the preset. */
  readonly may: Readonly<Record<May, Preset>>;
  /** The acts that begin from a state, by the names of their procedures. */
  readonly acts?: Readonly<Record<string, CardAct<State, May>>>;
  /** What is decided on its records; signatures are kept under these names. */
  readonly decisions?: Readonly<Record<string, CardDecision<May>>>;
  /** What its records owe by a moment; duties are kept under these names. */
  readonly duties?: readonly string[];
}

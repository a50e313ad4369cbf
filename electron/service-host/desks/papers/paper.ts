import { createHash } from 'node:crypto';
import type { Language } from '#shared/domain/actor.ts';
import { canonicalJson } from '#shared/domain/canonical-json.ts';
import type { Look } from '#shared/domain/looks.ts';
import type { PaperKind, Kind } from '#shared/nouns/index.ts';
import type { ReadTx, WriteTx } from '../../database/database.ts';
import type { PaperContext, PaperWord } from '../../printing/documents/paper-context.ts';
import type { PaperDefinition } from '../../printing/layout/paper-definition.ts';

/** The facts of a document for its paper, and what the foot says of the content. */
export interface PaperFacts<Data> {
  readonly data: Data;
  readonly number: string;
  readonly checkCode?: string;
  readonly qrText?: string;
  /** The state of the document in the language of the paper, where it has states: a reprint names it. */
  readonly stateName?: string;
  /** Hash of the content, where the document is sealed; empty elsewhere. */
  readonly contentHash: string;
}

/** A print that was counted. */
export interface CountedPrint {
  readonly printId: string;
  readonly ordinal: number;
  readonly contentHash: string;
}

interface PaperOf {
  /** The noun whose record the paper shows: only who may see such a record sees the paper. */
  readonly of: Kind;
  /** The record at which somebody looks who sees the paper; left out where nothing on it is personal to a customer. */
  readonly look?: (tx: ReadTx, id: string) => Promise<Look | undefined>;
  /** The words for the copies of the paper; left out for a single copy. */
  readonly copies?: readonly PaperWord[];
  /** The names that the firm gave the copies; the usual ones hold while it gave none. */
  readonly firmsCopies?: (tx: ReadTx) => Promise<readonly string[]>;
  /** The number of the document, for a paper that the rules can refuse: a refused print is kept under it. */
  readonly numberOf?: (tx: ReadTx, id: string) => Promise<string | undefined>;
  /** Writes on the document that its paper was counted. */
  readonly notePrinted?: (tx: WriteTx, id: string, print: CountedPrint) => Promise<void>;
}

/** A paper as the module of its noun tells it: the facts from the books, and the drawing of such facts. */
export interface ToldPaper<Data> extends PaperOf {
  /** Reads the facts. Refuses NOT_FOUND, and what may not be printed yet. */
  readonly facts: (tx: ReadTx, id: string, language: Language) => Promise<PaperFacts<Data>>;
  readonly draw: (data: Data, context: PaperContext) => PaperDefinition;
}

/** A paper whose facts are read, to be drawn. */
export interface FilledPaper extends Omit<PaperFacts<unknown>, 'data'> {
  /** Hash of the facts; equal as long as the document says the same in this language. */
  readonly dataHash: string;
  readonly draw: (context: PaperContext) => PaperDefinition;
}

/** A paper as the desk knows it, whatever its facts are. */
export interface Paper<Name extends string = string> extends PaperOf {
  readonly kind: Name;
  readonly fill: (tx: ReadTx, id: string, language: Language) => Promise<FilledPaper>;
}

/** The roll of papers: every kind with its paper. */
export type Papers = { readonly [Name in PaperKind]: Paper<Name> };

/** Tells a paper. The type of its facts stays inside, so that facts and drawing always belong together. */
export function paper<Data, Name extends string>(
  kind: Name,
  { facts, draw, ...told }: ToldPaper<Data>,
): Paper<Name> {
  return {
    ...told,
    kind,
    fill: async (tx, id, language) => {
      const { data, ...filled } = await facts(tx, id, language);
      const dataHash = createHash('sha256').update(canonicalJson(data)).digest('hex');
      return { ...filled, dataHash, draw: (context) => draw(data, context) };
    },
  };
}

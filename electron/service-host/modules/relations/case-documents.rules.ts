/** A document of a case, as its own noun tells it. */
export interface CaseDocument {
  readonly id: string;
  readonly number: string;
  /** The document's own state; the verdict of a judgement, empty where a document has none. */
  readonly state: string;
  readonly at: number;
}

/** The ends of a case that a document can stand against. */
export type CaseEnd = 'closed' | 'void';

/** A document that stands against the end of a case: its work is open, or the part that it names is not back. */
export interface Unfinished {
  readonly number: string;
  readonly why: 'open' | 'notBack';
}

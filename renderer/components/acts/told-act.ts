import type { ReactNode } from 'react';
import type { ActOf, Cards, DocumentKind } from '#shared/nouns/index.ts';
import type { MessageKey } from '../../app/text.ts';
import type { ActInput } from '../../service/use-act.ts';
import type { Form } from '../form/use-form.ts';

/** A procedure of the service, whatever it takes and answers. */
export interface AnyProcedure {
  readonly call: (input: never) => Promise<unknown>;
}

/** What an act asks for beside the record itself. */
export type AskedOf<Procedure extends AnyProcedure> = Omit<
  ActInput<Parameters<Procedure['call']>[0]>,
  'operationId' | 'id' | 'version'
>;
/** What an act answers. */
export type AnswerOf<Procedure extends AnyProcedure> = Awaited<ReturnType<Procedure['call']>>;
/** What somebody has filled in so far: null where nothing is chosen or typed yet, and an empty text. */
export type Filled<Values> = { readonly [Name in keyof Values]: FilledAs<Name, Values[Name]> };
type FilledAs<Name, Value> = unknown extends Value
  ? Value
  : string extends Value
    ? Name extends `${string}Id` | `${string}Day` | 'day'
      ? Value | null
      : string
    : boolean extends Value
      ? boolean
      : Value | null;

/** What the fields of an act are given: a form of what it asks for. */
export interface ActFields<Values> {
  readonly form: Form<Filled<Values>>;
}

/** What every act names: the record, the version that was seen, the operation. */
interface Named {
  readonly id: string;
  readonly version: number;
  readonly operationId: string;
}

/** What a page tells of an act beside its card. */
export interface ToldAct<Values, Answer> {
  /** What its button says, where it is another word than that of the act. */
  readonly label?: MessageKey | undefined;
  readonly keys?: string | undefined;
  readonly primary?: boolean | undefined;
  /** What it does is not taken back. */
  readonly danger?: boolean | undefined;
  /** It is shown, and not to be done now or by this person. */
  readonly disabled?: boolean | undefined;
  /** It is being done elsewhere on the page. */
  readonly isUnderWay?: boolean | undefined;
  /** Leads to where it is done, instead of asking here. */
  readonly goes?: (() => void) | undefined;
  /** A form of its own, in the place where the others are asked. */
  readonly panel?: ((close: () => void) => ReactNode) | undefined;
  /** It is done at once, although its card knows a reason. */
  readonly isAtOnce?: boolean | undefined;
  /** What is there before anybody types; all of it, where nothing is asked. */
  readonly start?: Partial<Filled<Values>> | undefined;
  /** The fields of what it asks for beside its reason. */
  readonly fields?: ((form: Form<Filled<Values>>) => ReactNode) | undefined;
  readonly isLacking?: ((values: Filled<Values>) => boolean) | undefined;
  /** Several ways to confirm it, the usual first. */
  readonly ways?:
    | readonly { readonly label: MessageKey; readonly danger?: boolean; readonly with: Partial<Values> }[]
    | undefined;
  /** Does it in the place of the procedure of its name. */
  readonly call?: ((input: Values & Named) => Promise<unknown>) | undefined;
  /** The sentence afterwards, where it is another than that of the act; null where `done` says it. */
  readonly said?: ((answer: Answer, values: Filled<Values>) => string | null) | undefined;
  readonly done?: ((answer: Answer) => void) | undefined;
}

/** The procedures of the acts of a noun. */
export type ProceduresOf<Kind extends DocumentKind> = { readonly [Act in ActOf<Kind>]: AnyProcedure };

/** The first word of the procedures and sentences of a noun. */
type GroupOf<Kind extends DocumentKind> = keyof Cards[Kind]['may'] extends `${infer Group}.${string}`
  ? Group
  : never;

/** An act that asks for more than a reason: the page says where it takes it from. */
type SaysWhere<Procedure extends AnyProcedure> = [Exclude<keyof AskedOf<Procedure>, 'reason'>] extends [never]
  ? unknown
  : { readonly start: object } | { readonly goes: object } | { readonly panel: object };
/** An act without a word of its own: the page says what its button says. */
type SaysLabel<Word extends string> = Word extends MessageKey ? unknown : { readonly label: MessageKey };

type Told<Procedure extends AnyProcedure, Word extends string> = ToldAct<
  AskedOf<Procedure>,
  AnswerOf<Procedure>
> &
  SaysWhere<Procedure> &
  SaysLabel<Word>;

/** The acts that a page need not tell: a sentence names them, and they ask for a reason at most. */
type PlainAct<Kind extends DocumentKind, Procedures extends ProceduresOf<Kind>> = {
  [Act in ActOf<Kind>]: unknown extends SaysWhere<Procedures[Act]> & SaysLabel<`${GroupOf<Kind>}.${Act}`>
    ? Act
    : never;
}[ActOf<Kind>];

/** What a page tells of the acts of a noun, in the order of its buttons; false for one that is not offered here. */
export type ToldActs<Kind extends DocumentKind, Procedures extends ProceduresOf<Kind>> = {
  readonly [Act in PlainAct<Kind, Procedures>]?: Told<Procedures[Act], `${GroupOf<Kind>}.${Act}`> | false;
} & {
  readonly [Act in Exclude<ActOf<Kind>, PlainAct<Kind, Procedures>>]:
    | Told<Procedures[Act], `${GroupOf<Kind>}.${Act}`>
    | false;
};

/** A told act, where its noun no longer matters. */
export type AnyTold = ToldAct<Readonly<Record<string, unknown>>, object>;

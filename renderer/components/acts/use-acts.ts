import { useRef, useState } from 'react';
import { App } from 'antd';
import type { ActOf, DocumentKind } from '#shared/nouns/index.ts';
import { usePerson } from '../../app/session/session.ts';
import { useText, type MessageParameters } from '../../app/text.ts';
import { OperationId } from '../../service/operation-id.ts';
import { performAct } from '../../service/perform-act.ts';
import type { Trouble } from '../../service/trouble.ts';
import { offeredActs, saidOf, type ActedOn, type OfferedAct } from './offered-acts.ts';
import type { ProceduresOf, ToldActs } from './told-act.ts';
import { typedValues } from './typed-values.ts';

type Input = Readonly<Record<string, unknown>>;

/** The acts of a record, as buttons and a form show them. */
export interface Acts<Act extends string = string> {
  readonly kind: DocumentKind;
  readonly record: ActedOn;
  readonly offered: readonly OfferedAct<Act>[];
  readonly find: (act: Act) => OfferedAct<Act> | undefined;
  /** The one whose form stands open. */
  readonly chosen: OfferedAct<Act> | undefined;
  /** Whether the record has changed since that form was opened. */
  readonly isOutOfDate: boolean;
  readonly press: (one: OfferedAct<Act>) => void;
  readonly run: (one: OfferedAct<Act>, input: Input) => void;
  /** The name of the form of an act, under which its words are kept until it is done. */
  readonly formOf: (one: OfferedAct<Act>) => string;
  readonly close: () => void;
  /** The act under way. */
  readonly pending: Act | undefined;
  readonly trouble: Trouble | null;
  /** What the sentences of the acts name. */
  readonly named: MessageParameters;
}

/**
 * The acts on the card of a noun that the person may do to a record. From which states, by whom and whether with a reason
 * stands on the card; the words of an act in the book of the noun: `lend`, `lendTitle`, `lendNote`, `lendDone`. `told` is
 * the rest: keys, fields of an act that asks for more, acts that hang on facts.
 */
export function useActs<Kind extends DocumentKind, Procedures extends ProceduresOf<Kind>>(
  kind: Kind,
  record: ActedOn,
  procedures: Procedures,
  told: ToldActs<Kind, Procedures>,
  moreNamed: MessageParameters = {},
): Acts<ActOf<Kind>> {
  type Act = ActOf<Kind>;
  const t = useText();
  const { message } = App.useApp();
  const { permissions, personId } = usePerson();
  const { id, version, number, state } = record;
  const [chosen, choose] = useState<Chosen<OfferedAct<Act>>>();
  const [pending, setPending] = useState<Act>();
  const [failed, setFailed] = useState<{ readonly trouble: Trouble; readonly id: string }>();
  // One press is one operation, and a try again after a lost answer is the same operation.
  const operations = useRef(new Map<string, OperationId>());
  const isUnderWay = useRef(false);
  const offered = offeredActs(kind, state, permissions, told);
  const find = (act: Act) => offered.find((one) => one.act === act);
  const formOf = ({ act }: OfferedAct<Act>) => `${personId}/${act}/${id}`;
  const named = { number, ...moreNamed };

  // Somebody else may have acted meanwhile. What was typed for an act that is offered no more stays, and the host says why it is late.
  const here = chosen?.id === id ? chosen : undefined;
  const versionSeen = ({ act }: OfferedAct<Act>) => (here?.one.act === act && here.version) || version;

  const perform = (one: OfferedAct<Act>, values: Input) => {
    const name = `${one.act}/${id}`;
    const operation = operations.current.get(name) ?? new OperationId();
    operations.current.set(name, operation);
    return performAct(operation, (operationId) => {
      const input = { ...values, id, version: versionSeen(one), operationId };
      // What each procedure takes was checked where the page tells its acts.
      return one.call ? one.call(input) : procedures[one.act].call(input as never);
    });
  };
  const run = async (one: OfferedAct<Act>, values: Input) => {
    // Pressed again while the answer is under way: the same act.
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    setPending(one.act);
    setFailed(undefined);
    const result = await perform(one, values);
    isUnderWay.current = false;
    setPending(undefined);
    if (result.kind === 'failed') {
      if (isOfOlderVersion(result.trouble)) choose((before) => before && { ...before, version: undefined });
      return setFailed({ trouble: result.trouble, id });
    }
    typedValues.forget(formOf(one));
    // Meanwhile another form may have been opened, here or upon the next record.
    choose((before) => (before?.id === id && before.one.act === one.act ? undefined : before));
    const answer = Object(result.output);
    const sentence = one.said ? one.said(answer, values) : saidOf(t, kind, one, answer, record, named);
    if (sentence !== null) void message.success(sentence, secondsToRead(sentence));
    one.done?.(answer);
  };
  const press = (one: OfferedAct<Act>) => {
    setFailed(undefined);
    if (one.how === 'elsewhere') one.goes?.();
    else if (one.how === 'atOnce') void run(one, one.start ?? {});
    else choose(chosen?.one.act === one.act && chosen.id === id ? undefined : { one, id, version });
  };

  return {
    kind,
    record,
    offered,
    find,
    chosen: here && (find(here.one.act) ?? (typedValues.of(formOf(here.one)) && here.one)),
    isOutOfDate: here?.version !== undefined && here.version !== version,
    press,
    run: (one, values) => void run(one, values),
    formOf,
    close: () => {
      // What is on its way cannot be called back.
      if (isUnderWay.current) return;
      if (chosen) typedValues.forget(formOf(chosen.one));
      choose(undefined);
      setFailed(undefined);
    },
    pending,
    trouble: failed?.id === id ? failed.trouble : null,
    named,
  };
}

/** The act whose form stands open: upon which record, and upon the version that was seen when it was opened. */
interface Chosen<One> {
  readonly one: One;
  readonly id: string;
  /** Undefined once the person has read that it is an older one: the next press goes by what stands there now. */
  readonly version: number | undefined;
}

function isOfOlderVersion(trouble: Trouble): boolean {
  return trouble.kind === 'refused' && trouble.code === 'CHANGED_MEANWHILE';
}

/** A sentence that names more than the document stays for longer. */
function secondsToRead(sentence: string): number {
  return sentence.length > 60 ? 10 : 3;
}

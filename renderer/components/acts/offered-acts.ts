import {
  actOf,
  actsOf,
  isDecision,
  procedureGroupOf,
  type ActOf,
  type DocumentKind,
} from '#shared/nouns/index.ts';
import { translateAny } from '#shared/messages/translate.ts';
import { mayActWith } from '../../app/session/may-act.ts';
import type { Person } from '../../app/session/session.ts';
import type { MessageKey, MessageParameters, Text } from '../../app/text.ts';
import type { AnyTold } from './told-act.ts';

/** A record that acts are done to. */
export interface ActedOn {
  readonly id: string;
  readonly version: number;
  readonly number: string;
  readonly state: string;
}

/** An act that the person may do to the record now. */
export interface OfferedAct<Act extends string = string> extends AnyTold {
  readonly act: Act;
  /** The name of its sentences: `tools.lend`. */
  readonly word: string;
  readonly label: MessageKey;
  readonly asksReason: boolean;
  /** Whether it is done elsewhere, asks in its place, or asks nothing. */
  readonly how: 'elsewhere' | 'asks' | 'atOnce';
}

/** The acts that a person may do to a record in a state: in the order told, and then those of the card that nothing is told of. */
export function offeredActs<Kind extends DocumentKind>(
  kind: Kind,
  state: string,
  permissions: Person['permissions'],
  told: object,
): readonly OfferedAct<ActOf<Kind>>[] {
  const names = Object.keys(told);
  const placeOf = (act: string) => (names.includes(act) ? names.indexOf(act) : names.length);
  return actsOf(kind)
    .filter((act) => mayActWith(permissions, kind, act, state))
    .toSorted((one, other) => placeOf(one) - placeOf(other))
    .flatMap((act) => offeredAs(kind, act, told));
}

function offeredAs<Kind extends DocumentKind>(
  kind: Kind,
  act: ActOf<Kind>,
  told: object,
): readonly OfferedAct<ActOf<Kind>>[] {
  // Names and types were checked where the page tells its acts.
  const toldOf = (told as Readonly<Record<string, AnyTold | false | undefined>>)[act] ?? {};
  if (toldOf === false) return [];
  const word = `${procedureGroupOf(kind)}.${act}`;
  const asksReason = actOf(kind, act).reason === true;
  const asks = toldOf.panel !== undefined || toldOf.fields !== undefined || asksReason;
  const how = toldOf.goes ? 'elsewhere' : asks && toldOf.isAtOnce !== true ? 'asks' : 'atOnce';
  // An act without a word of its own does not compile without a label.
  const label = toldOf.label ?? (word as MessageKey);
  return [{ ...toldOf, act, word, label, asksReason, how }];
}

/** What is said once an act is done; a signature before the last changes nothing of the record itself. */
export function saidOf<Kind extends DocumentKind>(
  t: Text,
  kind: Kind,
  { act, word }: OfferedAct<ActOf<Kind>>,
  answer: Partial<ActedOn>,
  record: ActedOn,
  named: MessageParameters,
): string {
  const parameters = { ...named, number: answer.number ?? record.number };
  const isSignedOnly = isDecision(kind, act) && answer.version === record.version;
  if (isSignedOnly) return t('decisions.signedWaits', parameters);
  return translateAny(t.language, `${word}Done`, parameters) ?? t('common.numberSaved', parameters);
}

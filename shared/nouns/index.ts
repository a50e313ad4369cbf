import { present } from '../domain/assert.ts';
import type { Card, CardAct, Preset } from './card.ts';
import { caseCard } from './case.card.ts';
import { clearingCard } from './clearing.card.ts';
import { contactCard } from './contact.card.ts';
import { customerCard } from './customer.card.ts';
import { deskMay } from './desks.ts';
import { issueCard } from './issue.card.ts';
import { judgementCard } from './judgement.card.ts';
import { oldPartCard } from './old-part.card.ts';
import { partCard } from './part.card.ts';
import { personCard } from './person.card.ts';
import { receiptCard } from './receipt.card.ts';
import { reportCard } from './report.card.ts';
import { requisitionCard } from './requisition.card.ts';
import { reversalCard } from './reversal.card.ts';
import { roleCard } from './role.card.ts';
import { settingCard } from './setting.card.ts';
import { toolCard } from './tool.card.ts';
import { unitCard } from './unit.card.ts';
import { warrantyPolicyCard } from './warranty-policy.card.ts';

/** The roll of nouns, each with its card, in the order in which the search field shows what it finds. */
export const cards = {
  customer: customerCard,
  unit: unitCard,
  case: caseCard,
  contact: contactCard,
  requisition: requisitionCard,
  report: reportCard,
  receipt: receiptCard,
  part: partCard,
  oldPart: oldPartCard,
  tool: toolCard,
  judgement: judgementCard,
  issue: issueCard,
  clearing: clearingCard,
  reversal: reversalCard,
  person: personCard,
  role: roleCard,
  warrantyPolicy: warrantyPolicyCard,
  setting: settingCard,
} as const satisfies Readonly<Record<string, Card>>;

export type Cards = typeof cards;
/** The name of a noun, as audit trail, search, attachments and papers write it. */
export type Kind = keyof Cards;
/** The nouns whose cards have a property. */
type KindsWith<Property extends keyof Card> = {
  [Name in Kind]: Cards[Name] extends Readonly<Record<Property, unknown>> ? Name : never;
}[Kind];

/** Nouns that the one search field finds. */
export type SearchKind = KindsWith<'code'>;
/** Nouns whose records carry numbers. */
export type NumberedKind = KindsWith<'prefix'>;
/** Nouns with a screen at which a record is opened. */
export type PlacedKind = KindsWith<'path'>;
/** Nouns that hold what is personal to a customer. */
export type LookKind = KindsWith<'personal'>;
/** Nouns with acts that begin from a state. */
export type DocumentKind = KindsWith<'acts'>;
/** The acts on the card of a noun. */
export type ActOf<Name extends DocumentKind> = Extract<keyof Cards[Name]['acts'], string>;
/** Nouns that files can be attached to. */
export type AttachableKind = KindsWith<'attachable'>;

export const kinds: readonly Kind[] = namesOf(cards);
export const searchKinds = kindsWith('code');
export const numberedKinds = kindsWith('prefix');
export const placedKinds = kindsWith('path');
export const lookKinds = kindsWith('personal');
export const attachableKinds = kindsWith('attachable');
export const documentKinds = kindsWith('acts');
export const owingKinds = kindsWith('duties');
export const decidedKinds = kindsWith('decisions');

type PapersOf<One> = One extends { readonly papers: readonly (infer Name extends string)[] } ? Name : never;
/** The kinds of paper of a noun. */
export type PaperOf<Name extends Kind> = PapersOf<Cards[Name]>;
/** The kinds of paper. */
export type PaperKind = PapersOf<Cards[Kind]>;
export const paperKinds: readonly PaperKind[] = kindsWith('papers').flatMap((kind) => [
  ...cards[kind].papers,
]);

type MayOf<One> = One extends { readonly may: infer May } ? Extract<keyof May, string> : never;
/** One permission per act; reading a kind of record is an act too. */
export type Permission = MayOf<Cards[Kind]> | keyof typeof deskMay;

/** Whether the records of a noun are opened at a screen. */
export const isPlaced = (kind: Kind): kind is PlacedKind => placedKinds.some((one) => one === kind);

/** The letters that the numbers of each numbered noun begin with. */
export const prefixOf = (kind: NumberedKind): string => cards[kind].prefix;

/** An act on the card of a noun. */
export function actOf<Name extends DocumentKind>(kind: Name, act: ActOf<Name>): CardAct<string, Permission> {
  const acts: Readonly<Record<string, CardAct<string, Permission>>> = cards[kind].acts;
  return present(acts[act], `${kind} has the act ${act}`);
}

/** The acts on the card of a noun, in its order. */
export const actsOf = <Name extends DocumentKind>(kind: Name): readonly ActOf<Name>[] =>
  namesOf(cards[kind].acts) as readonly ActOf<Name>[];

/** Whether an act is a decision, which several may have to sign. */
export function isDecision<Name extends DocumentKind>(kind: Name, act: ActOf<Name>): boolean {
  const { decisions = {} }: Card = cards[kind];
  return Object.hasOwn(decisions, `${kind}.${act}`);
}

/** The first word of the procedures of a noun, which its permissions and its audit rows begin with: `stock` of a receipt. */
export function procedureGroupOf(kind: DocumentKind): string {
  const [first = ''] = namesOf<Card['may']>(cards[kind].may);
  return present(first.split('.')[0], `the procedures of ${kind}`);
}

/** Whether an act begins from a state. */
export function beginsFrom<Name extends DocumentKind>(kind: Name, act: ActOf<Name>, state: string): boolean {
  return actOf(kind, act).from.includes(state);
}

/** The permissions on the card of a noun. */
export const permissionsOf = (kind: Kind): readonly string[] => namesOf<Card['may']>(cards[kind].may);

/** The permission to see the records of a noun; undefined where everybody signed in may. */
export function viewOf(kind: Kind): Permission | undefined {
  return namesOf<Card['may']>(cards[kind].may).find((name): name is Permission => name.endsWith('.view'));
}

/** Every permission with the roles that hold it in the preset. */
export const presets: Readonly<Record<Permission, Preset>> = Object.assign(
  { ...deskMay },
  ...Object.values(cards).map(({ may }) => may),
);

function kindsWith<Property extends keyof Card>(property: Property): readonly KindsWith<Property>[] {
  return kinds.filter((kind): kind is KindsWith<Property> => Object.hasOwn(cards[kind], property));
}

/** The names of a roll, which `Object.keys` gives as mere strings. */
function namesOf<Roll extends object>(roll: Roll): readonly Extract<keyof Roll, string>[] {
  // A roll is a constant of ours, and holds no other names than its type.
  return Object.keys(roll) as Extract<keyof Roll, string>[];
}

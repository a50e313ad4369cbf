import type { RequisitionState } from '#shared/nouns/requisition.card.ts';
import type { ShopPerson } from '../shop.ts';
import { type ModelLine, type ModelRequisition, stateByLines } from './office-model.ts';
import {
  agree,
  firstOf,
  pieces,
  seenVersion,
  somebody,
  target,
  turn,
  type Turn,
  type World,
} from './turns.ts';

/** Somebody asks for parts, for themselves or for a colleague; now and then without a line. */
export function draftRequisition(world: World): Turn {
  const { chance, cases, holders, model } = world;
  const who = somebody(world, 'write');
  const holderId = chance.oneOf(holders);
  const caseId = chance.percent(60) ? chance.oneOf(cases) : null;
  const lines = wantedLines(world);
  return turn(
    'draft requisition',
    who,
    firstOf([!model.may(who, 'write'), 'NOT_PERMITTED']),
    (client, operationId) => client.requisitions.draft({ operationId, ...formOf(holderId, caseId, lines) }),
    ({ id, version }) =>
      model.requisitions.push({
        id,
        version,
        state: 'draft',
        holderId,
        caseId,
        createdBy: who,
        takenOverBy: undefined,
        submittedBy: undefined,
        editors: new Set(),
        lines: linesOf(lines),
        issueLines: [],
        isAllowed: false,
        isRestClosed: false,
      }),
  );
}

/** Somebody changes the lines of a draft, and so becomes one of those it belongs to. */
export function editRequisition(world: World): Turn | undefined {
  const lines = wantedLines(world);
  return onRequisition(world, 'edit requisition', 'write', ['draft'], {
    refusal: (found, who) => firstOf([!world.model.mayWrite(found, who), 'OTHERS_DRAFT']),
    call: (client, operationId, { id, version, holderId, caseId }) =>
      client.requisitions.edit({ operationId, id, version, ...formOf(holderId, caseId, lines) }),
    keep: (requisition, who) => {
      requisition.lines = linesOf(lines);
      requisition.editors.add(who);
    },
  });
}

/** Somebody takes a draft over, their own too. */
export function takeOverRequisition(world: World): Turn | undefined {
  return onRequisition(world, 'take over requisition', 'write', ['draft'], {
    call: (client, operationId, { id, version }) =>
      client.requisitions.takeOver({ operationId, id, version }),
    keep: (found, who) => (found.takenOverBy = who),
  });
}

/** Somebody submits a draft. */
export function submitRequisition(world: World): Turn | undefined {
  return onRequisition(world, 'submit requisition', 'write', ['draft'], {
    refusal: (found, who) =>
      firstOf(
        [!world.model.mayWrite(found, who), 'OTHERS_DRAFT'],
        [found.lines.length === 0, 'NO_LINES'],
        [!world.model.hasApprover(found, who), 'NO_APPROVER'],
      ),
    call: (client, operationId, { id, version }) => client.requisitions.submit({ operationId, id, version }),
    keep: (found, who) => Object.assign(found, { state: 'submitted', submittedBy: who }),
  });
}

/** Somebody takes a requisition back to the draft, now and then without the reason that what is not theirs wants. */
export function withdrawRequisition(world: World): Turn | undefined {
  const reason = world.chance.percent(60) ? '先鉴定旧件' : '';
  return onRequisition(world, 'withdraw requisition', 'write', ['submitted', 'rejected'], {
    refusal: (found, who) => {
      const isOthers = found.state === 'submitted' && !world.model.concernedBy(found).has(who);
      return firstOf([isOthers && reason === '', 'REASON_REQUIRED']);
    },
    call: (client, operationId, { id, version }) =>
      client.requisitions.withdraw({ operationId, id, version, reason }),
    keep: (found) => Object.assign(found, { state: 'draft', submittedBy: undefined, isAllowed: false }),
  });
}

/** A leader, mostly, approves or rejects. */
export function decideRequisition(world: World): Turn | undefined {
  const verdict = world.chance.percent(80) ? 'approve' : 'reject';
  return onRequisition(world, `${verdict} requisition`, 'decide', ['submitted'], {
    refusal: (found, who) => firstOf([isOwn(world, found, who), 'OWN_REQUISITION']),
    call: (client, operationId, { id, version }) =>
      client.requisitions[verdict]({ operationId, id, version, reason: '理由' }),
    keep: (found, who) => {
      if (world.model.isDeputy(who)) world.model.decidedByDeputies += 1;
      found.state = verdict === 'approve' ? 'approved' : 'rejected';
    },
  });
}

/** A leader lets a holder over the limit draw all the same. */
export function allowOverLimit(world: World): Turn | undefined {
  return onRequisition(world, 'allow over limit', 'decide', ['submitted', 'approved', 'partlyIssued'], {
    refusal: (found, who) => firstOf([isOwn(world, found, who), 'OWN_REQUISITION']),
    call: (client, operationId, { id, version }) =>
      client.requisitions.allowOverLimit({ operationId, id, version, reason: '急用' }),
    keep: (found) => (found.isAllowed = true),
  });
}

/** Somebody ends the back order. */
export function closeRest(world: World): Turn | undefined {
  return onRequisition(world, 'close rest', 'write', ['approved', 'partlyIssued'], {
    call: (client, operationId, { id, version }) =>
      client.requisitions.closeRest({ operationId, id, version, reason: '够了' }),
    keep: (found) => Object.assign(found, { isRestClosed: true, state: stateByLines(found.lines, true) }),
  });
}

/** Somebody voids a requisition of which nothing was issued. */
export function voidRequisition(world: World): Turn | undefined {
  return onRequisition(world, 'void requisition', 'write', ['draft', 'submitted', 'rejected', 'approved'], {
    refusal: (found, who) => {
      const { model } = world;
      const isLeader = who === 'leader' || who === 'leader2';
      const isDraft = found.state === 'draft';
      return firstOf(
        [isDraft && !isLeader && !model.mayWrite(found, who), 'OTHERS_DRAFT'],
        [!isDraft && !isLeader && !model.concernedBy(found).has(who), 'NOT_PERMITTED'],
      );
    },
    call: (client, operationId, { id, version }) =>
      client.requisitions.void({ operationId, id, version, reason: '不用了' }),
    keep: (found) => (found.state = 'void'),
  });
}

/** A leader approves several at once, each for itself. */
export function approveSeveral(world: World): Turn | undefined {
  const { chance, model } = world;
  const several = [
    ...new Set([1, 2, 3].flatMap(() => target(chance, model.requisitions, ['submitted']) ?? [])),
  ];
  if (several.length === 0) return undefined;
  const who = somebody(world, 'decide');
  const asked = several.map((found) => ({ found, version: seenVersion(chance, found.version) }));
  const refusals = asked.map(({ found, version }) =>
    firstOf(
      [found.state !== 'submitted', 'WRONG_STATE'],
      [version !== found.version, 'CHANGED_MEANWHILE'],
      [!model.may(who, 'decide'), 'NOT_PERMITTED'],
      [isOwn(world, found, who), 'OWN_REQUISITION'],
    ),
  );
  return turn(
    'approve several',
    who,
    undefined,
    (client, operationId) =>
      client.decisions.approveSeveral({
        operationId,
        decisions: asked.map(({ found, version }) => ({
          kind: 'requisition.approve',
          id: found.id,
          version,
        })),
      }),
    ({ results }) => {
      const expected = refusals.map((refusal) => refusal ?? null);
      agree(
        'approve several',
        expected,
        results.map((result) => result.refusal),
      );
      for (const [index, { found }] of asked.entries()) {
        if (refusals[index] === undefined)
          Object.assign(found, { state: 'approved', version: found.version + 1 });
      }
    },
  );
}

interface Deed {
  readonly refusal?: (found: ModelRequisition, who: ShopPerson) => string | undefined;
  readonly call: (
    client: Parameters<Turn['send']>[0],
    operationId: string,
    at: Pick<ModelRequisition, 'id' | 'version' | 'holderId' | 'caseId'>,
  ) => Promise<{ readonly version: number }>;
  readonly keep: (found: ModelRequisition, who: ShopPerson) => unknown;
}

/** An act upon one requisition that wants it in certain states and as it was seen. */
function onRequisition(
  world: World,
  name: string,
  right: 'write' | 'decide',
  states: readonly RequisitionState[],
  deed: Deed,
): Turn | undefined {
  const { chance, model } = world;
  const found = target(chance, model.requisitions, states);
  if (!found) return undefined;
  const who = somebody(world, right);
  const version = seenVersion(chance, found.version);
  const expected =
    firstOf(
      [!model.may(who, right), 'NOT_PERMITTED'],
      [!states.includes(found.state), 'WRONG_STATE'],
      [version !== found.version, 'CHANGED_MEANWHILE'],
    ) ?? deed.refusal?.(found, who);
  const { id, holderId, caseId } = found;
  return turn(
    name,
    who,
    expected,
    (client, operationId) => deed.call(client, operationId, { id, version, holderId, caseId }),
    (saved) => {
      deed.keep(found, who);
      agree(`version after ${name}`, version + 1, saved.version);
      found.version = saved.version;
    },
  );
}

interface Wanted {
  readonly partId: string;
  readonly quantity: number;
  readonly oldPartRequired: boolean;
}

function wantedLines({ chance, parts }: World): readonly Wanted[] {
  const count = chance.percent(5) ? 0 : chance.between(1, 3);
  return Array.from({ length: count }, () => ({
    partId: chance.oneOf(parts),
    quantity: pieces(chance, 4),
    oldPartRequired: chance.percent(30),
  }));
}

function isOwn({ model }: World, found: ModelRequisition, who: ShopPerson): boolean {
  return model.refusalToDecide(who, model.concernedBy(found)) === 'own';
}

function formOf(holderAccountId: string, caseId: string | null, lines: readonly Wanted[]) {
  const each = lines.map((line) => ({ ...line, fault: '', judgementId: null }));
  const purpose = caseId === null ? ('stock' as const) : ('warranty' as const);
  return { purpose, caseId, unitId: null, holderAccountId, notes: '', lines: each };
}

function linesOf(lines: readonly Wanted[]): ModelLine[] {
  return lines.map(({ partId, quantity, oldPartRequired }) => ({
    id: '',
    partId,
    quantity,
    oldPartRequired,
    issuedQuantity: 0,
    clearedQuantity: 0,
  }));
}

import type { Category, RequisitionPurpose, Verdict } from '#shared/domain/states.ts';
import type { CaseState } from '#shared/nouns/case.card.ts';
import type { OldPartState } from '#shared/nouns/old-part.card.ts';
import type { ReportState } from '#shared/nouns/report.card.ts';
import type { RequisitionState } from '#shared/nouns/requisition.card.ts';
import { workingStates } from '#shared/domain/case-moves.ts';

export type CaseStep =
  | 'registered'
  | 'judged'
  | 'requisition'
  | 'onSite'
  | 'report'
  | 'oldParts'
  | 'cleared'
  | 'closed';
export type StepState = 'done' | 'current' | 'open' | 'notNeeded';

/** Everything of a case that tells how far its main job is. */
export interface StepFacts {
  readonly state: CaseState;
  readonly category: Category;
  readonly openedAt: number;
  readonly openedByName: string;
  readonly closedAt: number | null;
  readonly judgements: readonly { readonly state: Verdict; readonly at: number }[];
  readonly requisitions: readonly {
    readonly number: string;
    readonly purpose: RequisitionPurpose;
    readonly state: RequisitionState;
    readonly at: number;
  }[];
  readonly reports: readonly {
    readonly number: string;
    readonly state: ReportState;
    readonly at: number;
    readonly arrivedAt: number | null;
    readonly finishedAt: number | null;
  }[];
  readonly oldParts: readonly { readonly number: string; readonly state: OldPartState }[];
}

/** How far one step is. `detail` is a name, a document number, a verdict, or a count like 1/2; words are the page's. */
export interface StepProgress {
  readonly step: CaseStep;
  readonly state: StepState;
  readonly detail: string;
  readonly at: number | null;
}

/** A step as its own facts tell it: done, begun, not begun, or not needed in this case. */
interface Told {
  readonly step: CaseStep;
  readonly told: 'done' | 'begun' | 'open' | 'notNeeded';
  readonly detail: string;
  readonly at: number | null;
}

/** The steps of the main job in their order, one of them current while the case is open. */
export function stepsOf(facts: StepFacts): readonly StepProgress[] {
  const over = !workingStates.includes(facts.state);
  const put = facts.state === 'closed' || facts.state === 'void';
  const told = toldSteps(facts).map((step) =>
    step.told === 'open' && (put || (over && step.step !== 'closed'))
      ? { ...step, told: 'notNeeded' as const }
      : step,
  );
  const current = facts.state === 'void' ? -1 : currentIndex(told);
  return told.map(({ step, told: how, detail, at }, index) => ({
    step,
    state: index === current ? 'current' : how === 'begun' ? 'open' : how,
    detail,
    at,
  }));
}

function toldSteps(facts: StepFacts): readonly Told[] {
  const requisitions = facts.requisitions.filter(({ state }) => state !== 'void' && state !== 'rejected');
  const reports = facts.reports.filter(({ state }) => state !== 'void');
  return [
    { step: 'registered', told: 'done', detail: facts.openedByName, at: facts.openedAt },
    judged(facts, requisitions),
    drawn(requisitions),
    onSite(facts, reports),
    reported(reports),
    oldPartsBack(facts, requisitions),
    cleared(requisitions),
    {
      step: 'closed',
      told: facts.state === 'closed' ? 'done' : 'open',
      detail: '',
      at: facts.state === 'closed' ? facts.closedAt : null,
    },
  ];
}

/** Where nobody asks for the warranty: a question, an order for parts, praise. */
const unjudgedCategories: readonly Category[] = ['enquiry', 'partsOrder', 'praise'];

/** A case without a unit waits for one; only where nothing turns on the warranty is there nothing to judge. */
function judged({ judgements, category }: StepFacts, requisitions: StepFacts['requisitions']): Told {
  const last = judgements.at(-1);
  if (last) return { step: 'judged', told: 'done', detail: last.state, at: last.at };
  const asked =
    !unjudgedCategories.includes(category) || requisitions.some(({ purpose }) => purpose === 'warranty');
  return { step: 'judged', told: asked ? 'open' : 'notNeeded', detail: '', at: null };
}

function drawn(requisitions: StepFacts['requisitions']): Told {
  const waiting = requisitions.find(({ state }) => state !== 'issued' && state !== 'cleared');
  const last = waiting ?? requisitions.at(-1);
  if (!last) return { step: 'requisition', told: 'open', detail: '', at: null };
  return { step: 'requisition', told: waiting ? 'begun' : 'done', detail: last.number, at: last.at };
}

function onSite({ state }: StepFacts, reports: StepFacts['reports']): Told {
  const arrivals = reports.flatMap(({ arrivedAt, finishedAt }) => arrivedAt ?? finishedAt ?? []);
  if (arrivals.length > 0) return { step: 'onSite', told: 'done', detail: '', at: Math.min(...arrivals) };
  return { step: 'onSite', told: state === 'inService' ? 'begun' : 'open', detail: '', at: null };
}

function reported(reports: StepFacts['reports']): Told {
  const unapproved = reports.find(({ state }) => state !== 'approved' && state !== 'filed');
  const last = unapproved ?? reports.at(-1);
  if (!last) return { step: 'report', told: 'open', detail: '', at: null };
  return { step: 'report', told: unapproved ? 'begun' : 'done', detail: last.number, at: last.at };
}

function oldPartsBack({ oldParts }: StepFacts, requisitions: StepFacts['requisitions']): Told {
  const back = oldParts.filter(({ state }) => state !== 'due').length;
  const told = { step: 'oldParts', at: null } as const;
  if (oldParts.length > 0)
    return {
      ...told,
      told: back === oldParts.length ? 'done' : 'begun',
      detail: `${back}/${oldParts.length}`,
    };
  // Old parts are tagged at the issue; once everything is issued without one, none will come.
  const issued =
    requisitions.length > 0 && requisitions.every(({ state }) => state === 'issued' || state === 'cleared');
  return { ...told, told: issued ? 'notNeeded' : 'open', detail: '' };
}

function cleared(requisitions: StepFacts['requisitions']): Told {
  const done = requisitions.filter(({ state }) => state === 'cleared').length;
  const told = { step: 'cleared', at: null } as const;
  if (requisitions.length === 0) return { ...told, told: 'open', detail: '' };
  const begun = requisitions.some(
    ({ state }) => state === 'issued' || state === 'partlyIssued' || state === 'cleared',
  );
  return {
    ...told,
    told: done === requisitions.length ? 'done' : begun ? 'begun' : 'open',
    detail: begun ? `${done}/${requisitions.length}` : '',
  };
}

/** What was begun and is not done comes first; else the first step not begun after everything that is done. */
function currentIndex(steps: readonly Told[]): number {
  const begun = steps.findIndex(({ told }) => told === 'begun');
  if (begun >= 0) return begun;
  const lastDone = steps.findLastIndex(({ told }) => told === 'done');
  return steps.findIndex(({ told }, index) => told === 'open' && index > lastDone);
}

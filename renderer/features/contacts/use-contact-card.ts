import { useState } from 'react';
import { App } from 'antd';
import { dayOf } from '#shared/domain/days.ts';
import { useDraft } from '../../app/drafts/use-draft.ts';
import { useOpen } from '../../app/navigate.ts';
import { useMay } from '../../app/session/session.ts';
import { useText } from '../../app/text.ts';
import { useNow } from '../../app/use-now.ts';
import { attachAll } from '../../components/attachments/use-attach.ts';
import { focusField } from '../../components/form/field-order.ts';
import { useFormPlace } from '../../components/form/form-place.ts';
import { useService } from '../../service/service-context.tsx';
import { useAct } from '../../service/use-act.ts';
import { useAsk } from '../../service/use-ask.ts';
import { emptyDraft, inputOf, partiesOf } from './contact-draft.ts';
import type { CallerCard, ContactDraft, KnownParties, Outcome } from './contact-draft.ts';
import { neededFor } from './needed.ts';
import type { Needed } from './needed.ts';
import { useDebounced } from './use-debounced.ts';

/** What is being decided about the card; the key that began it finishes it. */
export type Deciding = 'answer' | 'join' | 'clarify' | 'open';

/** Pause after a key before the books are asked who calls, in milliseconds. */
const restMs = 60;
const cardShows = ['customer', 'unit', 'case', 'contact', 'judgement'];

/** A call or letter as it is being written: the draft, what the books know of the caller, and what becomes of it. */
export function useContactCard(name: 'call' | 'letter') {
  const t = useText();
  const service = useService();
  const open = useOpen();
  const { message } = App.useApp();
  const may = useMay();
  const now = useNow();
  const draft = useDraft<ContactDraft>(
    name,
    name === 'call' ? emptyDraft('call', null) : emptyDraft('letter', dayOf(now)),
  );
  const place = useFormPlace();
  const [deciding, setDeciding] = useState<Deciding | null>(null);
  const [missing, setMissing] = useState<readonly Needed[]>([]);
  const [files, setFiles] = useState<readonly File[]>([]);
  const record = useAct(service.contacts.record, { keeper: draft.keeper });
  const question = useDebounced(questionOf(draft.value), restMs);
  const caller = useAsk(service.contacts.caller, question, {
    shows: cardShows,
    enabled:
      question.telephone !== undefined || question.customerId !== undefined || question.unitId !== undefined,
    keepLast: true,
  });
  const isAsked = Object.values(questionOf(draft.value)).some((value) => value !== undefined);
  const card = isAsked ? caller.data : undefined;
  const parties = partiesOf(draft.value, card);
  const duplicates = useAsk(
    service.contacts.likelyDuplicates,
    { telephone: '', customerId: parties.customerId, unitId: parties.unitId },
    { shows: ['case'], enabled: parties.customerId !== null || parties.unitId !== null },
  );

  const set = (change: Partial<ContactDraft>) => {
    setMissing([]);
    record.forget();
    draft.set({ ...(draft.value.startedAt === null ? { startedAt: Date.now() } : {}), ...change });
  };

  const decide = (next: typeof deciding) => {
    if (next === null || place.isWhole()) setDeciding(next);
  };

  /** Says at each field what is missing, and puts the cursor into the first one. */
  const askFor = (needed: readonly Needed[], outcome: Outcome, { callerName }: KnownParties) => {
    // A private caller is a customer under their own name.
    const isOwnCustomer = may('customers.edit') && callerName !== '' && needed.includes('customerId');
    if (isOwnCustomer) set({ newCustomerName: callerName });
    if (isOwnCustomer && outcome.kind === 'openCase') setDeciding('open');
    const asked = isOwnCustomer ? needed.filter((name) => name !== 'customerId') : needed;
    setMissing(asked);
    const [first] = asked;
    if (first !== undefined && place.element.current) focusField(place.element.current, first);
  };

  const save = async (outcome: Outcome, then?: () => void) => {
    if (!place.isWhole()) return;
    const fresh = await freshCard(service.contacts.caller.call, draft.value, card);
    const known = partiesOf(draft.value, fresh);
    const needed = neededFor(outcome.kind, {
      isCustomerKnown:
        known.customerId !== null || known.unitId !== null || draft.value.newCustomerName !== null,
      newUnit: draft.value.newUnit,
      summary: draft.value.summary,
    });
    if (needed.length > 0) return askFor(needed, outcome, known);
    const output = await record.run(inputOf(draft.value, known, outcome, Date.now()));
    if (!output) return;
    const { id, number, caseId, caseNumber } = output;
    draft.discard();
    setDeciding(null);
    const notAdded = await attachAll(service, { subjectKind: 'contact', subjectId: id }, files);
    setFiles([]);
    if (notAdded.length > 0)
      void message.warning(t('contacts.scansFailed', { names: notAdded.map((one) => one.fileName) }), 10);
    void message.success(
      outcome.kind === 'openCase'
        ? t('contacts.recordedCase', { number, caseNumber })
        : outcome.kind === 'joinCase'
          ? t('contacts.recordedJoined', { number, caseNumber })
          : t('contacts.recorded', { number }),
    );
    if (then) then();
    else open(caseId === null ? `/contacts/${id}` : `/cases/${caseId}`, { replace: true });
  };

  return {
    name,
    place,
    draft,
    set,
    card,
    parties,
    // No case can be about a unit that is only being made.
    duplicates: (duplicates.data ?? []).filter(
      ({ unitId }) => draft.value.newUnit === null || unitId === null,
    ),
    deciding,
    setDeciding,
    decide,
    missing,
    trouble: record.trouble,
    pending: record.pending,
    files,
    setFiles,
    save,
  };
}

export type ContactCard = ReturnType<typeof useContactCard>;

interface CallerQuestion {
  readonly telephone?: string | undefined;
  readonly customerId?: string | undefined;
  readonly unitId?: string | undefined;
}

function questionOf({ telephone, customer, newCustomerName, unit }: ContactDraft): CallerQuestion {
  const isPicked = unit !== null && unit !== 'none';
  return {
    telephone: digits(telephone).length < 3 || newCustomerName !== null ? undefined : telephone,
    customerId: customer?.id,
    unitId: isPicked ? unit.id : undefined,
  };
}

/** Quicker than the pause: the books are asked once more for what stands on the card now. */
async function freshCard(
  ask: (input: CallerQuestion) => Promise<CallerCard>,
  draft: ContactDraft,
  shown: CallerCard | undefined,
): Promise<CallerCard | undefined> {
  const question = questionOf(draft);
  if (Object.values(question).every((value) => value === undefined)) return undefined;
  try {
    return await ask(question);
  } catch {
    // The act that follows says what is wrong with the connection.
    return shown;
  }
}

function digits(telephone: string): string {
  return telephone.replace(/\D/g, '');
}

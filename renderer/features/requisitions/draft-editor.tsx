import { useEffect, useRef, useState } from 'react';
import { App } from 'antd';
import { useDraft } from '../../app/drafts/use-draft.ts';
import { useOpen } from '../../app/navigate.ts';
import { pathOfRecord } from '../../app/record-paths.ts';
import { usePerson } from '../../app/session/session.ts';
import { useText } from '../../app/text.ts';
import { ActBar } from '../../components/acts/act-bar.tsx';
import { ActForm } from '../../components/acts/act-form.tsx';
import { Acts } from '../../components/acts-slot.tsx';
import { Asked } from '../../components/asked.tsx';
import { Card } from '../../components/card.tsx';
import { useForm } from '../../components/form/use-form.ts';
import { KeyButton } from '../../components/key-button.tsx';
import { useService } from '../../service/service-context.tsx';
import { useAsk } from '../../service/use-ask.ts';
import { SentBackBanner } from './act-banners.tsx';
import { DraftForm } from './draft-form.tsx';
import { blankLine, draftRows, inputOf, valuesOf, type DraftValues } from './draft-values.ts';
import type { Requisition } from './requisition-types.ts';
import { StateTag } from './state-tag.tsx';
import { useHolderAccounts } from './use-holders.ts';
import { useJudgementName } from './use-judgements.ts';
import { useRequisitionActs } from './use-requisition-acts.ts';
import { refusedWhenKept, useSubmit } from './use-submit.ts';

const blankRows = { lines: blankLine };

/** A new requisition; from a case everything that the case knows is there already. */
export function NewRequisition({ caseId }: { readonly caseId: string | null }) {
  const service = useService();
  const accounts = useHolderAccounts();
  const { personId } = usePerson();
  const asked = useAsk(
    service.cases.get,
    { id: caseId ?? '' },
    { shows: ['case'], enabled: caseId !== null },
  );
  if (!accounts) return null;
  const begun: DraftValues = {
    purpose: 'warranty',
    caseId: null,
    caseName: '',
    unitId: null,
    holderAccountId: accounts.find((account) => account.personId === personId)?.id ?? '',
    notes: '',
    lines: [],
  };
  if (caseId === null) return <NewForm name="requisition/new" begun={begun} />;
  return (
    <Asked of={asked}>
      {(found) => (
        <NewForm
          key={caseId}
          name={`requisition/new/${caseId}`}
          begun={{ ...begun, caseId, caseName: found.number }}
        />
      )}
    </Asked>
  );
}

function NewForm({ name, begun }: { readonly name: string; readonly begun: DraftValues }) {
  const t = useText();
  const service = useService();
  const open = useOpen();
  const { message } = App.useApp();
  const draft = useDraft(name, begun, undefined, blankRows);
  const wantsSubmit = useRef(false);
  const submit = useSubmit((sentence, id) => refusedWhenKept.set(id, sentence));
  const rows = { lines: draftRows(useJudgementName(draft.value.caseId)) };
  const form = useForm(draft, service.requisitions.draft, {
    rows,
    input: inputOf,
    done: (saved) => {
      if (!wantsSubmit.current) void message.success(t('requisitions.kept', { number: saved.number }));
      const show = () => open(pathOfRecord('requisition', saved.id), { replace: true });
      if (wantsSubmit.current) void submit.run(saved).then(show);
      else show();
    },
  });
  const save = (andSubmit: boolean) => () => {
    wantsSubmit.current = andSubmit;
    form.save();
  };
  return (
    <Card
      fill
      title={t('requisitions.new')}
      end={
        <KeyButton label="common.cancel" onPress={() => leave(draft.discard, () => open('/requisitions'))} />
      }
    >
      <DraftForm
        form={form}
        pending={form.pending || submit.pending}
        onSave={save(false)}
        onSubmit={save(true)}
      />
    </Card>
  );
}

/** A draft that was kept, to go on writing, submit or void. */
export function EditDraft({ requisition }: { readonly requisition: Requisition }) {
  const t = useText();
  const service = useService();
  const { message } = App.useApp();
  const { id, version, number, state } = requisition;
  const draft = useDraft(`requisition/${id}`, valuesOf(requisition), version, blankRows);
  const wantsSubmit = useRef(false);
  const acts = useRequisitionActs(requisition);
  const [refused, setRefused] = useState<string | null>(refusedWhenKept.get(id) ?? null);
  useEffect(() => () => void refusedWhenKept.delete(id), [id]);
  const submit = useSubmit(setRefused);
  const rows = { lines: draftRows(useJudgementName(draft.value.caseId)) };
  const form = useForm(draft, service.requisitions.edit, {
    rows,
    input: (values, begunOn) => ({ id, version: begunOn, ...inputOf(values) }),
    done: (saved) => {
      if (wantsSubmit.current) void submit.run(saved);
      else void message.success(t('requisitions.kept', { number }));
    },
  });
  const onSubmit = () => {
    setRefused(null);
    wantsSubmit.current = true;
    // What was not changed is submitted as it is.
    if (draft.isChanged) form.save();
    else void submit.run({ id, version });
  };
  const onSave = () => {
    wantsSubmit.current = false;
    form.save();
  };
  return (
    <>
      <Acts>
        <ActBar acts={acts} only={['void']} />
      </Acts>
      <Card fill title={number} tags={<StateTag state={state} />}>
        <ActForm acts={acts} />
        <SentBackBanner requisition={requisition} />
        <DraftForm
          form={form}
          pending={form.pending || submit.pending}
          refused={refused}
          onSave={onSave}
          onSubmit={onSubmit}
        />
      </Card>
    </>
  );
}

function leave(discard: () => void, go: () => void): void {
  discard();
  go();
}

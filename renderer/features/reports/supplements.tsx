import { useState } from 'react';
import { App } from 'antd';
import type { SupplementState } from '#shared/domain/states.ts';
import { useDraft } from '../../app/drafts/use-draft.ts';
import { useMay } from '../../app/session/session.ts';
import { useText } from '../../app/text.ts';
import { ReasonAct } from '../../components/acts/reason-act.tsx';
import { CardPart } from '../../components/card.tsx';
import { Fields } from '../../components/form/field.tsx';
import { Form, FormField } from '../../components/form/form.tsx';
import { useForm } from '../../components/form/use-form.ts';
import { ProseInput } from '../../components/inputs/prose-input.tsx';
import { KeyButton } from '../../components/key-button.tsx';
import { Tag, type Tone } from '../../components/tag.tsx';
import { TroubleBanner } from '../../components/trouble-banner.tsx';
import { useService } from '../../service/service-context.tsx';
import { useAct } from '../../service/use-act.ts';
import type { Report, Supplement } from './report-types.ts';

const tones: Readonly<Record<SupplementState, Tone>> = {
  submitted: 'soon',
  approved: 'good',
  rejected: 'late',
};

/** The numbered additions to a signed report, and the place to write one. */
export function Supplements({
  report,
  isAdding,
  onAdded,
}: {
  readonly report: Report;
  readonly isAdding: boolean;
  readonly onAdded: () => void;
}) {
  const t = useText();
  return (
    <CardPart title={t('reports.supplements')}>
      {isAdding && <NewSupplement reportId={report.id} onDone={onAdded} />}
      {report.supplements.length === 0 && !isAdding && (
        <p className="inside mut sm">{t('reports.noSupplements')}</p>
      )}
      {report.supplements.map((supplement) => (
        <OneSupplement key={supplement.id} supplement={supplement} />
      ))}
    </CardPart>
  );
}

function NewSupplement({ reportId, onDone }: { readonly reportId: string; readonly onDone: () => void }) {
  const t = useText();
  const service = useService();
  const { message } = App.useApp();
  const draft = useDraft(`report/${reportId}/supplement`, { text: '' });
  const form = useForm(draft, service.reports.addSupplement, {
    input: ({ text }) => ({ reportId, text }),
    done: ({ ordinal }) => {
      void message.success(t('reports.supplementWritten', { ordinal }));
      onDone();
    },
  });
  return (
    <div className="act-panel" data-testid="new-supplement">
      <Form form={form}>
        <span className="mut sm">{t('reports.supplementNote')}</span>
        <Fields>
          <FormField form={form} name="text" label="reports.supplementText" needed>
            {(bound) => <ProseInput {...bound} autoFocus rows={3} maxLength={4000} />}
          </FormField>
          <span />
          <div className="row tight">
            <KeyButton
              primary
              submit
              label="reports.addSupplement"
              shownKeys="Ctrl+S"
              pending={form.pending}
              disabled={draft.value.text.trim() === ''}
              onPress={form.save}
            />
            <KeyButton
              label="common.cancel"
              keys="Escape"
              onPress={() => {
                draft.discard();
                onDone();
              }}
            />
          </div>
        </Fields>
      </Form>
    </div>
  );
}

function OneSupplement({ supplement }: { readonly supplement: Supplement }) {
  const t = useText();
  const { ordinal, state, text, writtenByName, writtenAt, decidedByName, decidedAt, decisionReason } =
    supplement;
  return (
    <div className="supplement" data-testid="supplement">
      <div className="row tight">
        <b>{t('reports.supplementNumber', { ordinal })}</b>
        <Tag tone={tones[state]}>{t(`states.supplementState_${state}`)}</Tag>
        <span className="mut sm">
          {writtenByName} {t.moment(writtenAt)}
        </span>
        <span className="grow" />
        {decidedAt !== null && (
          <span className="mut sm">
            {t('reports.supplementDecided', { by: decidedByName, at: t.moment(decidedAt) })}
          </span>
        )}
      </div>
      <p>{text}</p>
      {decisionReason !== '' && <span className="late sm">{decisionReason}</span>}
      {state === 'submitted' && <Decision supplement={supplement} />}
    </div>
  );
}

function Decision({ supplement: { id, version, ordinal, mayDecide } }: { readonly supplement: Supplement }) {
  const t = useText();
  const may = useMay();
  const service = useService();
  const { message } = App.useApp();
  const [isRejecting, setIsRejecting] = useState(false);
  const named = { number: t('reports.supplementNumber', { ordinal }) };
  const act = useAct(service.reports.decideSupplement, {
    // A signature before the last changes nothing of the supplement itself.
    done: (saved) =>
      void message.success(
        saved.version === version ? t('decisions.signedWaits', named) : t('reports.approveSupplementDone'),
      ),
  });
  if (!may('reports.approve')) return null;
  if (!mayDecide) return <span className="soon sm">{t('refusals.OWN_REPORT')}</span>;
  if (isRejecting) {
    return (
      <ReasonAct
        danger
        word="reports.rejectSupplement"
        procedure={service.reports.decideSupplement}
        input={{ id, version, approved: false }}
        named={named}
        onDone={() => setIsRejecting(false)}
        onCancel={() => setIsRejecting(false)}
      />
    );
  }
  return (
    <>
      <TroubleBanner trouble={act.trouble} />
      <div className="row tight">
        <KeyButton
          label="reports.rejectSupplement"
          disabled={act.pending}
          onPress={() => setIsRejecting(true)}
        />
        <KeyButton
          primary
          label="reports.approveSupplement"
          keys="F8"
          pending={act.pending}
          onPress={() => void act.run({ id, version, approved: true, reason: '' })}
        />
      </div>
    </>
  );
}

import { App } from 'antd';
import { useDraft } from '../../app/drafts/use-draft.ts';
import { useShortcut } from '../../app/keyboard/use-shortcut.ts';
import { useMay } from '../../app/session/session.ts';
import { useText } from '../../app/text.ts';
import { ActBar } from '../../components/acts/act-bar.tsx';
import { ActForm } from '../../components/acts/act-form.tsx';
import { Acts } from '../../components/acts-slot.tsx';
import { Card } from '../../components/card.tsx';
import { Form } from '../../components/form/form.tsx';
import { useForm } from '../../components/form/use-form.ts';
import { KeyButton } from '../../components/key-button.tsx';
import { doubtOf } from '../../components/reading-doubt.tsx';
import { TroubleBanner } from '../../components/trouble-banner.tsx';
import { useService } from '../../service/service-context.tsx';
import { useAct } from '../../service/use-act.ts';
import { MissingStrip } from './missing-strip.tsx';
import { ReplacedParts } from './replaced-parts.tsx';
import { ReportFacts } from './report-facts.tsx';
import { FeeFields, TextFields, WorkFields } from './report-fields.tsx';
import type { Report } from './report-types.ts';
import { blankLine, inputOf, valuesOf, reportRows } from './report-values.ts';
import { StateTag } from './state-tag.tsx';
import { useFinish } from './use-finish.ts';
import { useTooEarly } from './use-too-early.ts';
import { useReportActs } from './use-report-acts.ts';

/** Writes a report: what the case knows stands there already, what still lacks is said all the while. */
export function ReportEditor({ report }: { readonly report: Report }) {
  const t = useText();
  const service = useService();
  const { message } = App.useApp();
  const { id, version, number } = report;
  const acts = useReportActs(report);
  const draft = useDraft(`report/${id}`, valuesOf(report), version, { lines: blankLine });
  const finish = useFinish(report);
  const early = useTooEarly(draft.value);
  const form = useForm(draft, service.reports.edit, {
    rows: { lines: reportRows },
    input: (values, begunOn) => ({ id, version: begunOn, ...inputOf(values, report) }),
    done: (saved) => {
      if (finish.isWanted()) void finish.run(saved);
      else void message.success(t('reports.kept', { number }));
    },
  });
  const save = () => {
    finish.want(false);
    form.save();
  };
  const finishNow = () => {
    if (!form.place.isWhole()) return;
    finish.want(false);
    if (!early.tryTo('finish')) return;
    finish.want(true);
    // What was not changed is finished as it is.
    if (draft.isChanged) form.save();
    else void finish.run({ version });
  };
  const pending = form.pending || finish.pending;
  useEarlyPrint(report, () => {
    finish.want(false);
    early.tryTo('print');
  });

  return (
    <>
      <Acts>
        <ActBar acts={acts} only={['void']} />
        <KeyButton label="reports.keep" shownKeys="Ctrl+S" pending={form.pending} onPress={save} />
        <KeyButton primary label="reports.finish" keys="F9" pending={pending} onPress={finishNow} />
      </Acts>
      <Card
        fill
        title={number}
        tags={<StateTag state={report.state} />}
        end={draft.isChanged && <span className="mut sm">{t('common.draftKept')}</span>}
      >
        <ActForm acts={acts} />
        <MissingStrip early={early} />
        <div className="scroll grow inside" data-testid="report-editor">
          <Form form={{ ...form, save }}>
            <FinishTrouble finish={finish} />
            <ReportFacts report={report} />
            <WorkFields form={form} />
            <TextFields form={form} />
            <ReplacedParts form={form} report={report} />
            <FeeFields form={form} />
            <div className="row tight">
              <KeyButton
                primary
                submit
                label="reports.finish"
                shownKeys="F9"
                pending={pending}
                onPress={finishNow}
              />
              <KeyButton label="reports.keep" shownKeys="Ctrl+S" pending={form.pending} onPress={save} />
            </div>
          </Form>
        </div>
      </Card>
    </>
  );
}

/** Why it could not be finished; a counter that was replaced may show less, and a jump may be right. */
function FinishTrouble({ finish }: { readonly finish: ReturnType<typeof useFinish> }) {
  const t = useText();
  const { trouble } = finish;
  const doubt = doubtOf(trouble);
  return (
    <>
      <TroubleBanner trouble={trouble} />
      {doubt === 'below' && (
        <button type="button" className="link" onClick={finish.withReplacedCounter}>
          {t('reports.counterReplaced')}
        </button>
      )}
      {doubt === 'jumps' && (
        <button type="button" className="link" onClick={finish.withConfirmedReading}>
          {t('reports.readingConfirmed')}
        </button>
      )}
    </>
  );
}

/** Ctrl+P before the finish: the host refuses it and keeps on record that it was tried; the page says what comes first. */
function useEarlyPrint({ id }: Report, onTried: () => void): void {
  const may = useMay();
  const t = useText();
  const service = useService();
  const print = useAct(service.papers.print);
  const tryToPrint = () => {
    onTried();
    void print.run({ kind: 'service-report', documentId: id, language: t.language });
  };
  useShortcut('Ctrl+P', tryToPrint, 'common.print', { enabled: may('papers.print') });
}

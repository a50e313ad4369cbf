import { useEffect, useRef } from 'react';
import type { ReportRow } from '#shared/contract/reports.contract.ts';
import { useOpen } from '../../app/navigate.ts';
import { pathOfRecord } from '../../app/record-paths.ts';
import { useText } from '../../app/text.ts';
import { Asked } from '../../components/asked.tsx';
import { Card } from '../../components/card.tsx';
import { Field, Fields } from '../../components/form/field.tsx';
import { PlainForm } from '../../components/form/plain-form.tsx';
import { SearchPick } from '../../components/inputs/search-pick.tsx';
import { KeyButton } from '../../components/key-button.tsx';
import { OpenRow } from '../../components/open-row.tsx';
import { TroubleBanner } from '../../components/trouble-banner.tsx';
import { useService } from '../../service/service-context.tsx';
import { useAct } from '../../service/use-act.ts';
import { useAsk } from '../../service/use-ask.ts';
import { StateTag } from './state-tag.tsx';

/** A new report is always of a case: the one it is asked from, or one that is found first. */
export function BeginReport({ caseId }: { readonly caseId: string | null }) {
  return caseId === null ? <CaseChoice /> : <OfCase key={caseId} caseId={caseId} />;
}

function CaseChoice() {
  const t = useText();
  const open = useOpen();
  const service = useService();
  return (
    <Card fill title={t('reports.new')}>
      <div className="inside">
        <PlainForm trouble={null} onSave={() => undefined}>
          <p>{t('reports.chooseCase')}</p>
          <Fields>
            <Field label="reports.caseNumber" name="caseId">
              <SearchPick
                autoFocus
                label=""
                width={560}
                placeholder={t('reports.findCase')}
                search={(text, signal) =>
                  service.search.all.call({ text, kinds: ['case'], limit: 12 }, { signal })
                }
                option={({ id, title, subtitle }) => ({ key: id, title, detail: subtitle })}
                onPick={(hit) => hit && open(`/reports/new?case=${hit.id}`, { replace: true })}
              />
            </Field>
          </Fields>
        </PlainForm>
      </div>
    </Card>
  );
}

/** Goes on with the draft that the case has; begins one where there is none yet; asks where others were written. */
function OfCase({ caseId }: { readonly caseId: string }) {
  const service = useService();
  const sort = { by: 'createdAt', descending: true } as const;
  const asked = useAsk(
    service.reports.list,
    { filter: { caseId, states: ['draft', 'finished', 'signed', 'approved', 'filed'] }, sort, limit: 50 },
    { shows: ['report'] },
  );
  return (
    <Asked of={asked}>
      {({ rows }) => {
        const draft = rows.find((row) => row.state === 'draft');
        if (draft) return <GoOn reportId={draft.id} />;
        return rows.length === 0 ? <Begin caseId={caseId} /> : <Others caseId={caseId} reports={rows} />;
      }}
    </Asked>
  );
}

function GoOn({ reportId }: { readonly reportId: string }) {
  const open = useOpen();
  useEffect(() => open(pathOfRecord('report', reportId), { replace: true }), [open, reportId]);
  return null;
}

/** Begins the report, once, and opens it. */
function Begin({ caseId }: { readonly caseId: string }) {
  const t = useText();
  const act = useDrafting();
  const hasBegun = useRef(false);
  useEffect(() => {
    if (hasBegun.current) return;
    hasBegun.current = true;
    void act.run({ caseId });
  });
  return (
    <Card fill title={t('reports.new')}>
      <div className="inside">
        {act.trouble ? (
          <TroubleBanner trouble={act.trouble} onRetry={() => void act.run({ caseId })} />
        ) : (
          <span className="mut">{t('reports.beginning')}</span>
        )}
      </div>
    </Card>
  );
}

function Others({ caseId, reports }: { readonly caseId: string; readonly reports: readonly ReportRow[] }) {
  const t = useText();
  const act = useDrafting();
  return (
    <Card
      fill
      title={t('reports.caseHasReports', { number: reports[0]?.caseNumber ?? '' })}
      end={
        <KeyButton
          primary
          label="reports.writeAnother"
          keys="F9"
          pending={act.pending}
          onPress={() => void act.run({ caseId })}
        />
      }
    >
      <TroubleBanner trouble={act.trouble} />
      <table className="lines">
        <tbody>
          {reports.map((report) => (
            <OpenRow key={report.id} path={pathOfRecord('report', report.id)}>
              <td className="acc">{report.number}</td>
              <td>
                <StateTag state={report.state} />
              </td>
              <td className="rest mut">{report.technicians}</td>
              <td className="num mut">{t.moment(report.finishedAt ?? report.createdAt)}</td>
            </OpenRow>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function useDrafting() {
  const open = useOpen();
  const service = useService();
  return useAct(service.reports.draft, {
    done: (saved) => open(pathOfRecord('report', saved.id), { replace: true }),
  });
}

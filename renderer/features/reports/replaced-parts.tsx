import { useEffect, useMemo, useRef } from 'react';
import { App, Checkbox } from 'antd';
import { useScanner } from '../../app/keyboard/scanner.ts';
import { useText, type Text } from '../../app/text.ts';
import { Field } from '../../components/form/field.tsx';
import type { Form } from '../../components/form/use-form.ts';
import { TextInput } from '../../components/inputs/text-input.tsx';
import { KeyButton } from '../../components/key-button.tsx';
import { PartLines, type LineColumn } from '../../components/parts/part-lines.tsx';
import { PartPick } from '../../components/parts/part-pick.tsx';
import { useService } from '../../service/service-context.tsx';
import { useAsk } from '../../service/use-ask.ts';
import { OldPartNumbers } from './old-part-numbers.tsx';
import type { Report } from './report-types.ts';
import {
  offerOfScan,
  offeredLines,
  withOffered,
  withOwnPart,
  type LineValues,
  type OfferedLine,
  type ReportValues,
} from './report-values.ts';

const labels = { part: 'reports.part', quantity: 'reports.quantity' } as const;

/** The parts that were replaced: offered from what was issued on the case and what those who did the work carry along, taken by a key, a press or a scan. */
export function ReplacedParts({
  form,
  report,
}: {
  readonly form: Form<ReportValues>;
  readonly report: Report;
}) {
  const t = useText();
  const { lines, noPartsReplaced, technicianIds } = form.draft.value;
  const offered = useOffered(report, lines, technicianIds);
  const columns = useMemo(() => lineColumns(t), [t]);
  const set = (next: readonly LineValues[]) =>
    form.draft.set({ lines: next, ...(next.length > 0 ? { noPartsReplaced: false } : {}) });
  const take = (one: OfferedLine) => set(withOffered(lines, one));
  const takeAll = () => set(offered.reduce((taken, one) => withOffered(taken, one), lines));
  useScannedParts(offered, (one) => set(withOffered(lines, one, Math.min(1000, one.offeredQuantity))));

  return (
    <div className="fields">
      <Field label="reports.parts" name="parts">
        <div className="parts-of-report">
          <PartLines
            testId="report-lines"
            labels={labels}
            lines={lines}
            columns={columns}
            trouble={form.trouble}
            onChange={set}
          />
          {offered.length > 0 && <Offered offered={offered} onTake={take} onTakeAll={takeAll} />}
          <div className="row tight">
            {(lines.length === 0 || noPartsReplaced) && (
              <Checkbox
                checked={noPartsReplaced}
                onChange={(event) => form.draft.set({ noPartsReplaced: event.target.checked })}
              >
                {t('reports.noPartsReplaced')}
              </Checkbox>
            )}
            {!noPartsReplaced && (
              <PartPick
                label=""
                width={360}
                placeholder={t('reports.addOther')}
                onPick={(part) => part && set(withOwnPart(lines, part))}
              />
            )}
          </div>
        </div>
      </Field>
    </div>
  );
}

function useOffered(
  report: Report,
  lines: readonly LineValues[],
  technicianIds: readonly string[],
): readonly OfferedLine[] {
  const service = useService();
  const asked = useAsk(
    service.reports.replaceable,
    { caseId: report.caseId, technicianIds: [...technicianIds] },
    { shows: ['requisition', 'report', 'oldPart'] },
  );
  return asked.data ? offeredLines(asked.data, report.lines, lines) : [];
}

/** A scanned tag or part of what was issued is listed, a piece at a time. */
function useScannedParts(offered: readonly OfferedLine[], take: (one: OfferedLine) => void): void {
  const t = useText();
  const { message } = App.useApp();
  // The work begins after the scan, with the lines as they are then.
  const latest = useRef((_: string) => {});
  useEffect(() => {
    latest.current = (code) => {
      const one = offerOfScan(offered, code);
      if (one) take(one);
      else void message.warning(t('reports.scanNotIssued', { code: code.slice(0, 60) }));
    };
  });
  useScanner((code) => {
    // The code of a report is checked, wherever it is scanned.
    if (/^SHD[|｜]FB/i.test(code.trim())) return undefined;
    return () => latest.current(code);
  });
}

function lineColumns(t: Text): readonly LineColumn<LineValues>[] {
  return [
    {
      label: 'reports.reason',
      field: 'reason',
      draw: (line, change) => (
        <TextInput
          width={200}
          maxLength={200}
          value={line.reason}
          onChange={(reason) => change({ reason })}
        />
      ),
    },
    {
      label: 'reports.oldPart',
      className: 'mut sm old-part-cell',
      draw: (line) =>
        line.issueLineId === null ? t('reports.ownPart') : <OldPartNumbers numbers={line.oldPartNumber} />,
    },
  ];
}

/** What was issued on the case and stands in no report yet. */
function Offered({
  offered,
  onTake,
  onTakeAll,
}: {
  readonly offered: readonly OfferedLine[];
  readonly onTake: (one: OfferedLine) => void;
  readonly onTakeAll: () => void;
}) {
  const t = useText();
  return (
    <div className="offered" data-testid="offered">
      <div className="row tight">
        <b className="acc">{t('reports.offered')}</b>
        <span className="grow" />
        <KeyButton label="reports.takeAll" keys="F7" onPress={onTakeAll} />
      </div>
      {offered.map((one) => (
        <div key={one.issueLineId} className="row tight">
          <button type="button" className="link" onClick={() => onTake(one)}>
            {t('reports.take')}
          </button>
          <span className="cut">
            {one.partName} <span className="mut">{one.partNumber}</span>
          </span>
          <span>
            {t('reports.offeredLine', { openQuantity: one.offeredQuantity, unit: one.unitOfMeasure })}
          </span>
          <span className="mut sm cut">
            {[one.fault, one.holderName, one.issuedAt > 0 ? t.moment(one.issuedAt) : '']
              .filter((text) => text !== '')
              .join(' · ')}
          </span>
        </div>
      ))}
    </div>
  );
}

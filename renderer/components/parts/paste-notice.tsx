import { useText } from '../../app/text.ts';
import type { MessageKey, Text } from '../../app/text.ts';
import type { PasteReport } from './paste-report.ts';

/** Says under the lines what a paste did not take, until somebody has read it. */
export function PasteNotice({
  report,
  unknownNumbers,
  onClose,
}: {
  readonly report: PasteReport | undefined;
  /** What became of the numbers that the catalogue does not have. */
  readonly unknownNumbers: MessageKey;
  readonly onClose: () => void;
}) {
  const t = useText();
  if (!report) return null;
  return (
    <div className="banner soon" role="alert" data-testid="paste-notice">
      <div className="grow wrap">
        {sentencesOf(report, unknownNumbers, t).map((sentence) => (
          <div key={sentence}>{sentence}</div>
        ))}
      </div>
      <button type="button" className="link" onClick={onClose}>
        {t('common.close')}
      </button>
    </div>
  );
}

function sentencesOf(report: PasteReport, unknownNumbers: MessageKey, t: Text): readonly string[] {
  const { tooMany, doubts } = report;
  if (tooMany) return [t('parts.pasteTooMany', tooMany)];
  const cells = doubts.map(({ row, number, text }) => t('parts.pasteCell', { row, number, text }));
  const said = (key: MessageKey, things: readonly string[]) =>
    things.length === 0 ? [] : [t(key, { things: t.listed(things) })];
  return [
    ...said(unknownNumbers, report.unknownNumbers),
    ...said('parts.pasteDoubts', cells),
    ...said('parts.pasteRepeated', report.repeatedNumbers),
    ...said('parts.pasteLeftRows', report.leftRows),
    ...said('parts.pasteLeftColumns', report.leftColumns),
  ];
}

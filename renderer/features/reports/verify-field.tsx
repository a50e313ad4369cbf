import { useState, type KeyboardEvent } from 'react';
import { isComposing } from '../../app/keyboard/keys.ts';
import { useScanner } from '../../app/keyboard/scanner.ts';
import { useOpen } from '../../app/navigate.ts';
import { pathOfRecord } from '../../app/record-paths.ts';
import { useText } from '../../app/text.ts';
import { TextInput } from '../../components/inputs/text-input.tsx';
import { sentenceOf } from '../../components/trouble-banner.tsx';
import { useService } from '../../service/service-context.tsx';
import { troubleOf } from '../../service/trouble.ts';
import { ComparePaper } from './compare-paper.tsx';
import { verdictOf, type Verdict, type Verified } from './verdict.ts';

/**
 * Checks a paper that came back: scanned anywhere on the screen, or number and check code typed here. Opens its report, and
 * says exactly what was compared; the rest of the paper is compared by eye, with the print as it is kept.
 */
export function VerifyField() {
  const t = useText();
  const open = useOpen();
  const service = useService();
  const [typed, setTyped] = useState('');
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [verified, setVerified] = useState<Verified | null>(null);
  const [isComparing, setIsComparing] = useState(false);

  const verify = async (qrText: string) => {
    setVerified(null);
    try {
      const answer = await service.reports.verifyPaper.call({ qrText: qrText.slice(0, 300) });
      setVerdict(verdictOf(answer, t));
      setVerified(answer);
      setTyped('');
      if (answer.reportId !== null) open(pathOfRecord('report', answer.reportId), { replace: true });
    } catch (error) {
      setVerdict({ tone: 'soon', sentence: sentenceOf(troubleOf(error), t) });
    }
  };
  useScanner((code) => {
    if (!/^SHD[|｜]FB/i.test(code.trim())) return undefined;
    return () => void verify(code);
  });
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || isComposing(event.nativeEvent) || typed.trim() === '') return;
    event.preventDefault();
    void verify(typed);
  };
  const canCompare = verified?.prints.some((print) => print.kept) ?? false;

  return (
    <div className="verify" onKeyDown={press}>
      {verdict && (
        <div className={`banner ${verdict.tone}`} role="status" data-testid="verdict">
          <span className="grow">{verdict.sentence}</span>
          {canCompare && (
            <button type="button" className="link" onClick={() => setIsComparing(true)}>
              {t('reports.compare')}
            </button>
          )}
          <button type="button" className="link" onClick={() => setVerdict(null)}>
            {t('common.close')}
          </button>
        </div>
      )}
      {isComparing && verified && <ComparePaper verified={verified} onClose={() => setIsComparing(false)} />}
      <label className="row tight" data-scan-field>
        <span className="mut sm">{t('reports.verify')}</span>
        <TextInput
          value={typed}
          onChange={setTyped}
          maxLength={300}
          placeholder={t('reports.verifyPlaceholder')}
        />
      </label>
    </div>
  );
}

import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { isComposing } from '../../app/keyboard/keys.ts';
import { useScanner } from '../../app/keyboard/scanner.ts';
import { useOpen } from '../../app/navigate.ts';
import { pathOfRecord } from '../../app/record-paths.ts';
import { useText } from '../../app/text.ts';
import { TextInput } from '../../components/inputs/text-input.tsx';
import { sentenceOf } from '../../components/trouble-banner.tsx';
import { useService } from '../../service/service-context.tsx';
import type { Service } from '../../service/service-context.tsx';
import { troubleOf } from '../../service/trouble.ts';

type Verified = Awaited<ReturnType<Service['reports']['verifyPaper']['call']>>;
interface Verdict {
  readonly tone: 'good' | 'soon' | 'late';
  readonly sentence: string;
}

/** Checks a paper that came back: scanned anywhere on the screen, or number and check code typed here. Opens its report. */
export function VerifyField() {
  const t = useText();
  const open = useOpen();
  const service = useService();
  const [typed, setTyped] = useState('');
  const [verdict, setVerdict] = useState<Verdict | null>(null);

  const verify = async (qrText: string) => {
    try {
      const verified = await service.reports.verifyPaper.call({ qrText: qrText.slice(0, 300) });
      setVerdict(verdictOf(verified, t));
      setTyped('');
      if (verified.reportId !== null) open(pathOfRecord('report', verified.reportId), { replace: true });
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

  return (
    <div className="verify" onKeyDown={press}>
      {verdict && (
        <div className={`banner ${verdict.tone}`} role="status" data-testid="verdict">
          <span className="grow">{verdict.sentence}</span>
          <button type="button" className="link" onClick={() => setVerdict(null)}>
            {t('common.close')}
          </button>
        </div>
      )}
      <label className="row tight">
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

function verdictOf(
  { reportId, number, genuine, current, lackingSupplements }: Verified,
  t: ReturnType<typeof useText>,
): Verdict {
  if (current) return { tone: 'good', sentence: t('reports.verifyGenuine', { number }) };
  if (lackingSupplements > 0)
    return { tone: 'soon', sentence: t('reports.verifyLacks', { number, count: lackingSupplements }) };
  if (genuine) return { tone: 'soon', sentence: t('reports.verifyOld', { number }) };
  if (reportId !== null) return { tone: 'late', sentence: t('reports.verifyAltered', { number }) };
  return {
    tone: 'late',
    sentence: t(number === '' ? 'reports.verifyNotOurs' : 'reports.verifyUnknown'),
  };
}

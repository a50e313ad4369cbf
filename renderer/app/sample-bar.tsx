import { inSample, openBooks } from '../service/books.ts';
import { useText } from './text.ts';

/** Says above every screen of the sample that nothing in it is real work, and leads back to the real books. */
export function SampleBar() {
  const t = useText();
  if (!inSample()) return null;
  return (
    <div className="sample-bar" role="status" data-testid="sample-bar">
      <b>{t('shell.sampleBar')}</b>
      <button type="button" className="link" onClick={() => openBooks('real')}>
        {t('shell.leaveSample')}
      </button>
    </div>
  );
}

import { useQuery } from '@tanstack/react-query';
import { inSample, openBooks } from '../../service/books.ts';
import { useService } from '../../service/service-context.tsx';
import { prefer, preferences } from '../preferences.ts';
import { useStore } from '../store.ts';
import { useText } from '../text.ts';

/** Language, and the way into a sample that is there, for those who are not signed in yet. */
export function GateFoot({ withSample = false }: { readonly withSample?: boolean }) {
  const t = useText();
  const service = useService();
  const { language } = useStore(preferences);
  const sample = useQuery({
    queryKey: service.sample.status.queryKey(),
    queryFn: () => service.sample.status.call(),
    meta: { shows: [] },
    enabled: withSample && !inSample(),
  });
  return (
    <div className="gate-foot">
      <button
        type="button"
        className="link"
        onClick={() => prefer({ language: language === 'en' ? 'zh-CN' : 'en' })}
      >
        {language === 'en' ? t('shell.chinese') : t('shell.english')}
      </button>
      {withSample && sample.data?.exists && (
        <button type="button" className="link" onClick={() => openBooks('sample')}>
          {t('session.openSample')}
        </button>
      )}
    </div>
  );
}

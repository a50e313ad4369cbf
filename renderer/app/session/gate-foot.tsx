import { prefer, preferences } from '../preferences.ts';
import { useStore } from '../store.ts';
import { useText } from '../text.ts';

/** Language and connection, for those who are not signed in yet. */
export function GateFoot() {
  const t = useText();
  const { language } = useStore(preferences);
  return (
    <div className="gate-foot">
      <button
        type="button"
        className="link"
        onClick={() => prefer({ language: language === 'en' ? 'zh-CN' : 'en' })}
      >
        {language === 'en' ? t('shell.chinese') : t('shell.english')}
      </button>
    </div>
  );
}

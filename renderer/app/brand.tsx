import { useText } from './text.ts';

/** The name of the program, in its two colours. */
export function Brand() {
  const t = useText();
  return (
    <div className="brand" lang={t.language}>
      {t('shell.brandFirst')}
      <i>{t('shell.brandSecond')}</i>
    </div>
  );
}

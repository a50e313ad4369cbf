import { useLayoutEffect, useMemo, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { App, ConfigProvider } from 'antd';
import antEnglish from 'antd/locale/en_US';
import antChinese from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { translate } from '#shared/messages/translate.ts';
import { antTheme } from '../styles/ant-theme.ts';
import { applyTokens, darkTokens, lightTokens } from '../styles/tokens.ts';
import { preferences } from './preferences.ts';
import { useStore } from './store.ts';

/** Draws everything inside in the look and language chosen. */
export function LookProvider({ children }: { readonly children: ReactNode }) {
  const { language } = useStore(preferences);
  const isDark = useIsDark();
  const tokens = isDark ? darkTokens : lightTokens;
  const theme = useMemo(() => antTheme(tokens, isDark), [tokens, isDark]);

  // Before anything is painted, so that nothing flashes in the wrong colours.
  useLayoutEffect(() => applyTokens(tokens, isDark, document.documentElement), [tokens, isDark]);
  useLayoutEffect(() => {
    dayjs.locale(language === 'en' ? 'en' : 'zh-cn');
    document.documentElement.lang = language;
    document.title = translate(language, 'shell.title');
  }, [language]);

  return (
    <ConfigProvider
      theme={theme}
      locale={language === 'en' ? antEnglish : antChinese}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
      input={{ autoComplete: 'off' }}
    >
      <App component={false} message={{ top: 56, duration: 2.5, maxCount: 3 }}>
        {children}
      </App>
    </ConfigProvider>
  );
}

/** Whether the dark set is drawn now. */
export function useIsDark(): boolean {
  const { look } = useStore(preferences);
  const systemIsDark = useSyncExternalStore(watchSystem, () => systemLook.matches);
  return look === 'dark' || (look === 'system' && systemIsDark);
}

const systemLook = matchMedia('(prefers-color-scheme: dark)');

function watchSystem(listener: () => void): () => void {
  systemLook.addEventListener('change', listener);
  return () => systemLook.removeEventListener('change', listener);
}

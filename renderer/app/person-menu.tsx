import { useState } from 'react';
import { Dropdown, type MenuProps } from 'antd';
import { useService } from '../service/service-context.tsx';
import { endSession } from './session/begin-session.ts';
import { HandOverPanel } from './session/hand-over-panel.tsx';
import { usePerson } from './session/session.ts';
import { useRoleName } from './session/use-roles.ts';
import { looks, prefer, preferences, type Look } from './preferences.ts';
import { useStore } from './store.ts';
import { useText } from './text.ts';

/** Name and role, and the menu under them. */
export function PersonMenu() {
  const t = useText();
  const service = useService();
  const person = usePerson();
  const roleName = useRoleName();
  const { language, look } = useStore(preferences);
  const [isHandingOver, setIsHandingOver] = useState(false);

  const items: NonNullable<MenuProps['items']> = [
    {
      key: 'language',
      label: t('shell.language'),
      children: [
        {
          key: 'zh-CN',
          label: t('shell.chinese'),
          extra: mark(language === 'zh-CN'),
          onClick: () => prefer({ language: 'zh-CN' }),
        },
        {
          key: 'en',
          label: t('shell.english'),
          extra: mark(language === 'en'),
          onClick: () => prefer({ language: 'en' }),
        },
      ],
    },
    {
      key: 'look',
      label: t('shell.look'),
      children: looks.map((one) => ({
        key: one,
        label: t(lookLabels[one]),
        extra: mark(look === one),
        onClick: () => prefer({ look: one }),
      })),
    },
    { type: 'divider' },
    { key: 'window', label: t('shell.newWindow'), onClick: openWindow },
    { key: 'handOver', label: t('shell.handOver'), onClick: () => setIsHandingOver(true) },
    { key: 'signOut', label: t('shell.signOut'), onClick: () => void endSession(service) },
  ];

  return (
    <>
      <Dropdown menu={{ items }} trigger={['click']} autoFocus>
        <button type="button" className="who-button">
          {person.name} · {person.roles.map(roleName).join('、')}
        </button>
      </Dropdown>
      {isHandingOver && <HandOverPanel onClose={() => setIsHandingOver(false)} />}
    </>
  );
}

/** The words for the looks. */
export const lookLabels = {
  system: 'shell.lookSystem',
  light: 'shell.lookLight',
  dark: 'shell.lookDark',
} as const satisfies Record<Look, string>;

function mark(isChosen: boolean): string {
  return isChosen ? '✓' : '';
}

function openWindow(): void {
  if (window.desktop) void window.desktop.openWindow();
  else window.open(location.pathname, '_blank');
}

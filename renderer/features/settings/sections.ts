import { lazy } from 'react';
import type { ComponentType } from 'react';
import type { Access } from '#shared/domain/permissions.ts';
import type { MessageKey } from '../../app/text.ts';

/** One page of the settings. */
export interface SettingsSection {
  /** Its name in the path: '/settings/account'. */
  readonly key: string;
  readonly label: MessageKey;
  readonly access: Access;
  readonly component: ComponentType;
}

/** The pages of the settings in their order. A feature adds its own here, one entry. */
export const settingsSections: readonly SettingsSection[] = [
  {
    key: 'account',
    label: 'session.myAccount',
    access: 'signedIn',
    component: lazy(async () => ({ default: (await import('./account-section.tsx')).AccountSection })),
  },
  {
    key: 'appearance',
    label: 'shell.settingsAppearance',
    access: 'signedIn',
    component: lazy(async () => ({ default: (await import('./appearance-section.tsx')).AppearanceSection })),
  },
];

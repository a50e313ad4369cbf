import { lazy, type ComponentType } from 'react';
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
  {
    key: 'firm',
    label: 'settings.firm',
    access: 'audit.view',
    component: lazy(async () => ({ default: (await import('./firm-section.tsx')).FirmSection })),
  },
  {
    key: 'limits',
    label: 'settings.limits',
    access: 'audit.view',
    component: lazy(async () => ({ default: (await import('./limits-section.tsx')).LimitsSection })),
  },
  {
    key: 'decisions',
    label: 'decisions.rules',
    access: 'audit.view',
    component: lazy(async () => ({ default: (await import('./decisions-section.tsx')).DecisionsSection })),
  },
  {
    key: 'duties',
    label: 'settings.duties',
    access: 'audit.view',
    component: lazy(async () => ({ default: (await import('./duties-section.tsx')).DutiesSection })),
  },
  {
    key: 'papers',
    label: 'settings.papers',
    access: 'audit.view',
    component: lazy(async () => ({ default: (await import('./papers-section.tsx')).PapersSection })),
  },
  {
    key: 'people',
    label: 'people.people',
    access: 'audit.view',
    component: lazy(async () => ({ default: (await import('./people/people-section.tsx')).PeopleSection })),
  },
  {
    key: 'roles',
    label: 'people.rolesTitle',
    access: 'audit.view',
    component: lazy(async () => ({ default: (await import('./people/roles-section.tsx')).RolesSection })),
  },
  {
    key: 'deputies',
    label: 'people.deputies',
    access: 'audit.view',
    component: lazy(async () => ({
      default: (await import('./people/deputies-section.tsx')).DeputiesSection,
    })),
  },
  {
    key: 'policies',
    label: 'settings.policies',
    access: 'warranty.view',
    component: lazy(async () => ({
      default: (await import('./policies/policies-section.tsx')).PoliciesSection,
    })),
  },
  {
    key: 'groups',
    label: 'settings.groups',
    access: 'warranty.view',
    component: lazy(async () => ({ default: (await import('./policies/groups-section.tsx')).GroupsSection })),
  },
  {
    key: 'sample',
    label: 'settings.sample',
    access: 'sample.manage',
    component: lazy(async () => ({ default: (await import('./sample-section.tsx')).SampleSection })),
  },
  {
    key: 'audit',
    label: 'audit.title',
    access: 'audit.view',
    component: lazy(async () => ({ default: (await import('./audit/audit-section.tsx')).AuditSection })),
  },
];

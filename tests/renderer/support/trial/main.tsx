import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { keepDraftsOnLeaving } from '../../../../renderer/app/drafts/draft-places.ts';
import { claimWindowId } from '../../../../renderer/app/drafts/window-id.ts';
import type { Place } from '../../../../renderer/app/place.ts';
import { Program } from '../../../../renderer/app/program.tsx';
import { settingsPlace } from '../../../../renderer/features/settings/place.ts';
import { connectService } from '../../../../renderer/service/connect-service.ts';
import '../../../../renderer/styles/base.css';
import '../../../../renderer/styles/components.css';
import '../../../../renderer/styles/frame.css';
import '../../../../renderer/styles/grid.css';
import { CustomersTrial } from './customers-trial.tsx';
import { FieldsTrial } from './fields-trial.tsx';
import { PaperTrial } from './paper-trial.tsx';

// The program as it is, with places of its own that use every part of the ground once.
const places: readonly Place[] = [
  {
    path: '/fields',
    label: 'shell.contacts',
    access: 'signedIn',
    group: 'desk',
    screens: { '/fields': FieldsTrial },
    useCount: () => ({ count: 7, isLate: true }),
    acts: [
      { label: 'common.add', keys: 'F2', access: 'signedIn', path: '/trial-customers/new', primary: true },
    ],
  },
  {
    path: '/trial-customers',
    label: 'shell.customers',
    access: 'customers.view',
    group: 'files',
    screens: { '/trial-customers/{-$customerId}': CustomersTrial },
  },
  {
    path: '/paper',
    label: 'shell.reports',
    access: 'papers.print',
    group: 'files',
    screens: { '/paper': PaperTrial },
  },
  settingsPlace,
];

keepDraftsOnLeaving(window);
await claimWindowId();
const root = document.querySelector('#root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <Program client={connectService()} places={places} />
    </StrictMode>,
  );

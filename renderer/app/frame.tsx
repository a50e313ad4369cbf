import { Suspense } from 'react';
import { Outlet, useRouter } from '@tanstack/react-router';
import { PaperDesk } from '../components/paper/paper-desk.tsx';
import { useRefusedScans } from './keyboard/refused-scans.ts';
import { ShortcutHelp } from './keyboard/shortcut-help.tsx';
import { useShortcut } from './keyboard/use-shortcut.ts';
import { BooksStateBar } from './books-state-bar.tsx';
import { ConnectionBar } from './connection-notice.tsx';
import { useConnectionProbe, useFollowedChanges } from './followed-changes.ts';
import { useDesktopCalls } from './desktop-calls.ts';
import { Navigation } from './navigation.tsx';
import { PlaceBells } from './place-bells.tsx';
import { PlaceGuard } from './place-guard.tsx';
import { useFreshPerson } from './session/use-fresh-person.ts';
import { TopBar } from './top-bar.tsx';

/** What stands around every screen: the bar at the top, the places on the left. */
export function Frame() {
  const { history } = useRouter();
  useFollowedChanges();
  useFreshPerson();
  useConnectionProbe();
  useDesktopCalls();
  useRefusedScans();
  useShortcut('Escape', () => history.back(), 'shell.keyBack', { scope: 'everywhere' });

  return (
    <div className="frame">
      <TopBar />
      <ConnectionBar />
      <BooksStateBar />
      <Navigation />
      <main className="screen">
        <PlaceGuard>
          <Suspense fallback={null}>
            <Outlet />
          </Suspense>
        </PlaceGuard>
      </main>
      <PlaceBells />
      <PaperDesk />
      <ShortcutHelp />
    </div>
  );
}

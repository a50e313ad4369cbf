import type { desktop as chinese } from '../zh-CN/desktop.ts';

/** What the desktop shell itself says, outside of any page. */
export const desktop = {
  windowTitle: 'Shouhou Desk',
  hostRefusedTitle: 'The data service has not started',
  hostRefused:
    'The data service has not started ({reason}); what was saved is unchanged. Try again; if that does not help, give the log to your administrator: {logFile}',
  hostRefused_crashedAgain:
    'The data service has ended unexpectedly several times and is no longer restarted by itself; what was saved is unchanged. Try again; if that does not help, restart the PC and give the log to your administrator: {logFile}',
  tryAgain: 'Try again',
  quit: 'Quit',
  undo: 'Undo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select all',
} satisfies Readonly<Record<keyof typeof chinese, string>>;

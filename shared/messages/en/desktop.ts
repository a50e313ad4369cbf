import type { desktop as chinese } from '../zh-CN/desktop.ts';

/** What the desktop shell itself says, outside of any page. */
export const desktop = {
  windowTitle: 'Shouhou Desk',
  hostRefusedTitle: 'The data service has not started',
  hostRefused:
    'The data service has not started ({reason}); what was saved is unchanged. Try again; if that does not help, give the log to your administrator: {logFile}',
  hostRefused_crashedAgain:
    'The data service has ended unexpectedly several times and is no longer restarted by itself; what was saved is unchanged. Try again; if that does not help, restart the PC and give the log to your administrator: {logFile}',
  hostRefused_newerDatabase:
    'The data was written by a newer version, and this one is too old to open it. Install the newest version.',
  hostRefused_damaged:
    'The database file is damaged. It was not opened, so that the damage does not grow. Ask your administrator to restore a backup. Log: {logFile}',
  hostRefused_diskFull:
    'The disk is full, so the data service has not started; what was saved is unchanged. Free some space and try again.',
  hostRefused_busy:
    'Another program is using the data, for example the office server. Close it and try again.',
  hostRefused_inputOutput:
    'The data folder could not be read or written. Check the disk and the permissions and try again. Log: {logFile}',
  tryAgain: 'Try again',
  quit: 'Quit',
  undo: 'Undo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select all',
} satisfies Readonly<Record<keyof typeof chinese, string>>;

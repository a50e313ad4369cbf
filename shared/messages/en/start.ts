import type { start as chinese } from '../zh-CN/start.ts';

/** Why the program does not start, and what to do about it. */
export const start = {
  badArguments: 'The program was started with a wrong parameter: {argument}. Usage: {usage}',
  folderMissing:
    'There is no data folder {folder}. See whether --data is mistyped; to begin an office there, add --new.',
  folderForeign:
    'The folder {folder} holds no books, but other files. See whether --data is mistyped; to begin an office there, add --new.',
  folderNotUsable:
    'The data folder {folder} cannot be read or written ({code}). See to its permissions, and whether the disk is write-protected, and try again.',
  booksMissing:
    'The folder held the books of an office, but their file {file} is gone or empty. No new office was begun. Put the file back, or restore a backup; if the books are on PostgreSQL, add --postgres.',
  booksEmpty:
    'The file of the books {file} is empty and was not taken for a new office. Restore a backup; to begin an office there, add --new.',
  inUse:
    'The program on the computer {computer} (process {pid}) has been using these data since {sinceAt}. Close it, or connect to it with a browser, and try again.',
  portTaken: 'Another program uses port {port}. Close it, or choose another port with --port.',
  portRefused: 'The system does not allow port {port}. Choose one above 1024 with --port.',
  newerDatabase:
    'The data was written by a newer version, and this one is too old to open it. Install the newest version.',
  damaged:
    'The file of the books is damaged. It was not opened, so that the damage does not grow. Ask your administrator to restore a backup.',
  diskFull:
    'The disk is full, so the program has not started; what was saved is unchanged. Free some space and try again.',
  busy: 'Another program is using the data, for example the office server. Close it and try again.',
  inputOutput:
    'The data folder could not be read or written. Check the disk and the permissions and try again.',
  connectionLost:
    'The PostgreSQL database cannot be reached. Check the address of --postgres, and whether the server is running.',
  accessDenied: 'The PostgreSQL database refused the sign-in. Check the name and the password in --postgres.',
  noSuchDatabase:
    'The PostgreSQL server has no such database. Check the address of --postgres, or create the database first.',
  wrongLocale:
    'The encoding or locale of the PostgreSQL database is wrong and would lose Chinese text. Create one with encoding UTF8 and a locale other than C.',
  unexpected:
    'The program has not started ({code}); what was saved is unchanged. Try again; if that does not help, give this line to your administrator.',
} satisfies Readonly<Record<keyof typeof chinese, string>>;

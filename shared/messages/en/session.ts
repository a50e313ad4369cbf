import type { session as chinese } from '../zh-CN/session.ts';

/** Signing in, the first start, changing hands. */
export const session = {
  signIn: 'Sign in',
  signInName: 'Sign-in name',
  password: 'Password',
  passwordAgain: 'Password again',
  passwordsDiffer: 'The two passwords differ',
  signedOutMeanwhile: 'Your session has ended. Sign in again; what you typed is all here.',
  firstStart: 'First start',
  firstStartNote:
    'Enter the firm and its first administrator, then sign in. All of it can be changed in the settings.',
  firm: 'Firm',
  firmName: 'Name of the firm',
  department: 'Department',
  telephone: 'Service telephone',
  address: 'Address',
  admin: 'Administrator',
  personName: 'Name',
  start: 'Create and sign in',
  trySample: 'Or try it with a sample first',
  trySampleNote:
    'Fourteen months of calls, warranty, requisitions and reports of a bus maker. The sample is kept apart from your own books, and is removed as a whole at any time.',
  openSample: 'Open the sample',
  loadSmallSample: 'Load a small sample',
  loadFullSample: 'Load the whole sample',
  samplePeople:
    'This is the sample. Sign in as wangxm (front desk), zhaogang (warehouse), lizq (technician), liubz (leader) or admin; the password of all is shouhou-desk.',
  sampleFailed: 'The sample was not loaded; nothing has changed. Try again.',
  handOver: 'Hand over',
  handOverNote: 'Choose a name and type the PIN. Whoever is signed in leaves; their drafts are kept.',
  pin: 'PIN (4 to 8 digits)',
  noPin: 'no PIN',
  hasPin: 'PIN set',
  noColleagues: 'Nobody else has a PIN yet. Each person sets theirs under “Settings → My account”.',
  wrongPin: 'The PIN is wrong. Try again.',
  takeOver: 'Take over',
  myAccount: 'My account',
  changePassword: 'Change password',
  currentPassword: 'Current password',
  newPassword: 'New password (at least 8 characters)',
  passwordChanged: 'Password changed and PIN removed; set it again if you need it',
  setPin: 'Set PIN',
  setPinNote: 'A PIN changes hands quickly at a shared PC.',
  removePin: 'Remove PIN',
  pinSaved: 'PIN saved',
  pinRemoved: 'PIN removed',
  answerLost:
    'No answer came, so it may or may not be saved. Press again once connected; it is never booked twice.',
  savedBefore:
    'The earlier attempt was saved (with other content). Check it first; to save once more, press again.',
  unexpected:
    'Something unexpected happened and this was not done. Try again; if it persists, tell an administrator the time.',
} as const satisfies Record<keyof typeof chinese, string>;

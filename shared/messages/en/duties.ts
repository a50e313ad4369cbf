/** Duties: the list, the time left, letting one be, the bell. */
export const duties = {
  scope_mine: 'Mine',
  scope_team: "My team's",
  scope_all: 'All',
  anyKind: 'All kinds',
  empty_open: 'Nothing is left to do.',
  empty_late: 'Nothing is late.',
  empty_ended: 'There are no such duties.',
  choose: 'Choose a duty on the left; Enter opens its record.',
  daysLeft: '{count} d left',
  hoursLeft: '{count} h left',
  minutesLeft: '{count} min left',
  daysLate: '{count} d late',
  hoursLate: '{count} h late',
  minutesLate: '{count} min late',
  paused: 'paused',

  // The bell.
  bell: 'Notices',
  bellIsOn: 'You will be told in a corner of the screen when something falls due, by its number alone',
  bellIsOff: 'No more notices',
  noticesRefused:
    'The browser does not let the program show notices. Allow them in the settings of the site, then press again.',
  dueNow: 'Due now',
  severalDue: '{count} duties are due',

  // One of them.
  openRecord: 'Open record',
  pause: 'Pause',
  resume: 'Go on',
  pauseTitle: 'Pause: {duty} {number}',
  pauseNote: 'Say what is waited for. Nobody is reminded meanwhile; later the moment comes as much later.',
  pauseDone: 'Paused',
  resumeDone: 'The clock goes on',
  waive: 'Waive',
  waiveTitle: 'Waive: {duty} {number}',
  waiveNote:
    'Say why. The record itself stays as it is; nobody is reminded any more, and it does not count for timeliness.',
  waiveDone: 'Waived',
  ofTeam: 'for those who may “{permission}”',
} as const;
